import type { Knex } from 'knex'
import type { Event } from '#shared/world/event.ts'
import {
  add,
  type Counts,
  type CountsAt,
  count,
  hasStep,
  inOrder,
  LANES,
  none,
  type StepTo,
} from '#shared/world/happenings.ts'

export const MINUTE = 60_000
const COLUMNS = ['g1', 'g2', 'g3', 'g4', ...LANES, 'readings'] as const
const SUMS = COLUMNS.map((name) => `sum(${name}) AS ${name}`).join(', ')
const GRADES = { alarm: ['g1', 'g2', 'g3', 'g4'], grave: ['g1', 'g2'], gravest: ['g1'] } as const

export const MINUTE_TABLE = `CREATE TABLE IF NOT EXISTS minute (
  minute INTEGER PRIMARY KEY, ${COLUMNS.map((name) => `${name} INTEGER NOT NULL`).join(', ')})`

type Row = Record<(typeof COLUMNS)[number], number> & { at: number }

/** How much happened in each minute: counted as it is folded, kept with the keyframe that it is counted up to. */
export class Minutes {
  private readonly pending = new Map<number, Counts>()

  event(event: Event): void {
    count(this.of(event.at), event)
  }

  readings(at: number, many: number): void {
    this.of(at).readings += many
  }

  private of(at: number): Counts {
    const minute = Math.floor(at / MINUTE)
    let counts = this.pending.get(minute)
    if (!counts) {
      counts = none()
      this.pending.set(minute, counts)
    }
    return counts
  }

  /** Within the transaction of a keyframe. */
  async put(step: Knex): Promise<void> {
    const rows = [...this.pending].map(([minute, counts]) => [
      minute,
      ...counts.alarms,
      ...LANES.map((lane) => counts[lane]),
      counts.readings,
    ])
    await step.raw(
      `INSERT INTO minute (minute, ${COLUMNS.join(', ')})
       SELECT ${['minute', ...COLUMNS].map((_, i) => `value ->> ${i}`).join(', ')} FROM json_each(?) WHERE true
       ON CONFLICT (minute) DO UPDATE SET ${COLUMNS.map((name) => `${name} = ${name} + excluded.${name}`).join(', ')}`,
      [JSON.stringify(rows)],
    )
  }

  /** They are kept. */
  forget(): void {
    this.pending.clear()
  }

  async density(db: Knex, from: number, to: number, every: number): Promise<CountsAt[]> {
    const rows = await db.raw<Row[]>(
      `SELECT minute * ${MINUTE} / ? * ? AS at, ${SUMS} FROM minute WHERE minute >= ? AND minute <= ? GROUP BY 1`,
      [every, every, Math.floor(from / MINUTE), Math.floor(to / MINUTE)],
    )
    const found = new Map<number, Counts>()
    for (const { at, g1, g2, g3, g4, ...counts } of rows) found.set(at, { alarms: [g1, g2, g3, g4], ...counts })
    for (const [minute, counts] of this.pending) {
      const at = Math.floor((minute * MINUTE) / every) * every
      if (at + every <= from || at > to) continue
      const sum = found.get(at) ?? none()
      found.set(at, sum)
      add(sum, counts)
    }
    return inOrder(found)
  }

  /** The nearest minutes, from this one on, in which there is something to step to; as times. */
  async near(db: Knex, at: number, direction: 1 | -1, to: StepTo, limit: number): Promise<number[]> {
    const begin = Math.floor(at / MINUTE)
    const columns = to === 'any' ? COLUMNS.slice(0, -1) : to in GRADES ? GRADES[to as keyof typeof GRADES] : [to]
    const [beyond, order] = direction === 1 ? ['>=', 'ASC'] : ['<=', 'DESC']
    const rows = await db.raw<{ minute: number }[]>(
      `SELECT minute FROM minute WHERE minute ${beyond} ? AND ${columns.join(' + ')} > 0 ORDER BY minute ${order} LIMIT ?`,
      [begin, limit],
    )
    const found = new Set(rows.map(({ minute }) => minute))
    for (const [minute, counts] of this.pending)
      if ((minute - begin) * direction >= 0 && hasStep(counts, to)) found.add(minute)
    return [...found]
      .sort((a, b) => (a - b) * direction)
      .slice(0, limit)
      .map((minute) => minute * MINUTE)
  }
}
