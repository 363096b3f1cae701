import {
  alarmAcknowledged,
  alarmClosed,
  alarmRaised,
  alarmRecurred,
  alarmReopened,
  alarmReturned,
} from '#shared/world/alarm-events.ts'
import type { Alarm, Verdict } from '#shared/world/alarm-record.ts'
import type { Event } from '#shared/world/event.ts'
import { World } from '#shared/world/world.ts'
import type { BookRow, Turn } from '../../../log/alarm-book.ts'

/** What the book is told of events: the row of each alarm as it is after them, and when its condition came and went. */
export class BookFold {
  readonly world = new World()
  /** Of the alarms that are not over. */
  private readonly rows = new Map<string, BookRow>()
  private changed = new Map<string, BookRow>()
  private turns: Turn[] = []
  private newest: number
  /** Of the last event that was taken. */
  seq = 0
  private readonly kindOf: (device: string) => string | undefined

  constructor(
    newest: number,
    open: readonly { row: BookRow; record: Alarm }[],
    kindOf: (device: string) => string | undefined,
  ) {
    this.newest = newest
    this.kindOf = kindOf
    for (const { row, record } of open) {
      this.world.alarms.set(record.alarm, record)
      this.rows.set(record.alarm, row)
    }
  }

  /** The alarm that is to be had from the book before this event can be taken. */
  missing(event: Event): string | undefined {
    const { alarm } = event.data as { alarm: string }
    return event.type === alarmReopened.type && !this.rows.has(alarm) && !this.changed.has(alarm) ? alarm : undefined
  }

  have(row: BookRow): void {
    this.rows.set(row.alarm, row)
  }

  take(event: Event): void {
    const { alarm: id, value } = event.data as { alarm?: string; value?: number }
    this.seq = event.seq
    if (id === undefined) return
    this.world.apply(event)
    const record = this.world.alarms.get(id)
    const before = this.rows.get(id) ?? this.changed.get(id)
    if (event.type === alarmRaised.type && record) this.keep(this.rowOf(record), record)
    else if (before) {
      const row = after(before, event, record)
      this.keep(row, record)
      if (event.type === alarmRecurred.type || event.type === alarmReturned.type)
        this.turns.push({
          seq: event.seq,
          at: event.at,
          n: row.n,
          there: event.type === alarmRecurred.type,
          value: value ?? 0,
        })
    }
  }

  private keep(row: BookRow, record: Alarm | undefined): void {
    this.changed.set(row.alarm, row)
    if (record) this.rows.set(row.alarm, row)
    else this.rows.delete(row.alarm)
  }

  private rowOf(record: Alarm): BookRow {
    const { alarm, device, rule, kind, place, grade, state, raisedAt, times, words, metric, limit, value, is } = record
    return {
      n: ++this.newest,
      alarm,
      device,
      rule,
      kind: kind ?? this.kindOf(device) ?? '',
      place,
      grade,
      state,
      quiet: record.aside !== undefined,
      raisedAt,
      times,
      metric,
      limit,
      value,
      who: [],
      ...(words && { name: words.name }),
      ...(is && { is }),
    }
  }

  /** All that changed since it was asked last. */
  batch() {
    const { changed, turns } = this
    this.changed = new Map()
    this.turns = []
    const records = new Map<string, Alarm>()
    for (const id of changed.keys()) {
      const record = this.world.alarms.get(id)
      if (record) records.set(id, record)
    }
    return { rows: [...changed.values()], records, turns }
  }

  get waiting(): number {
    return this.changed.size + this.turns.length
  }
}

/** The row after one more event; `record`: the alarm itself, unless it is over. */
function after(before: BookRow, { type, at, by, data }: Event, record: Alarm | undefined): BookRow {
  const { endedAt: _, endedBy: __, how: ___, ...rest } = before
  const row: BookRow = { ...(record ? rest : before), state: record?.state ?? 'over' }
  if (record) {
    row.grade = record.grade
    row.times = record.times
    row.value = record.value
    row.limit = record.limit
  } else Object.assign(row, { endedAt: at, endedBy: by, how: type })
  if (type === alarmReturned.type) row.returnedAt = at
  if (type === alarmAcknowledged.type && row.acknowledgedAt === undefined)
    Object.assign(row, { acknowledgedAt: at, acknowledgedBy: by })
  if (type === alarmClosed.type) {
    const { verdict, cause, disposal } = data as { verdict: Verdict; cause: string; disposal: string }
    Object.assign(row, { verdict, cause, disposal })
  }
  if (type === alarmReopened.type) {
    delete row.verdict
    delete row.cause
    delete row.disposal
  }
  if (by.kind === 'user' && !row.who.includes(by.id)) row.who = [...row.who, by.id]
  return row
}
