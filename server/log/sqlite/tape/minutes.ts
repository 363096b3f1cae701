import type { Knex } from 'knex'
import type { Event } from '#shared/world/event.ts'
import { areaOf } from '#shared/world/world.ts'
import type { Density } from '../../history.ts'

export const MINUTE = 60_000
type Counts = Omit<Density, 'at'>

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
    const rows = [...this.pending].map(([minute, { alarms, acts, events, readings }]) => [
      minute,
      ...alarms,
      acts,
      events,
      readings,
    ])
    const columns = ['g1', 'g2', 'g3', 'g4', 'acts', 'events', 'readings']
    await step.raw(
      `INSERT INTO minute (minute, ${columns.join(', ')})
       SELECT ${['minute', ...columns].map((_, i) => `value ->> ${i}`).join(', ')} FROM json_each(?) WHERE true
       ON CONFLICT (minute) DO UPDATE SET ${columns.map((name) => `${name} = ${name} + excluded.${name}`).join(', ')}`,
      [JSON.stringify(rows)],
    )
  }

  /** They are kept. */
  forget(): void {
    this.pending.clear()
  }

  async density(db: Knex, from: number, to: number, every: number): Promise<Density[]> {
    const rows = await db.raw<
      (Record<`g${1 | 2 | 3 | 4}` | 'acts' | 'events' | 'readings', number> & { at: number })[]
    >(
      `SELECT minute * ${MINUTE} / ? * ? AS at, sum(g1) AS g1, sum(g2) AS g2, sum(g3) AS g3, sum(g4) AS g4,
       sum(acts) AS acts, sum(events) AS events, sum(readings) AS readings
       FROM minute WHERE minute >= ? AND minute <= ? GROUP BY 1`,
      [every, every, Math.floor(from / MINUTE), Math.floor(to / MINUTE)],
    )
    const found = new Map<number, Counts>()
    for (const { at, g1, g2, g3, g4, ...counts } of rows) found.set(at, { alarms: [g1, g2, g3, g4], ...counts })
    for (const [minute, counts] of this.pending) {
      const at = Math.floor((minute * MINUTE) / every) * every
      if (at + every <= from || at > to) continue
      add(found, at, counts)
    }
    return inOrder(found)
  }
}

/** Events counted as minutes are, in spans of any length. */
export function densityOf(events: Iterable<Event>, every: number): Density[] {
  const found = new Map<number, Counts>()
  for (const event of events) {
    const at = Math.floor(event.at / every) * every
    const counts = found.get(at) ?? none()
    found.set(at, counts)
    count(counts, event)
  }
  return inOrder(found)
}

function count(counts: Counts, { type, by, data }: Event): void {
  const { grade } = data as { grade?: number }
  if (type === 'alarm:raised' && grade !== undefined && grade >= 1 && grade <= 4) {
    counts.alarms[grade - 1] = (counts.alarms[grade - 1] ?? 0) + 1
  } else if (by.kind === 'user' && !areaOf(type)?.aboutLooking) counts.acts++
  else counts.events++
}

function add(found: Map<number, Counts>, at: number, { alarms, acts, events, readings }: Counts): void {
  const counts = found.get(at) ?? none()
  found.set(at, counts)
  for (const [i, many] of alarms.entries()) counts.alarms[i] = (counts.alarms[i] ?? 0) + many
  counts.acts += acts
  counts.events += events
  counts.readings += readings
}

function none(): Counts {
  return { alarms: [0, 0, 0, 0], acts: 0, events: 0, readings: 0 }
}

function inOrder(found: Map<number, Counts>): Density[] {
  return [...found].map(([at, counts]) => ({ at, ...counts })).sort((a, b) => a.at - b.at)
}
