import type { PastAlarm } from '#shared/contract/alarm-history.ts'
import type { Alarm } from '#shared/world/alarm-record.ts'

export type BookRow = PastAlarm

/** Its condition came again, or went. */
export interface Turn {
  seq: number
  at: number
  /** Of the alarm. */
  n: number
  there: boolean
  value: number
}

/** By what alarms are found; one value may be of many of them. */
export const facets = ['grade', 'rule', 'kind', 'place', 'device', 'state', 'verdict', 'who', 'words'] as const
export type Facet = (typeof facets)[number]

/** One of these values; those of other facets do as well. */
export type AnyOf = Partial<Record<Facet, readonly string[]>>

export interface BookSearch {
  /** All of them have to hold. */
  all: readonly AnyOf[]
  /** Of when it rose. */
  from?: number | undefined
  to?: number | undefined
  /** Older ones than this row. */
  before?: number | undefined
  limit: number
}

export interface BookFound {
  rows: BookRow[]
  /** How many there are from here on; `more`: at least so many, they were not all counted. */
  total: { count: number; more: boolean }
  /** Where to go on, and how many rows have not been looked at; null: that was all. */
  next: { before: number; rest: number } | null
}

/** What is written together: all of it or nothing. */
export interface BookBatch {
  rows: readonly BookRow[]
  /** Of those that are not over, the whole record. */
  records: ReadonlyMap<string, Alarm>
  turns: readonly Turn[]
  /** The number of the last event that this holds. */
  seq: number
}

/**
 * Every alarm ever raised, to be searched and counted. It is not the truth: whatever is wrong with it, it can be written
 * anew from the log.
 */
export interface AlarmBook {
  /** The number of the last event that it holds. */
  readonly seq: number
  readonly rows: number
  /** Those that are not over, as they were after event `seq`. */
  open(): Promise<{ row: BookRow; record: Alarm }[]>
  write(batch: BookBatch): Promise<void>
  search(search: BookSearch): Promise<BookFound>
  /** One alarm by its id; it is looked for among those of its device, newest first. */
  find(alarm: string, device: string): Promise<BookRow | undefined>
  numbered(rows: readonly number[]): Promise<BookRow[]>
  /** The values of some facets whose text holds this. */
  known(facets: readonly Facet[], text: string): Promise<AnyOf>
  /** The rows that rose within a time: from the first one to before the second one. */
  between(from: number, to: number): Promise<{ first: number; beyond: number }>
  /** Rows by their numbers, oldest first. */
  range(first: number, beyond: number): Promise<BookRow[]>
  /** Comings and goings within a time, in order; `after`: the event that the last one was. */
  turns(from: number, to: number, after: number, limit: number): Promise<Turn[]>
  close(): Promise<void>
}
