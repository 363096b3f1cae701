import { join } from 'node:path'
import type { Knex } from 'knex'
import { defaultShifts } from '#models/shifts.ts'
import { seededRandom } from '#shared/random.ts'
import { DAY, MINUTE } from '#shared/time.ts'
import type { Grade } from '#shared/world/alarm-record.ts'
import { World } from '#shared/world/world.ts'
import { defineBench, median, percentile, round } from '../../scripts/bench/bench.ts'
import { figuresOf } from '../areas/alarms/book/figures.ts'
import type { AlarmBook, AnyOf, BookRow, BookSearch } from '../log/alarm-book.ts'
import { openBook } from '../log/sqlite/book/sqlite-book.ts'
import { openSqlite } from '../log/sqlite/open.ts'
import { temporaryFolder } from './processes.ts'

const ALARMS = 10_000_000
const BATCH = 65_536
const DEVICES = 12_000
const RULES = 60
const YEARS = 5
const END = Date.UTC(2026, 10, 22)
const START = END - YEARS * 365 * DAY
const ASKED = 400
const PEER_ASKED = 8
const PAGE = 100
const LIMIT_MS = 300
const VERDICTS = ['real', 'false', 'test', 'fault', 'other'] as const
const ACCOUNTS = Array.from({ length: 24 }, (_, i) => `operator-${i}`)
const CAUSES = Array.from({ length: 400 }, (_, i) => `原因${i} 现场核实`)

/** Every filter of the search screen, and several together, over ten million alarms; the peer is a plain table of them. */
export default defineBench('history', async (record) => {
  const { folder, remove } = await temporaryFolder()
  const book = await openBook(folder, { id: 'bench', seq: ALARMS })
  const peer = openSqlite(join(folder, 'peer.db'), 'write', 1)
  const began = performance.now()
  await fill(book, peer)
  record({
    name: 'history.alarms',
    value: book.rows,
    unit: `past alarms, written with those of the peer in ${round((performance.now() - began) / 1000, 0)} s`,
  })

  const random = seededRandom(11)
  const times: number[] = []
  const slowest = { ms: 0, what: '' }
  let partial = 0
  for (let i = 0; i < ASKED; i++) {
    const { what, search } = wish(i, random)
    const from = performance.now()
    const words = search.text === undefined ? [] : [await book.known(['device', 'rule', 'place', 'words'], search.text)]
    const found = await book.search({ ...search, all: [...search.all, ...words] })
    const took = performance.now() - from
    times.push(took)
    if (found.next && found.rows.length < PAGE) partial++
    if (took > slowest.ms) Object.assign(slowest, { ms: took, what })
  }
  const peers: number[] = []
  for (let i = 0; i < PEER_ASKED; i++) peers.push(await plain(peer, wish(i * 7, random).search))
  const p99 = percentile(times, 0.99)
  record({
    name: 'history.p99',
    value: round(p99, 1),
    unit: `ms for the newest ${PAGE} of any filters with their count, p50 ${round(median(times), 1)}, slowest ${round(slowest.ms, 0)} (${slowest.what}), ${partial} of ${ASKED} to be gone on with`,
    against: `a plain table, indexed by device and rule, p50 ${round(median(peers), 0)} ms`,
    ratio: round(median(times) / median(peers), 4),
    target: `<= ${LIMIT_MS} ms`,
    met: p99 <= LIMIT_MS,
  })
  const asked = { book, world: new World(), ruleOf: () => undefined, shifts: defaultShifts, duty: '' }
  const from = performance.now()
  const { alarms } = await figuresOf({ ...asked, from: END - 30 * DAY, to: END, now: END })
  record({
    name: 'history.figures',
    value: round(performance.now() - from, 0),
    unit: `ms for the figures of a month of ${alarms} alarms, in slices`,
  })
  await peer.destroy()
  await book.close()
  await remove()
})

interface Wish {
  what: string
  search: BookSearch & { text?: string }
}

function wish(i: number, random: () => number): Wish {
  const pick = (most: number) => Math.floor(random() * most)
  const device = () => deviceOf(pick(DEVICES))
  const one: [string, AnyOf][] = [
    ['grade', { grade: [String(1 + pick(4))] }],
    ['rule', { rule: [`rule-${pick(RULES)}`] }],
    ['kind', { kind: [`kind-${pick(20)}`] }],
    ['zone', { place: [device().place.split('/').slice(0, 2).join('/')] }],
    ['building', { place: [device().place.split('/').slice(0, 3).join('/')] }],
    ['floor', { place: [device().place.split('/').slice(0, 4).join('/')] }],
    ['device', { device: [device().device, device().device] }],
    ['state', { state: [['over', 'settled', 'unacknowledged'][pick(3)] as string] }],
    ['verdict', { verdict: [VERDICTS[pick(5)] as string] }],
    ['who', { who: [ACCOUNTS[pick(24)] as string] }],
  ]
  const some = [...one].sort(() => random() - 0.5).slice(0, i % 5)
  const span = [DAY, 30 * DAY, 365 * DAY][pick(3)] as number
  const from = START + pick(END - START - span)
  const texts = ['原因7', 'device-11', '现场', 'rule-3', 'b07']
  const text = i % 4 === 0 ? (texts[pick(texts.length)] as string) : undefined
  return {
    what: [...some.map(([name]) => name), ...(text ? [`text ${text}`] : []), ...(i % 3 === 0 ? ['time'] : [])].join(
      ' + ',
    ),
    search: {
      all: some.map(([, any]) => any),
      limit: PAGE,
      ...(i % 3 === 0 && { from, to: from + span }),
      ...(text && { text }),
    },
  }
}

