import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readSite } from '../../cim/read.ts'
import { importInto, type Run } from '../run.ts'
import { noteOf, ownFolder } from '../testing/bring.ts'
import { block, building, CORNER, Maker } from '../testing/cityjson.ts'
import { collection, feature, lines, square } from '../testing/geojson.ts'
import { glb, inFolder, tile, tileset } from '../testing/tileset.ts'

/** A folder with two files to import, and one for the site. */
async function places() {
  const folder = await ownFolder()
  const [first, second, none] = [
    join(folder, 'first.geojson'),
    join(folder, 'second.geojson'),
    join(folder, 'none.geojson'),
  ]
  await writeFile(first, JSON.stringify(collection([feature('a', { height: 9 })])))
  await writeFile(
    second,
    JSON.stringify(collection([feature('b', { height: 9 }), feature('c', { height: 9 }, [square(1)])])),
  )
  await writeFile(none, JSON.stringify(collection([feature('x', { height: 0 })])))
  return { folder, first, second, none, out: join(folder, 'site') }
}

async function contentOf(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  return Object.fromEntries(
    await Promise.all(files.map(async (file) => [file.slice(folder.length + 1), await readFile(file, 'utf8')])),
  )
}

const names = async (out: string) => (await readSite(out)).site.buildings.map(({ number }) => number)

test('a site with buildings is not overwritten, unless that is what is meant; then the old stays at hand', async () => {
  const { first, second, out } = await places()
  await importInto(out, first, { id: 'town', name: '城' })
  const before = await contentOf(out)
  await expect(importInto(out, second, {})).rejects.toThrow('--replace')
  expect(await contentOf(out)).toEqual(before)
  const replaced = await importInto(out, second, { replace: true })
  expect(replaced.kept).toBe('before-import-1')
  expect(noteOf(replaced, 'replaced')).toContain('place check')
  expect(await names(out)).toEqual(['b', 'c'])
  const { site } = await readSite(out)
  expect(site.community).toMatchObject({ id: 'town', name: '城' })
  expect(site.buildings[0]?.place).toBe('town/z1/b')
  const after = await contentOf(out)
  for (const name of ['buildings.json', 'community.json', 'grids.json', 'import-report.json'])
    expect(after[`before-import-1/${name}`]).toBe(before[name])
  expect((await importInto(out, first, { replace: true })).kept).toBe('before-import-2')
})

test('what a person added to a site stays when its buildings are replaced', async () => {
  const { first, second, out } = await places()
  await importInto(out, first, {})
  const community = JSON.parse(await readFile(join(out, 'community.json'), 'utf8'))
  await writeFile(join(out, 'community.json'), JSON.stringify({ ...community, police: '城关派出所' }))
  await writeFile(join(out, 'devices.json'), '[ ]')
  await importInto(out, second, { replace: true })
  expect((await readSite(out)).site.community.police).toBe('城关派出所')
  expect(await readFile(join(out, 'devices.json'), 'utf8')).toBe('[ ]')
})

test('an import that fails changes nothing: not a folder that was there, nor one that was not', async () => {
  const { folder, first, none, out } = await places()
  await importInto(out, first, {})
  const before = await contentOf(out)
  await expect(importInto(out, none, { replace: true })).rejects.toThrow('nothing usable')
  await expect(importInto(out, join(folder, 'no.geojson'), { replace: true })).rejects.toThrow('no file or folder')
  expect(await contentOf(out)).toEqual(before)
  await expect(importInto(join(folder, 'new/deep/site'), none, {})).rejects.toThrow('nothing usable')
  expect((await readdir(folder)).sort()).toEqual(['first.geojson', 'none.geojson', 'second.geojson', 'site'])
})

test('an import that is broken off leaves nothing behind', async () => {
  const { folder, out } = await places()
  const file = join(folder, 'many.geojsonl')
  await writeFile(
    file,
    lines(
      Array.from({ length: 4000 }, (_, i) => feature(`x${i}`, { height: 9 }, [square(i % 60, Math.floor(i / 60))])),
    ),
  )
  for (const phase of ['reading', 'writing']) {
    const stop = new AbortController()
    const run: Run = { signal: stop.signal, progress: (step) => step.phase.en === phase && stop.abort() }
    await expect(importInto(out, file, run)).rejects.toThrow(/abort/)
    expect(await readdir(folder)).not.toContain('site')
  }
})

test('a folder of other things is no place for a site; one that was left by a killed import is', async () => {
  const { folder, first, out } = await places()
  await expect(importInto(folder, first, {})).rejects.toThrow('neither empty nor a site')
  // No process has this number: the kernel's are smaller.
  await mkdir(join(out, '.incoming-99999999'), { recursive: true })
  await writeFile(join(out, '.incoming-99999999/buildings.waiting'), 'half')
  await importInto(out, first, {})
  expect((await readdir(out)).sort()).toEqual([
    'buildings.json',
    'community.json',
    'devices.json',
    'grids.json',
    'import-report.json',
  ])
})

test('a site that is damaged is named, not overwritten', async () => {
  const { first, out } = await places()
  await importInto(out, first, {})
  await writeFile(join(out, 'community.json'), '{"id":')
  await expect(importInto(out, first, { replace: true })).rejects.toThrow(/community\.json is damaged/)
  expect(await readFile(join(out, 'community.json'), 'utf8')).toBe('{"id":')
})

test('buildings come into a site that had a tileset alone, and its heights stay what they were', async () => {
  const { first, out } = await places()
  const source = await inFolder({ 'tileset.json': tileset(tile('a.glb')), 'a.glb': glb() })
  await importInto(out, source, { id: 'town', datum: 5 })
  await importInto(out, first, {})
  const { site } = await readSite(out)
  expect(site.community).toMatchObject({ id: 'town', datum: 5 })
  expect(site.buildings).toMatchObject([{ place: 'town/z1/a', position: { height: 0 } }])
  expect(site.tilesets).toMatchObject([{ center: { height: expect.closeTo(15, 2) } }])
  await importInto(out, first, { replace: true, datum: 8 })
  expect((await readSite(out)).site.tilesets).toMatchObject([{ center: { height: expect.closeTo(12, 2) } }])
})

test('a tileset far from the community is brought, and said', async () => {
  const { folder } = await places()
  const maker = new Maker()
  const file = join(folder, 'a.city.json')
  await writeFile(file, JSON.stringify(maker.document({ a: building([maker.solid(block(CORNER), '2')]) })))
  const out = join(folder, 'dutch')
  await importInto(out, file, {})
  const source = await inFolder({ 'tileset.json': tileset(tile('a.glb')), 'a.glb': glb() })
  expect(noteOf(await importInto(out, source, {}), 'tileset.far')).toMatch(/9\d{3} km/)
})

test('lists are written an entry a line, for people and for comparisons', async () => {
  const { second, out } = await places()
  await importInto(out, second, {})
  const text = await readFile(join(out, 'buildings.json'), 'utf8')
  expect(text.split('\n')).toHaveLength(5)
  expect(text).toMatch(/^\[\n\{"place":"second\/z1\/b",.*\},\n\{"place":"second\/z1\/c",.*\}\n\]\n$/)
})
