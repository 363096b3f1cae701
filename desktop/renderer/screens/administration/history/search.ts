import type { AlarmSearch, PastState } from '#shared/contract/alarm-history.ts'
import type { Grade, Verdict } from '#shared/world/alarm-record.ts'
import { minuteOf } from '../audit/search.ts'

/** What is chosen above the record of alarms. Times are those of a `datetime-local` field. */
export interface HistoryFields {
  text: string
  since: string
  until: string
  grades: Grade[]
  rules: string[]
  kinds: string[]
  place: string
  devices: string[]
  states: PastState[]
  verdicts: Verdict[]
  who: string
}

export const NO_HISTORY_SEARCH: HistoryFields = {
  text: '',
  since: '',
  until: '',
  grades: [],
  rules: [],
  kinds: [],
  place: '',
  devices: [],
  states: [],
  verdicts: [],
  who: '',
}

const MINUTE_MS = 60_000

/** What is asked of the server: empty fields are left out, the last minute is meant whole. */
export function historySearchOf(fields: HistoryFields): AlarmSearch {
  const { since, until, place, who } = fields
  const text = fields.text.trim().slice(0, 100)
  const from = minuteOf(since)
  const to = minuteOf(until)
  const search: AlarmSearch = {}
  if (text) search.text = text
  if (from !== undefined) search.from = from
  if (to !== undefined) search.to = to + MINUTE_MS - 1
  if (place) search.place = place
  if (who) search.who = who
  for (const field of ['grades', 'rules', 'kinds', 'devices', 'states', 'verdicts'] as const)
    if (fields[field].length > 0) Object.assign(search, { [field]: fields[field] })
  return search
}
