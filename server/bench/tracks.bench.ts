import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { metresPerDegree } from '#shared/place/geodesy.ts'
import { seededRandom } from '#shared/random.ts'
import { DAY, SECOND } from '#shared/time.ts'
import { defineBench, median, percentile, round } from '../../scripts/bench/bench.ts'
import { migrate } from '../log/sqlite/migrations.ts'
import { openSqlite } from '../log/sqlite/open.ts'
import { Readings } from '../log/sqlite/readings.ts'
import { Segments } from '../log/sqlite/segments.ts'
import { openSqliteStorage } from '../log/sqlite/sqlite-storage.ts'
import type { Reading } from '../log/storage.ts'
import type { Walker } from '../log/tracks.ts'
import { longestBlock, startIdle } from './loop-probe.ts'
import { temporaryFolder } from './processes.ts'

const MOVERS = 200
const EVERY = 5 * SECOND
const FROM = Date.UTC(2026, 10, 21)
const TO = FROM + DAY
const ASKED = 20
const READ = 8
const BATCH = 50_000
const LIMIT_MS = 5000
const BLOCK_MS = 50

/** Who was in an area on a day, of two hundred who told every five seconds where they were; and for how long others waited. */
export default defineBench('tracks', async (record) => {
  const { folder, remove } = await temporaryFolder()
  await writeDay(folder)
  const storage = await openSqliteStorage(folder)
  const walkers = Array.from({ length: MOVERS }, (_, i) => walker(i))
  record({ name: 'tracks.positions', value: (MOVERS * DAY) / EVERY, unit: 'positions of a day' })
  const random = seededRandom(4)
  const search = () => {
    const [lon, lat] = [114 + (random() - 0.5) / 200, 22.5 + (random() - 0.5) / 200]
    const area = [{ lon, lat, radius: 40 }]
    return storage.tracks.presence({ walkers, from: FROM, to: TO, sees: undefined, area, mostTimes: 100 })
  }
  const read = () => {
    const first = Math.floor(random() * (MOVERS - READ))
    return storage.tracks.ways({
      walkers: walkers.slice(first, first + READ),
      from: FROM,
      to: TO,
      sees: undefined,
      most: 4000,
      meet: { within: 15, atLeast: 30_000 },
      spots: [],
      patrols: [],
    })
  }
  // The thread is there from the first question on.
  await search()
  const idle = startIdle()
  await longestBlock(idle)
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const searched = await timesOf(search)
  const wayed = await timesOf(read)
  delay.disable()
  const machine = await longestBlock(idle)
  idle.kill()
  const p99 = percentile(searched, 0.99)
  record({
    name: 'tracks.search_p99',
    value: round(p99, 0),
    unit: `ms for who was in a circle on a whole day, p50 ${round(median(searched), 0)}`,
    target: `<= ${LIMIT_MS} ms`,
    met: p99 <= LIMIT_MS,
  })
  record({
    name: 'tracks.read_p99',
    value: round(percentile(wayed, 0.99), 0),
    unit: `ms for the ways of ${READ} on a whole day with their meetings, p50 ${round(median(wayed), 0)}`,
  })
  const block = delay.max / 1e6
  record({
    name: 'tracks.block_ms',
    value: round(block, 1),
    unit: 'ms that the loop of the server was held up at most meanwhile',
    against: `a process that does nothing: ${round(machine, 1)} ms`,
    target: `<= ${BLOCK_MS} ms`,
    met: block <= BLOCK_MS,
  })
  await storage.close()
  await remove()
})

const walker = (i: number): Walker => ({ device: `mover-${i}`, top: 12, silence: 60_000, flies: false, height: 0 })

/** Each goes straight on for a while, then elsewhere. Through the parts of the storage, so that rolling up is waited for. */
async function writeDay(folder: string): Promise<void> {
  const db = openSqlite(join(folder, 'ankan.db'), 'write', 1)
  await migrate(db)
  const segments = new Segments(folder)
  const store = await Readings.open(db, segments)
  const commit = async (rows: Reading[]) => {
    const prepared = store.prepare(rows)
    store.adopt(prepared, await db.transaction((step) => Readings.write(step, 0, prepared)))
  }
  const random = seededRandom(3)
  const metres = metresPerDegree(22.5)
  const movers = Array.from({ length: MOVERS }, () => ({
    x: (random() - 0.5) * 1000,
    y: (random() - 0.5) * 1000,
    turn: 0,
  }))
  let readings: Reading[] = []
  for (let at = FROM; at < TO; at += EVERY) {
    for (const [i, mover] of movers.entries()) {
      if (at % (2 * 60_000) === 0 || Math.hypot(mover.x, mover.y) > 600)
        mover.turn = Math.hypot(mover.x, mover.y) > 600 ? Math.atan2(-mover.y, -mover.x) : random() * 2 * Math.PI
      mover.x += Math.cos(mover.turn) * 6
      mover.y += Math.sin(mover.turn) * 6
      const device = `mover-${i}`
      readings.push({ device, metric: 'lon', at, value: round(114 + mover.x / metres.lon, 7) })
      readings.push({ device, metric: 'lat', at, value: round(22.5 + mover.y / metres.lat, 7) })
    }
    if (readings.length >= BATCH) {
      await commit(readings)
      readings = []
    }
  }
  await commit(readings)
  await store.settle()
  await store.settle()
  await store.rollups.finish()
  await store.close()
  await segments.close()
  await db.destroy()
}

async function timesOf(ask: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  for (let i = 0; i < ASKED; i++) {
    const from = performance.now()
    await ask()
    times.push(performance.now() - from)
  }
  return times
}
