import { shiftAt, shiftsOf } from '#models/shifts.ts'
import { type AlarmFigures, exportAlarmFigures, listShifts, readAlarmFigures } from '#shared/contract/alarm-figures.ts'
import { type AlarmSearch, exportAlarms, searchAlarms } from '#shared/contract/alarm-history.ts'
import { refuse } from '#shared/errors.ts'
import { EVERYWHERE } from '#shared/place/path.ts'
import type { Clock } from '#shared/time.ts'
import type { Rule } from '#shared/world/rules.ts'
import { CALENDAR } from '#shared/world/shifts.ts'
import { answer, type Served } from '../../../gateway/serve.ts'
import type { AlarmBook, AnyOf } from '../../../log/alarm-book.ts'
import type { EventLog } from '../../../log/log.ts'
import type { Storage } from '../../../log/storage.ts'
import { handOverCalls } from '../hand-over.ts'
import type { Bookkeeping } from './bookkeeping.ts'
import { figuresOf } from './figures.ts'
import { type Known, wordsMeant } from './words.ts'

interface Deps extends Known {
  keeping: Bookkeeping
  log: EventLog
  storage: Storage
  clock: Clock
  root: string
  ruleOf(key: string): Rule | undefined
}

export function bookCalls({ keeping, log, storage, clock, root, ruleOf, ...known }: Deps): Served[] {
  const shifts = () => shiftsOf(log.told.shifts.get(CALENDAR)?.shifts)
  const dutyOf = (duty: string) => (duty === root ? EVERYWHERE : duty)
  const figures = async (asked: number, to: number, duty: string): Promise<AlarmFigures | undefined> => {
    const { behind } = keeping
    const now = clock.now()
    // Before there was a record nothing rose because nobody listened: that is no calm.
    const [first] = await storage.events(log.stream, { limit: 1 })
    const from = Math.min(Math.max(asked, first?.at ?? now), Math.max(asked, to - 1))
    const { world } = known
    const found = await keeping.ask((book) =>
      figuresOf({ book, world, ruleOf, shifts: shifts(), duty: dutyOf(duty), from, to, now }),
    )
    return found && { ...found, since: first?.at ?? now, behind }
  }
  return [
    ...handOverCalls({ log, storage, clock, root, shifts, figures }),
    answer(searchAlarms, async ({ limit, before, ...search }, { duty }) => {
      // As it was before: what it takes in meanwhile may not be in the answer.
      const { behind } = keeping
      const found = await keeping.ask(async (book) => {
        const all = await filtersOf(search, dutyOf(duty), book, known)
        const { rows, total, next } = await book.search({ all, from: search.from, to: search.to, before, limit })
        return { alarms: rows, total, next }
      })
      const nothing = { alarms: [], total: { count: 0, more: true }, next: null }
      return { ...(found ?? nothing), behind: found ? behind : Math.max(1, keeping.behind) }
    }),
    answer(
      readAlarmFigures,
      async ({ from, to }, { duty }) =>
        (await figures(from, to, duty)) ??
        refuse('storage.read-only', { file: 'alarms.db' }, 'the book of alarms cannot be read now'),
    ),
    answer(exportAlarmFigures, () => ({})),
    answer(listShifts, ({ at = clock.now() }) => {
      const now = shiftAt(at, shifts())
      return { shifts: [...shifts()], now, last: shiftAt(now.from - 1, shifts()) }
    }),
    // The book is written up to now: what is raised meanwhile has a larger number.
    answer(exportAlarms, async () => ({ before: ((await keeping.ask(async (book) => book.rows)) ?? 0) + 1 })),
  ]
}

/** Each field has to hold; of the values of one field any does. */
async function filtersOf(search: AlarmSearch, duty: string, book: AlarmBook, known: Known): Promise<AnyOf[]> {
  const { grades, rules, kinds, place, devices, states, verdicts, who, text } = search
  const all: AnyOf[] = []
  if (duty !== EVERYWHERE) all.push({ place: [duty] })
  if (grades) all.push({ grade: grades.map(String) })
  if (rules) all.push({ rule: rules })
  if (kinds) all.push({ kind: kinds })
  if (place !== undefined) all.push({ place: [place] })
  if (devices) all.push({ device: devices })
  if (states) all.push({ state: states })
  if (verdicts) all.push({ verdict: verdicts })
  if (who !== undefined) all.push({ who: [who] })
  if (text !== undefined) all.push(...(await wordsMeant(text, book, known)))
  return all
}
