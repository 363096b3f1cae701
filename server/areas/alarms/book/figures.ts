import { setImmediate as breathe } from 'node:timers/promises'
import { CHATTER_TIMES, chatterOf, type Turn } from '#models/figures/chattering.ts'
import { loadOf } from '#models/figures/floods.ts'
import {
  gradesOf,
  PeopleFigures,
  perTenMinutes,
  shiftsOf,
  sourceKey,
  sourceOf,
  TopSources,
  timesTo,
  trendOf,
} from '#models/figures/parts.ts'
import { STALE_MS } from '#models/figures/targets.ts'
import { healthFindings } from '#models/health.ts'
import type { Shift } from '#models/shifts.ts'
import type { AlarmFigures } from '#shared/contract/alarm-figures.ts'
import { isWithin } from '#shared/place/path.ts'
import { DAY } from '#shared/time.ts'
import { isThere } from '#shared/world/alarm-life.ts'
import { Grade } from '#shared/world/alarm-record.ts'
import { type Rule, ruleKey } from '#shared/world/rules.ts'
import type { World } from '#shared/world/world.ts'
import type { AlarmBook, BookRow, Turn as BookTurn } from '../../../log/alarm-book.ts'
import { remedyOf } from '../chatter-remedy.ts'

/** More than this are never looked at for one answer. */
const MOST_ROWS = 400_000
const SLICE = 4000
/** So many are counted at once. */
const COUNTED = 5000
/** Sources are looked at so many at once. */
const SOURCES = 500
const MOST_FLOODS = 10
const MOST_NAMED = 100

interface Wish {
  book: AlarmBook
  world: World
  ruleOf(key: string): Rule | undefined
  shifts: readonly Shift[]
  duty: string
  from: number
  to: number
  now: number
}

/** Slice by slice: whoever asks for a month waits for it, and nobody else does. */
export async function figuresOf(wish: Wish): Promise<Omit<AlarmFigures, 'behind' | 'since'>> {
  const { from, now, shifts } = wish
  const to = Math.max(from + 1, Math.min(wish.to, now))
  const { rows, quiet, cut } = await rowsOf(wish, to)
  const chattering = await chatteringOf(wish, rows, to)
  await breathe()
  const { floods, most } = loadOf(
    rows.map(({ raisedAt }) => raisedAt),
    to,
  )
  const inFlood = floods.reduce((sum, flood) => sum + flood.to - flood.from, 0)
  await breathe()
  const [peopleSeen, sources] = [new PeopleFigures(), new TopSources()]
  for (let n = 0; n < rows.length; n += COUNTED) {
    const slice = rows.slice(n, n + COUNTED)
    peopleSeen.add(slice)
    sources.add(slice)
    await breathe()
  }
  const people = peopleSeen.figures()
  const top = sources.figures()
  await breathe()
  const times = timesTo(rows)
  await breathe()
  const trend = trendOf(rows, floods, from, to)
  const grades = gradesOf(rows)
  await breathe()
  const byShift: AlarmFigures['shifts'] = []
  for (const one of shiftsOf(rows, floods, from, to, shifts)) {
    byShift.push({ ...one, shift: { ...one.shift } })
    await breathe()
  }
  const stale = staleOf(wish, rows, to)
  const operators = Math.max(1, people.length)
  const mean = perTenMinutes(rows.length, to - from)
  return {
    from,
    to,
    alarms: rows.length,
    quiet,
    again: chattering.again,
    operators,
    perTenMinutes: { mean, most: most.alarms, mostAt: most.at },
    each: { perTenMinutes: mean / operators, perDay: (rows.length / operators / (to - from)) * DAY },
    floods: {
      count: floods.length,
      ms: inFlood,
      share: inFlood / (to - from),
      list: [...floods].sort((a, b) => b.alarms - a.alarms).slice(0, MOST_FLOODS),
    },
    grades: Grade.options.map(({ value }) => ({ grade: value, count: grades[value] })),
    ...times,
    top,
    chattering: chattering.named,
    stale,
    trend,
    people,
    shifts: byShift,
    cut,
  }
}

/** What rose in that time and called for somebody, at the places that the asker may see. */
async function rowsOf({ book, duty, from }: Wish, to: number) {
  const rows: BookRow[] = []
  let quiet = 0
  const { first, beyond } = await book.between(from, to)
  const end = Math.min(beyond, first + MOST_ROWS)
  const read = (n: number) => (n < end ? book.range(n, Math.min(end, n + SLICE)) : Promise.resolve([]))
  // While one slice is looked at the next is read.
  let ahead = read(first)
  for (let n = first; n < end; n += SLICE) {
    const slice = await ahead
    ahead = read(n + SLICE)
    for (const row of slice) {
      if (!isWithin(row.place, duty)) continue
      if (row.quiet) quiet++
      else rows.push(row)
    }
    await breathe()
  }
  return { rows, quiet, cut: end < beyond }
}

