import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { FullState } from '#shared/contract/wire.ts'
import { seededRandom } from '#shared/random.ts'
import { Follower } from '#shared/world/follower.ts'
import { worldHash } from '#shared/world/hash.ts'
import { World } from '#shared/world/world.ts'
import { openSqliteStorage } from '../log/sqlite/sqlite-storage.ts'
import { emptyBatch, type Storage } from '../log/storage.ts'
import { McapPast } from './mcap-past.ts'
import { pastOf } from './past.ts'
import { temporaryFolder } from './processes.ts'

export const WHOLE = { events: 1_000_000, readings: 10_000_000 }
export const ASKED = 1000
const BEGIN = Date.UTC(2026, 0, 1)
const areas = ['devices', 'alarms', 'rules', 'orders', 'asides', 'connectors']
export const SIGHT = { place: '', areas: new Set(areas) }
const seen = (area: string) => areas.includes(area)

/** A past on disk, with some of its moments and what the world was at each. */
export interface Written {
  storage: Storage
  folder: string
  peer: McapPast | undefined
  /** Time and hash, in no order. */
  moments: [at: number, hash: string][]
  seconds: number
  from: number
  to: number
  close(): Promise<void>
}

export async function writePast(count: typeof WHOLE, withPeer: boolean): Promise<Written> {
  const { folder, remove } = await temporaryFolder()
  const storage = await openSqliteStorage(folder)
  const peer = withPeer ? await McapPast.create(join(folder, 'peer.mcap')) : undefined
  const random = seededRandom(5)
  const beats = Math.ceil(count.readings / 1000)
  const chosen = new Set<number>()
  while (chosen.size < Math.min(ASKED, beats)) chosen.add(Math.floor(random() * beats))
  const hashes = new Map<number, string>()
  const world = new World()
  let beat = 0
  const began = performance.now()
  for (const part of pastOf(BEGIN, count)) {
    const { at, events, readings } = part
    await storage.commit({ ...emptyBatch(), at, events: events.map((event) => ({ stream: 'live', event })), readings })
    for (const event of events) world.apply(event)
    if (chosen.has(beat++)) hashes.set(at, worldHash(world, seen))
    await peer?.write(part)
  }
  // Asked for the first time all is put on the tape that is not there yet.
  await storage.history.begin()
  await storage.history.newest()
  return {
    storage,
    folder,
    peer,
    moments: [...hashes].sort(() => random() - 0.5),
    seconds: (performance.now() - began) / 1000,
    from: BEGIN,
    to: BEGIN + beats * 1000,
    async close() {
      await peer?.close()
      await storage.close()
      await remove()
    },
  }
}

/** How long a moment takes, and whether it is the right one. */
export async function seek(
  { storage }: Written,
  [at, hash]: [number, string],
): Promise<{ ms: number; isRight: boolean }> {
  const from = performance.now()
  const { body } = await storage.history.moment(at, SIGHT)
  const ms = performance.now() - from
  const follower = new Follower()
  follower.start(JSON.parse(gunzipSync(body).toString('utf8')) as FullState)
  return { ms, isRight: worldHash(follower.world) === hash }
}

export async function seekers({ peer }: Written): Promise<(moment: [number, string]) => Promise<number>> {
  const at = await peer?.reader()
  return async ([time, hash]) => {
    const from = performance.now()
    const folded = await at?.(time)
    const ms = performance.now() - from
    if (folded && worldHash(folded.world, seen) !== hash) throw new Error('the peer tells something else')
    return ms
  }
}

export async function bytesOf({ folder }: Written): Promise<{ tape: number; moments: number }> {
  const bytes = { tape: 0, moments: 0 }
  for (const name of await readdir(folder)) {
    const { size } = await stat(join(folder, name))
    if (name.startsWith('tape-')) bytes.tape += size
    if (name.startsWith('moments.')) bytes.moments += size
  }
  return bytes
}
