import type { AreaLane } from './area.ts'
import type { Event } from './event.ts'
import { areaOf } from './world.ts'

/** Below the alarms of a timeline: what people did, and what happened by itself, by what it is about. */
export const LANES = ['acts', 'course', 'devices', 'automatic', 'events'] as const satisfies readonly (
  | AreaLane
  | 'acts'
  | 'events'
)[]
export type Lane = (typeof LANES)[number]
export type Grade = 1 | 2 | 3 | 4

/** How much happened in a while. */
export type Counts = Record<Lane, number> & {
  /** Alarms raised, by grade, 1 first. */
  alarms: [number, number, number, number]
  /** Readings, as a measure of how much was heard. */
  readings: number
}

export type CountsAt = Counts & { at: number }

/** Where an event stands in a timeline: by the grade of the alarm that it raised, or in a lane. Undefined: nowhere. */
export function standsAt({ type, by, data }: Pick<Event, 'type' | 'by' | 'data'>): Grade | Lane | undefined {
  const { grade } = data as { grade?: number }
  if (type === 'alarm:raised' && (grade === 1 || grade === 2 || grade === 3 || grade === 4)) return grade
  const area = areaOf(type)
  // What is shown to nobody is counted for nobody.
  if (!area || area.see === null || area.aboutLooking) return undefined
  return by.kind === 'user' ? 'acts' : (area.lane ?? 'events')
}

/** What one steps to. */
export const STEPS = ['any', 'alarm', 'grave', 'gravest', 'acts', 'course', 'devices', 'automatic'] as const
export type StepTo = (typeof STEPS)[number]
const UP_TO = { alarm: 4, grave: 2, gravest: 1 } as const

export function isStep(event: Pick<Event, 'type' | 'by' | 'data'>, to: StepTo): boolean {
  const where = standsAt(event)
  if (where === undefined || to === 'any') return where !== undefined
  if (to === 'alarm' || to === 'grave' || to === 'gravest') return typeof where === 'number' && where <= UP_TO[to]
  return where === to
}

/** Whether there is one among what was counted. */
export function hasStep({ alarms, ...counts }: Omit<Counts, 'readings'>, to: StepTo): boolean {
  if (to === 'any') return alarms.some((many) => many > 0) || LANES.some((lane) => counts[lane] > 0)
  if (to === 'alarm' || to === 'grave' || to === 'gravest') return alarms.slice(0, UP_TO[to]).some((many) => many > 0)
  return counts[to] > 0
}

export function none(): Counts {
  return { alarms: [0, 0, 0, 0], acts: 0, course: 0, devices: 0, automatic: 0, events: 0, readings: 0 }
}

export function count(counts: Counts, event: Pick<Event, 'type' | 'by' | 'data'>): void {
  const where = standsAt(event)
  if (typeof where === 'number') counts.alarms[where - 1] = (counts.alarms[where - 1] ?? 0) + 1
  else if (where) counts[where]++
}

export function add(sum: Counts, more: Omit<Counts, 'readings'> & { readings?: number }): void {
  for (const [i, many] of more.alarms.entries()) sum.alarms[i] = (sum.alarms[i] ?? 0) + many
  for (const lane of LANES) sum[lane] += more[lane]
  sum.readings += more.readings ?? 0
}

/** Events counted in spans of any length. */
export function densityOf(events: Iterable<Event>, every: number): CountsAt[] {
  const found = new Map<number, Counts>()
  for (const event of events) {
    const at = Math.floor(event.at / every) * every
    const counts = found.get(at) ?? none()
    found.set(at, counts)
    count(counts, event)
  }
  return inOrder(found)
}

export function inOrder(found: ReadonlyMap<number, Counts>): CountsAt[] {
  return [...found].map(([at, counts]) => ({ at, ...counts })).sort((a, b) => a.at - b.at)
}
