import { join } from 'node:path'
import type { Knex } from 'knex'
import { seededRandom } from '#shared/random.ts'
import { DAY, HOUR, SECOND } from '#shared/time.ts'
import { defineBench, median, percentile, round } from '../../scripts/bench/bench.ts'
import { migrate } from '../log/sqlite/migrations.ts'
import { openSqlite } from '../log/sqlite/open.ts'
import { Readings } from '../log/sqlite/readings.ts'
import { Segments } from '../log/sqlite/segments.ts'
import { openSqliteStorage } from '../log/sqlite/sqlite-storage.ts'
import type { Reading } from '../log/storage.ts'
import { temporaryFolder } from './processes.ts'

const DAYS = 365
const START = Date.UTC(2025, 10, 22)
const END = START + DAYS * DAY
const EVERY = 10 * SECOND
/** Beside the one that is looked at, so that a day holds more than it: as many readings again. */
const OTHERS = 10
const OTHERS_EVERY = 100 * SECOND
/** As many as a wide chart has room for. */
const MOST = 1000
const ASKED = 200
const PEER_ASKED = 5
const LIMIT_MS = 150

type Range = { from: number; to: number }

/** A year of one device, one reading in ten seconds, drawn from the store; the peer groups a plain table of the same rows. */
export default defineBench('trend', async (record) => {
  const { folder, remove } = await temporaryFolder()
  const peer = openSqlite(join(folder, 'peer.db'), 'write', 1)
  await peer.raw('CREATE TABLE reading (at INTEGER PRIMARY KEY, value REAL NOT NULL)')
  const { spike, settled } = await writeYear(folder, peer)
  const storage = await openSqliteStorage(folder)
  record({ name: 'trend.readings', value: (DAYS * DAY) / EVERY, unit: 'readings of one device' })
  record({
    name: 'trend.settle',
    value: round(settled.write / 1000, 1),
    unit: 's to write them and those of ten others',
  })
  record({
    name: 'trend.rollup',
    value: round(settled.rollUp / 1000, 1),
    unit: 's to roll all of them up, in the background',
  })

  const ask = ({ from, to }: Range) => storage.trend({ device: 'd', metric: 'm', from, to, most: MOST })
  const random = seededRandom(5)
  const within = (length: number): Range => {
    const from = Math.floor(START + random() * (END - START - length))
    return { from, to: from + length }
  }
  const year = () => ({ from: START + Math.floor(random() * HOUR), to: END })
  const seen = await ask(year())
  if (!seen.spans.some(({ max, maxAt }) => max === spike.value && maxAt === spike.at))
    throw new Error('the spike is lost')

  const times = { year: await timesOf(ASKED, () => ask(year())) }
  const peers = await timesOf(PEER_ASKED, () => grouped(peer, year(), seen.every))
  const p99 = percentile(times.year, 0.99)
  record({
    name: 'trend.p99',
    value: round(p99, 1),
    unit: `ms for a whole year in ${seen.spans.length} spans, p50 ${round(median(times.year), 1)}`,
    against: `GROUP BY over a plain table, p50 ${round(median(peers), 0)} ms`,
    ratio: round(median(times.year) / median(peers), 3),
    target: `<= ${LIMIT_MS} ms`,
    met: p99 <= LIMIT_MS,
  })
  for (const [name, length] of [
    ['day', DAY],
    ['week', 7 * DAY],
    ['month', 30 * DAY],
    ['quarter', 91 * DAY],
  ] as const) {
    const taken = await timesOf(ASKED, () => ask(within(length)))
    record({
      name: `trend.${name}_p99`,
      value: round(percentile(taken, 0.99), 1),
      unit: `ms anywhere in the year, p50 ${round(median(taken), 1)}`,
    })
  }
  await peer.destroy()
  await storage.close()
  await remove()
})

/** Through the parts of the storage, so that rolling up is waited for and need not be guessed at. */
async function writeYear(folder: string, peer: Knex) {
  const db = openSqlite(join(folder, 'ankan.db'), 'write', 1)
  await migrate(db)
  const segments = new Segments(folder)
  const readings = await Readings.open(db, segments)
  const spike = { at: START + 200 * DAY + 12_340_000, value: 99.9 }
  const random = seededRandom(3)
  const began = performance.now()
  let level = 20
  for (let day = START; day < END; day += DAY) {
    const rows: Reading[] = []
    for (let at = day; at < day + DAY; at += EVERY) {
      level += (random() - 0.5) / 5 + (20 - level) / 1000
      rows.push({ device: 'd', metric: 'm', at, value: at === spike.at ? spike.value : round(level, 1) })
    }
    await peer.raw('INSERT INTO reading SELECT value ->> 0, value ->> 1 FROM json_each(?)', [
      JSON.stringify(rows.map(({ at, value }) => [at, value])),
    ])
    for (let n = 0; n < OTHERS; n++)
      for (let at = day; at < day + DAY; at += OTHERS_EVERY)
        rows.push({ device: `other-${n}`, metric: 'm', at, value: round(random() * 50, 1) })
    const prepared = readings.prepare(rows)
    readings.adopt(prepared, await db.transaction((step) => Readings.write(step, 0, prepared)))
  }
  const written = performance.now()
  // The first may be one that is on its way already, with what was there when it began.
  await readings.settle()
  await readings.settle()
  await readings.rollups.finish()
  const settled = { write: written - began, rollUp: performance.now() - written }
  await readings.close()
  await segments.close()
  await db.destroy()
  return { spike, settled }
}

/** What a table of readings would be asked. */
function grouped(db: Knex, { from, to }: Range, every: number): Promise<unknown> {
  return db.raw(
    `SELECT at / ? AS span, count(*), avg(value), min(value), max(value) FROM reading WHERE at BETWEEN ? AND ? GROUP BY 1`,
    [every, from, to],
  )
}

async function timesOf(count: number, ask: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  for (let i = 0; i < count; i++) {
    const from = performance.now()
    await ask()
    times.push(performance.now() - from)
  }
  return times
}