function deviceOf(i: number) {
  const building = i % 60
  const place = `jx/z${building % 6}/b${String(building).padStart(2, '0')}/f${String(i % 28).padStart(2, '0')}/r${i % 4}`
  return { device: `device-${i}`, kind: `kind-${i % 20}`, place }
}

async function fill(book: AlarmBook, peer: Knex): Promise<void> {
  await peer.raw('PRAGMA synchronous = OFF')
  await peer.raw(`CREATE TABLE alarm (n INTEGER PRIMARY KEY, at INTEGER, grade INTEGER, rule TEXT, kind TEXT, place TEXT,
    device TEXT, state TEXT, verdict TEXT, who TEXT, words TEXT)`)
  const random = seededRandom(3)
  for (let n = 1; n <= ALARMS; ) {
    const rows: BookRow[] = []
    for (; rows.length < BATCH && n <= ALARMS; n++) rows.push(rowAt(n, random))
    await book.write({ rows, records: new Map(), turns: [], seq: n - 1 })
    await peer.raw(
      `INSERT INTO alarm SELECT ${Array.from({ length: 11 }, (_, i) => `value ->> ${i}`).join(', ')} FROM json_each(?)`,
      [
        JSON.stringify(
          rows.map((row) => [
            row.n,
            row.raisedAt,
            row.grade,
            row.rule,
            row.kind,
            row.place,
            row.device,
            row.state,
            row.verdict,
            row.who[0],
            row.cause,
          ]),
        ),
      ],
    )
  }
  for (const column of ['device', 'rule']) await peer.raw(`CREATE INDEX alarm_${column} ON alarm (${column}, n)`)
}

/** Few devices raise most alarms, as everywhere. */
function rowAt(n: number, random: () => number): BookRow {
  const i = Math.floor(random() ** 2 * DEVICES)
  const { device, kind, place } = deviceOf(i)
  const rule = `rule-${(i + Math.floor(random() * 3)) % RULES}`
  const raisedAt = START + Math.floor(((END - START) * n) / ALARMS)
  const luck = random()
  const grade = (luck < 0.8 ? 4 : luck < 0.95 ? 3 : luck < 0.99 ? 2 : 1) as Grade
  const isOver = n < ALARMS - 500
  const closed = grade <= 2 && isOver
  return {
    n,
    alarm: `${device}~${rule}~${raisedAt.toString(36)}`,
    device,
    rule,
    kind,
    place,
    grade,
    state: isOver ? 'over' : random() < 0.5 ? 'settled' : 'unacknowledged',
    quiet: false,
    raisedAt,
    times: 1,
    metric: 'm',
    limit: 8,
    value: 12,
    who: random() < 0.7 ? [ACCOUNTS[Math.floor(random() * ACCOUNTS.length)] as string] : [],
    acknowledgedAt: raisedAt + MINUTE,
    ...(isOver && { returnedAt: raisedAt + 5 * MINUTE, endedAt: raisedAt + 6 * MINUTE, how: 'alarm:returned' }),
    ...(closed && {
      verdict: VERDICTS[Math.floor(random() * 5)] as (typeof VERDICTS)[number],
      cause: CAUSES[Math.floor(random() * CAUSES.length)] as string,
      disposal: '已到场核实，无险情',
    }),
  }
}

/** What a table would be asked for the same: the newest page, and how many there are. */
async function plain(db: Knex, { all, from, to, text }: Wish['search']): Promise<number> {
  const where: string[] = ['1']
  const values: (string | number)[] = []
  for (const any of all)
    for (const [facet, texts] of Object.entries(any)) {
      if (facet === 'place') {
        where.push("(place = ? OR place LIKE ? || '/%')")
        values.push(texts[0] as string, texts[0] as string)
      } else {
        where.push(`${facet} IN (${texts.map(() => '?').join(', ')})`)
        values.push(...texts)
      }
    }
  if (from !== undefined && to !== undefined) {
    where.push('at BETWEEN ? AND ?')
    values.push(from, to)
  }
  if (text !== undefined) {
    where.push("(device || ' ' || rule || ' ' || place || ' ' || coalesce(words, '')) LIKE '%' || ? || '%'")
    values.push(text)
  }
  const began = performance.now()
  await db.raw(`SELECT * FROM alarm WHERE ${where.join(' AND ')} ORDER BY n DESC LIMIT ${PAGE}`, values)
  await db.raw(`SELECT count(*) FROM alarm WHERE ${where.join(' AND ')}`, values)
  return performance.now() - began
}
