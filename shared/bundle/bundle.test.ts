import fc from 'fast-check'
import { strFromU8, strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { WORLD_VERSION } from '../world/world.ts'
import { Bundle, BundleError } from './bundle.ts'
import { planOf } from './holes.ts'
import { BUNDLE_VERSION, MANIFEST, type Manifest, SIGNATURE } from './manifest.ts'
import { FROM, inMemory, MINUTE, madeEntries, TO, zipOf } from './testing/made-bundle.ts'

async function opened(entries: Record<string, Uint8Array>): Promise<Bundle> {
  const bundle = await Bundle.open(inMemory(zipOf(entries)))
  await bundle.examine()
  return bundle
}

const problemOf = (bytes: Uint8Array) =>
  Bundle.open(inMemory(bytes)).then(
    () => 'opened',
    (error) => (error instanceof BundleError ? error.problem : String(error)),
  )

const holesOf = ({ manifest, altered }: Bundle) => planOf(manifest.parts, altered, manifest.from, manifest.to).holes
const after = (minutes: number) => FROM + minutes * MINUTE

test('what nobody has touched is told as unaltered, and all of it can be shown', async () => {
  const bundle = await opened(madeEntries())
  expect(bundle.seal).toBe('sealed')
  expect([...bundle.altered]).toEqual([])
  expect(holesOf(bundle)).toEqual([])
  expect(bundle.fingerprint).toMatch(/^([0-9A-F]{4}-){3}[0-9A-F]{4}$/)
  expect(bundle.fingerprint).toBe(bundle.manifest.key.fingerprint)
})

test('one byte of one part: that one is told, and the stretch up to the next whole world is the hole', async () => {
  const entries = madeEntries()
  const name = 'reels/2.json.gz'
  const content = entries[name] as Uint8Array
  content[content.length - 9] = (content[content.length - 9] as number) ^ 1
  const bundle = await opened(entries)
  expect(bundle.seal).toBe('sealed')
  expect([...bundle.altered]).toEqual([name])
  expect(holesOf(bundle)).toEqual([{ from: after(10), to: after(20) }])
  for (const part of bundle.manifest.parts) expect((await bundle.content(part)) !== undefined).toBe(part.name !== name)
})

test('parts that were swapped, taken out, or put in from another file are told', async () => {
  const swapped = madeEntries()
  const [one, two] = [swapped['reels/0.json.gz'], swapped['reels/1.json.gz']] as [Uint8Array, Uint8Array]
  swapped['reels/0.json.gz'] = two
  swapped['reels/1.json.gz'] = one
  expect([...(await opened(swapped)).altered].sort()).toEqual(['reels/0.json.gz', 'reels/1.json.gz'])
  const { 'reels/5.json.gz': _, ...less } = madeEntries()
  const without = await opened(less)
  expect([...without.altered]).toEqual(['reels/5.json.gz'])
  expect(holesOf(without)).toEqual([{ from: after(25), to: TO }])
})

test('a manifest that was altered, or signed by another key, is not sealed', async () => {
  const entries = madeEntries()
  const text = strFromU8(entries[MANIFEST] as Uint8Array).replace('"name":"李"', '"name":"王"')
  expect((await opened({ ...entries, [MANIFEST]: strToU8(text) })).seal).toBe('forged')
  expect((await opened({ ...entries, [SIGNATURE]: madeEntries()[SIGNATURE] as Uint8Array })).seal).toBe('forged')
  expect((await opened({ ...entries, [SIGNATURE]: strToU8('***') })).seal).toBe('unsigned')
  const { [SIGNATURE]: _, ...bare } = entries
  expect((await opened(bare)).seal).toBe('unsigned')
})

test('the name of a key is that of the key which signed, whatever the manifest says', async () => {
  const told = 'AAAA-AAAA-AAAA-AAAA'
  const bundle = await opened(madeEntries((manifest) => ({ ...manifest, key: { ...manifest.key, fingerprint: told } })))
  expect(bundle.seal).toBe('sealed')
  expect(bundle.fingerprint).not.toBe(told)
})

test('wherever it is cut off, that is told; no cut file opens', async () => {
  const whole = zipOf(madeEntries())
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 100, max: whole.length - 1 }), async (length) => {
      expect(await problemOf(whole.slice(0, length))).toBe('cut-off')
    }),
    { numRuns: 60 },
  )
})

test('what is no bundle is told as such', async () => {
  expect(await problemOf(new Uint8Array())).toBe('foreign')
  expect(await problemOf(strToU8('not a zip file at all'))).toBe('foreign')
  expect(await problemOf(zipSync({ 'letter.txt': strToU8('dear') }))).toBe('foreign')
  expect(await problemOf(zipSync({ 'letter.txt': strToU8('dear') }).slice(0, 40))).toBe('foreign')
  const { [MANIFEST]: _, ...headless } = madeEntries()
  expect(await problemOf(zipOf(headless))).toBe('unreadable')
  for (const text of ['{', '[]', '{"format":"ankan-bundle"}', '{"format":"other","version":1}'])
    expect(await problemOf(zipOf({ ...madeEntries(), [MANIFEST]: strToU8(text) }))).toBe('unreadable')
})

test('one of a newer version is told before anything else of it is read', async () => {
  const newer = [
    () => ({ format: 'ankan-bundle', version: BUNDLE_VERSION + 1, nothing: 'that we know' }),
    (manifest: Manifest) => ({ ...manifest, world: WORLD_VERSION + 1 }),
  ]
  for (const change of newer) expect(await problemOf(zipOf(madeEntries(change)))).toBe('newer')
  expect(await problemOf(zipOf(madeEntries((manifest) => ({ ...manifest, world: WORLD_VERSION - 1 }))))).toBe('older')
})

test('whatever byte is changed: it opens, or says why not, and never takes what is not so for sealed', async () => {
  const entries = madeEntries()
  const whole = zipOf(entries)
  const same = (bundle: Bundle) => bundle.seal === 'sealed' && bundle.altered.size === 0
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: whole.length - 1 }),
      fc.integer({ min: 1, max: 255 }),
      async (at, by) => {
        const bytes = whole.slice()
        bytes[at] = (bytes[at] as number) ^ by
        const bundle = await Bundle.open(inMemory(bytes)).catch((error) => {
          expect(error).toBeInstanceOf(BundleError)
          return undefined
        })
        if (!bundle) return
        await bundle.examine()
        // What counts is the content: of a header some bits say nothing that anybody reads.
        if (same(bundle))
          for (const part of bundle.manifest.parts) expect(await bundle.content(part)).toEqual(entries[part.name])
      },
    ),
    { numRuns: 400 },
  )
})

test('a whole world that is lost is missed by nobody while the reel before it is there', async () => {
  const parts = (await opened(madeEntries())).manifest.parts
  const holes = (...lost: string[]) => planOf(parts, new Set(lost.map((name) => `${name}.json.gz`)), FROM, TO)
  expect(holes('moments/2').holes).toEqual([])
  expect(holes('moments/0')).toMatchObject({ from: after(10), holes: [{ from: FROM, to: after(10) }] })
  expect(holes('reels/1', 'moments/2').holes).toEqual([{ from: after(5), to: after(20) }])
  expect(holes('reels/0', 'reels/4')).toMatchObject({
    from: after(10),
    to: after(20),
    holes: [
      { from: FROM, to: after(10) },
      { from: after(20), to: TO },
    ],
  })
  expect(holes('moments/0', 'moments/2', 'moments/4')).toMatchObject({ moments: [], holes: [{ from: FROM, to: TO }] })
})
