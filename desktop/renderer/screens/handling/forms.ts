import type { Outcome } from '#shared/contract/alarms.ts'
import {
  acknowledgeAlarms,
  assignAlarms,
  closeAlarms,
  commentAlarms,
  gradeAlarms,
  partAlarms,
  resetAlarms,
  shelveAlarms,
  takeBackAlarms,
  uniteAlarms,
} from '#shared/contract/alarms.ts'
import type { Call } from '#shared/contract/call.ts'
import type { Grade, Verdict } from '#shared/world/alarm-record.ts'
import type { Handling } from '../../store/handling.ts'

/** What somebody says with what he does; each form asks for some of it. */
export interface Entry {
  note: string
  text: string
  reason: string
  grade: Grade
  minutes: number
  /** Empty: nobody. */
  to: string
  verdict: Verdict
  cause: string
  disposal: string
}

export type Field = keyof Entry

export const SHELVES = [15, 30, 60, 240, 480, 1440]

export interface Form {
  fields: readonly Field[]
  call: Call<never, Outcome>
  input(alarms: string[], entry: Entry): object
}

const noteOf = ({ note }: Entry) => (note.trim() ? { note: note.trim() } : {})

function form<I>(call: Call<I, Outcome>, fields: Field[], said: (entry: Entry) => Omit<I, 'alarms'>): Form {
  return { call: call as Call<never, Outcome>, fields, input: (alarms, entry) => ({ alarms, ...said(entry) }) }
}

/** Whatever is done to alarms by their ids; having them back is about what set them aside. */
export const forms: Record<Exclude<Handling, 'back'>, Form> = {
  acknowledge: form(acknowledgeAlarms, ['note'], noteOf),
  'take-back': form(takeBackAlarms, ['note'], noteOf),
  unite: form(uniteAlarms, [], () => ({})),
  part: form(partAlarms, [], () => ({})),
  reset: form(resetAlarms, ['note'], noteOf),
  comment: form(commentAlarms, ['text'], ({ text }) => ({ text: text.trim() })),
  assign: form(assignAlarms, ['to', 'note'], (entry) => ({ to: entry.to || null, ...noteOf(entry) })),
  grade: form(gradeAlarms, ['grade', 'reason'], ({ grade, reason }) => ({ grade, note: reason.trim() })),
  shelve: form(shelveAlarms, ['minutes', 'reason'], ({ minutes, reason }) => ({ minutes, reason: reason.trim() })),
  close: form(closeAlarms, ['verdict', 'cause', 'disposal'], ({ verdict, cause, disposal }) => ({
    verdict,
    cause: cause.trim(),
    disposal: disposal.trim(),
  })),
}

const NEEDED: ReadonlySet<Field> = new Set(['text', 'reason', 'cause', 'disposal'])

export function isComplete(fields: readonly Field[], entry: Entry): boolean {
  return fields.every((field) => !NEEDED.has(field) || String(entry[field]).trim() !== '')
}
