import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { FullState } from '#shared/contract/wire.ts'
import { seededRandom } from '#shared/random.ts'
import { Follower } from '#shared/world/follower.ts'
import { worldHash } from '#shared/world/hash.ts'
import { World } from '#shared/world/world.ts'
import { defineBench, median, percentile, type Record, round } from '../../scripts/bench/bench.ts'
import { openSqliteStorage } from '../log/sqlite/sqlite-storage.ts'
import { emptyBatch } from '../log/storage.ts'
import { McapPast } from './mcap-past.ts'
import { pastOf } from './past.ts'
import { temporaryFolder } from './processes.ts'

const BEGIN = Date.UTC(2026, 0, 1)
const WHOLE = { events: 1_000_000, readings: 10_000_000 }
const TENTH = { events: WHOLE.events / 10, readings: WHOLE.readings / 10 }
const ASKED = 1000
const PEER_ASKED = 200
const LIMIT_MS = 100
const areas = ['devices', 'alarms', 'rules', 'orders', 'asides', 'connectors']
const SIGHT = { place: '', areas }

/** Any moment of a million events and ten million readings, each compared by its hash; the peer is an MCAP file of the same. */
export default defineBench('seek', async (record) => {
  const small = await measured(TENTH, false)
  const whole = await measured(WHOLE, true, record)
  record({ name: 'seek.events', value: WHOLE.events, unit: 'events' })
  record({ name: 'seek.readings', value: WHOLE.readings, unit: 'readings' })
  record({
    name: 'seek.p99',
    value: round(percentile(whole.times, 0.99), 1),
    unit: `ms to any moment, p50 ${round(median(whole.times), 1)}`,
    target: `<= ${LIMIT_MS} ms`,
    met: percentile(whole.times, 0.99) <= LIMIT_MS,
  })
  const ratio = median(whole.times) / median(whole.peer)
  record({
    name: 'seek.vs_mcap',
    value: round(ratio, 2),
    unit: 'of the time that an MCAP file takes',
    against: `MCAP with a snapshot a minute, p50 ${round(median(whole.peer), 1)}, p99 ${round(percentile(whole.peer, 0.99), 1)} ms`,
    ratio: round(ratio, 2),
    target: '<= 1',
    met: ratio <= 1,
  })
  const wrong = whole.wrong + small.wrong
  record({ name: 'seek.hash_mismatches', value: wrong, unit: `of ${2 * ASKED} moments`, target: '0', met: wrong === 0 })
  const growth = median(whole.times) / median(small.times)
  record({
    name: 'cost.growth',
    value: round(growth, 2),
    unit: 'times as long with ten times the history',
    against: `${round(median(small.times), 1)} ms with a tenth`,
    ratio: round(growth, 2),
    target: '<= 1.5',
    met: growth <= 1.5,
  })
})

async function measured(count: typeof WHOLE, withPeer: boolean, record: Record = () => {}) {
  const { folder, remove } = await temporaryFolder()
  const storage = await openSqliteStorage(folder)
  const peerFile = withPeer ? await McapPast.create(join(folder, 'peer.mcap')) : undefined
  const beats = Math.ceil(count.readings / 1000)
  const random = seededRandom(5)
  const chosen = new Set(Array.from({ length: ASKED }, () => Math.floor(random() * beats)))
  const hashes = new Map<number, string>()
  const world = new World()
  const seen = (area: string) => areas.includes(area)
  let beat = 0
  const began = performance.now()
  for (const part of pastOf(BEGIN, count)) {
    const { at, events, readings } = part
    await storage.commit({ ...emptyBatch(), at, events: events.map((event) => ({ stream: 'live', event })), readings })
    for (const event of events) world.apply(event)
    if (chosen.has(beat)) hashes.set(at, worldHash(world, seen))
    await peerFile?.write(part)
    beat++
  }
  await storage.history.newest()
  await storage.history.begin()
  record({ name: 'seek.write', value: round((performance.now() - began) / 1000), unit: 's to write all, the peer too' })
  if (withPeer) {
    const bytes = await bytesOf(folder)
    record({ name: 'seek.tape', value: round(bytes.tape / count.readings, 1), unit: 'bytes a reading on the tape' })
    record({
      name: 'seek.moments',
      value: round(bytes.moments / 1e6),
      unit: `MB of whole worlds; the peer ${round((peerFile?.bytes ?? 0) / 1e6)} MB`,
    })
  }

  const moments = [...hashes.keys()].sort(() => random() - 0.5)
  const times: number[] = []
  let wrong = 0
  for (const at of moments) {
    const from = performance.now()
    const { body } = await storage.history.moment(at + Math.floor(random() * 900), SIGHT)
    times.push(performance.now() - from)
    const follower = new Follower()
    follower.start(JSON.parse(gunzipSync(body).toString('utf8')) as FullState)
    if (worldHash(follower.world) !== hashes.get(at)) wrong++
  }
  const peer: number[] = []
  const seek = await peerFile?.reader()
  for (const at of seek ? moments.slice(0, PEER_ASKED) : []) {
    const from = performance.now()
    const folded = await seek?.(at)
    peer.push(performance.now() - from)
    if (folded && worldHash(folded.world, seen) !== hashes.get(at)) throw new Error('the peer tells something else')
  }
  await peerFile?.close()
  await storage.close()
  await remove()
  return { times, peer, wrong }
}

async function bytesOf(folder: string): Promise<{ tape: number; moments: number }> {
  const bytes = { tape: 0, moments: 0 }
  for (const name of await readdir(folder)) {
    const { size } = await stat(join(folder, name))
    if (name.startsWith('tape-')) bytes.tape += size
    if (name.startsWith('moments.')) bytes.moments += size
  }
  return bytes
}