async function chatteringOf({ book, world, ruleOf, duty, from }: Wish, rows: readonly BookRow[], to: number) {
  const byNumber = new Map(rows.map((row) => [row.n, row]))
  const sources = new Map<string, { row: BookRow; turns: Turn[] }>()
  const of = (row: BookRow) => {
    const key = sourceKey(row)
    const known = sources.get(key) ?? { row, turns: [] }
    sources.set(key, known)
    return known
  }
  for (const [i, row] of rows.entries()) {
    of(row).turns.push({ at: row.raisedAt, there: true, value: row.value, limit: row.limit })
    if (i % COUNTED === 0) await breathe()
  }
  let again = 0
  for (let since = { at: from, seq: 0 }; ; ) {
    const slice = await book.turns(since.at, to, since.seq, SLICE)
    await haveRows(book, byNumber, slice)
    for (const { n, at, there, value } of slice) {
      const row = byNumber.get(n)
      if (!row || !isWithin(row.place, duty)) continue
      if (there) again++
      of(row).turns.push({ at, there, value, limit: row.limit })
    }
    const last = slice.at(-1)
    if (!last || slice.length < SLICE) break
    since = { at: last.at, seq: last.seq }
    await breathe()
  }
  const named: AlarmFigures['chattering'] = []
  let looked = 0
  for (const { row, turns } of sources.values()) {
    if (++looked % SOURCES === 0) await breathe()
    if (turns.length < CHATTER_TIMES) continue
    const chatter = chatterOf(turns.sort((a, b) => a.at - b.at))
    if (!chatter) continue
    const { comings, most, at } = chatter
    const rule = ruleOf(ruleKey(row))
    const remedy = remedyOf(chatter, rule, world.devices.get(row.device))
    named.push({ ...sourceOf(row), comings, most, at, metric: row.metric, remedy })
  }
  named.sort((a, b) => b.comings - a.comings)
  return { again, named: named.slice(0, MOST_NAMED) }
}

/** What comes and goes may have risen long before. */
async function haveRows(book: AlarmBook, known: Map<number, BookRow>, turns: readonly BookTurn[]): Promise<void> {
  const missing = [...new Set(turns.map(({ n }) => n))].filter((n) => !known.has(n))
  if (missing.length === 0) return
  for (const row of await book.numbered(missing)) known.set(row.n, row)
}

/** What was there for a day or longer: what is there now, whenever it rose, and what rose in that time. */
function staleOf({ world, duty, now }: Wish, rows: readonly BookRow[], to: number): AlarmFigures['stale'] {
  const stale = new Map<string, AlarmFigures['stale'][number]>()
  if (to >= now)
    for (const alarm of world.alarms.values()) {
      const { raisedAt, aside, device, rule, place, grade, words } = alarm
      if (!isThere(alarm) || aside || now - raisedAt < STALE_MS || !isWithin(place, duty)) continue
      const kind = alarm.kind ?? world.devices.get(device)?.kind ?? ''
      const source = { device, rule, kind, place, ...(words && { name: words.name }) }
      const lasted = now - raisedAt
      const said = { alarm: alarm.alarm, grade, since: raisedAt, lasted, there: true }
      stale.set(alarm.alarm, { ...source, ...said, remedy: staleRemedy(rule, grade) })
    }
  for (const row of rows) {
    const { alarm, rule, grade, raisedAt, returnedAt, endedAt } = row
    const gone = returnedAt ?? endedAt
    if (gone === undefined || gone - raisedAt < STALE_MS || stale.has(alarm)) continue
    const said = { alarm, grade, since: raisedAt, lasted: gone - raisedAt, there: false }
    stale.set(alarm, { ...sourceOf(row), ...said, remedy: staleRemedy(rule, grade) })
  }
  return [...stale.values()].sort((a, b) => b.lasted - a.lasted).slice(0, MOST_NAMED)
}

/** A device that is not well is repaired; what is grave is seen to on site; all else is set aside with a reason. */
function staleRemedy(rule: string, grade: Grade): AlarmFigures['stale'][number]['remedy'] {
  if (Object.hasOwn(healthFindings, rule)) return 'repair'
  return grade <= 2 ? 'out-of-service' : 'shelve'
}
