import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { type BundlePart, MANIFEST, MARK, type Manifest, SIGNATURE } from '#shared/bundle/manifest.ts'
import type { Sight } from '#shared/world/sight.ts'
import type { History } from '../../log/history.ts'
import { ZipFile } from './zip-file.ts'

const MINUTE = 60_000
/** A reel is at most so long; one that is damaged takes no more than that, and what follows up to the next world, with it. */
const REEL_MS = 5 * MINUTE
/** A whole world at least so often. */
const MOMENT_MS = 30 * MINUTE
/** For a short stretch the timeline is told by seconds. */
const FINE = { ms: 2 * 60 * MINUTE, every: 1000, else: 10_000 }
const pack = promisify(gzip)

export interface BundleWish {
  from: number
  to: number
  sight: Sight
}

interface Deps {
  history: History
  /** What else goes along: each is asked for when its turn comes. */
  extras(): AsyncIterable<{ part: Pick<BundlePart, 'name' | 'kind' | 'of'>; content: unknown }>
  /** All of the manifest but what is known in the end alone. */
  about: Omit<Manifest, 'parts' | 'gaps' | 'key'>
  key(): Promise<{ public: string; fingerprint: string }>
  sign(content: Uint8Array): Promise<Uint8Array>
  told(share: number): void
}

/** A stretch of the past as a file, piece by piece: never more of it in memory than a part. */
export async function* writeBundle(wish: BundleWish, deps: Deps): AsyncGenerator<Uint8Array> {
  const { history, about } = deps
  const zip = new ZipFile()
  const parts: BundlePart[] = []
  const add = (part: Pick<BundlePart, 'name' | 'kind' | 'from' | 'to' | 'of'>, content: Uint8Array) => {
    parts.push({ ...part, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') })
    return zip.add(part.name, content)
  }
  const reels = played(history, wish)
  // What cannot be read at all is refused before the file begins.
  let next = await reels.next()
  yield* zip.add(MARK.name, Buffer.from(MARK.content))
  for (; !next.done; next = await reels.next()) {
    const { part, content } = next.value
    yield* add(part, content)
    deps.told((part.from - wish.from) / (wish.to - wish.from))
  }
  yield* add(
    { name: 'timeline.json.gz', kind: 'timeline' },
    await pack(JSON.stringify(await timelineOf(history, wish))),
  )
  for await (const { part, content } of deps.extras()) yield* add(part, await pack(JSON.stringify(content)))
  const gaps = await history.gaps(wish.from, wish.to)
  const key = { type: 'ed25519' as const, ...(await deps.key()) }
  const manifest = Buffer.from(JSON.stringify({ ...about, gaps, key, parts } satisfies Manifest, null, 1))
  yield* zip.add(MANIFEST, manifest)
  yield* zip.add(SIGNATURE, Buffer.from(Buffer.from(await deps.sign(manifest)).toString('base64')))
  yield* zip.end()
  deps.told(1)
}

interface Played {
  part: { name: string; kind: 'moment' | 'reel'; from: number; to?: number }
  content: Uint8Array
}

/** Whole worlds, and what followed each: another one as soon as what follows weighs as much, so that a seek costs little. */
async function* played(history: History, { from, to, sight }: BundleWish): AsyncGenerator<Played> {
  const first = await history.moment(from, sight)
  let position = { at: first.at, seq: first.seq, row: first.row }
  let world = { at: from, bytes: first.body.length, since: 0 }
  yield { part: { name: `moments/${from}.json.gz`, kind: 'moment', from }, content: first.body }
  while (position.at < to) {
    const { at } = position
    if (at > from && (world.since >= world.bytes || at - world.at >= MOMENT_MS)) {
      const { body } = await history.moment(at, sight)
      world = { at, bytes: body.length, since: 0 }
      yield { part: { name: `moments/${at}.json.gz`, kind: 'moment', from: at }, content: body }
    }
    const reel = await history.reel(position, Math.min(to, at + REEL_MS), sight)
    // More than one answer holds happened within one millisecond: what is left of it follows under the same time.
    const until = Math.max(reel.to, at)
    yield { part: { name: `reels/${at}-${reel.seq}.json.gz`, kind: 'reel', from: at, to: until }, content: reel.body }
    world.since += reel.body.length
    if (reel.to === at && reel.seq === position.seq && reel.row === position.row)
      throw new Error('the tape stands still')
    position = { at: until, seq: reel.seq, row: reel.row }
  }
}

async function timelineOf(history: History, { from, to, sight }: BundleWish) {
  const every = to - from <= FINE.ms ? FINE.every : FINE.else
  const fine = await history.density(from, to, every, sight)
  const minutes = await history.density(from, to, MINUTE, sight)
  return { fine: { every, spans: fine }, minutes: { spans: minutes } }
}
