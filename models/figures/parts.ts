import type { PastAlarm } from '#shared/contract/alarm-history.ts'
import type { Text } from '#shared/text.ts'
import { DAY, HOUR } from '#shared/time.ts'
import type { Grade } from '#shared/world/alarm-record.ts'
import { type Shift, type ShiftTurn, shiftsWithin } from '../shifts.ts'
import { type Flood, loadOf, timeInFlood } from './floods.ts'
import { type Spread, spreadOf } from './spread.ts'

/** Which alarm it is, whenever it comes. */
export interface Source {
  device: string
  rule: string
  kind: string
  place: string
  name?: Text | undefined
}

export function sourceKey({ device, rule }: Pick<Source, 'device' | 'rule'>): string {
  return `${device}~${rule}`
}

export function sourceOf({ device, rule, kind, place, name }: PastAlarm): Source {
  return { device, rule, kind, place, ...(name && { name }) }
}

const TOP = 10

/** Those that come most often, and how much of all they are. Fed in slices: see `figures.ts`. */
export class TopSources {
  private readonly counts = new Map<string, Source & { count: number }>()
  private all = 0

  add(alarms: readonly PastAlarm[]): void {
    this.all += alarms.length
    for (const alarm of alarms) {
      const key = sourceKey(alarm)
      const known = this.counts.get(key)
      if (known) known.count++
      else this.counts.set(key, { ...sourceOf(alarm), count: 1 })
    }
  }

  figures(): { share: number | null; sources: (Source & { count: number })[] } {
    const sources = [...this.counts.values()]
      .sort((a, b) => b.count - a.count || (sourceKey(a) < sourceKey(b) ? -1 : 1))
      .slice(0, TOP)
    const sum = sources.reduce((whole, { count }) => whole + count, 0)
    return { share: this.all === 0 ? null : sum / this.all, sources }
  }
}

export function gradesOf(alarms: readonly PastAlarm[]): Record<Grade, number> {
  const grades = { 1: 0, 2: 0, 3: 0, 4: 0 }
  for (const { grade } of alarms) grades[grade]++
  return grades
}

export function timesTo(alarms: readonly PastAlarm[]): { acknowledge: Spread; close: Spread } {
  const [acknowledge, close]: [number[], number[]] = [[], []]
  for (const { raisedAt, acknowledgedAt, endedAt, how } of alarms) {
    if (acknowledgedAt !== undefined) acknowledge.push(acknowledgedAt - raisedAt)
    if (how === 'alarm:closed' && endedAt !== undefined) close.push(endedAt - raisedAt)
  }
  return { acknowledge: spreadOf(acknowledge), close: spreadOf(close) }
}

export interface PersonFigures {
  account: string
  name: string
  /** Alarms that this person was the first to take notice of, and how long that took. */
  acknowledge: Spread
  close: Spread
  /** Alarms that this person did anything about. */
  handled: number
}

/** Of each who did something about these alarms, the busiest first. Fed in slices as well. */
export class PeopleFigures {
  private readonly people = new Map<string, { name: string; handled: number; acknowledge: number[]; close: number[] }>()

  add(alarms: readonly PastAlarm[]): void {
    for (const { raisedAt, who, acknowledgedAt, acknowledgedBy, endedAt, endedBy, how } of alarms) {
      for (const account of who) this.one(account).handled++
      if (acknowledgedBy?.kind === 'user' && acknowledgedAt !== undefined) {
        const person = this.one(acknowledgedBy.id)
        person.name = acknowledgedBy.name ?? person.name
        person.acknowledge.push(acknowledgedAt - raisedAt)
      }
      if (how === 'alarm:closed' && endedBy?.kind === 'user' && endedAt !== undefined) {
        const person = this.one(endedBy.id)
        person.name = endedBy.name ?? person.name
        person.close.push(endedAt - raisedAt)
      }
    }
  }

  private one(account: string) {
    const known = this.people.get(account)
    if (known) return known
    const fresh = { name: account, handled: 0, acknowledge: [], close: [] }
    this.people.set(account, fresh)
    return fresh
  }

  figures(): PersonFigures[] {
    return [...this.people]
      .map(([account, { name, handled, acknowledge, close }]) => ({
        account,
        name,
        handled,
        acknowledge: spreadOf(acknowledge),
        close: spreadOf(close),
      }))
      .sort((a, b) => b.handled - a.handled || (a.account < b.account ? -1 : 1))
  }
}

export interface TrendSpan {
  at: number
  /** By grade, the gravest first. */
  counts: [number, number, number, number]
  /** Milliseconds. */
  inFlood: number
}

/** By hours up to two days, else by days, as clocks on the wall have them. */
export function trendOf(
  alarms: readonly PastAlarm[],
  floods: readonly Flood[],
  from: number,
  to: number,
): { every: 'hour' | 'day'; spans: TrendSpan[] } {
  const every = to - from <= 2 * DAY ? 'hour' : 'day'
  const spans: TrendSpan[] = []
  for (let at = beginOf(from, every); at < to; at = nextOf(at, every))
    spans.push({ at, counts: [0, 0, 0, 0], inFlood: 0 })
  let i = 0
  for (const { raisedAt, grade } of alarms) {
    while ((spans[i + 1]?.at ?? Number.POSITIVE_INFINITY) <= raisedAt) i++
    const span = spans[i]
    if (span) span.counts[grade - 1] = (span.counts[grade - 1] as number) + 1
  }
  for (const [n, span] of spans.entries()) span.inFlood = timeInFlood(floods, span.at, spans[n + 1]?.at ?? to)
  return { every, spans }
}

function beginOf(at: number, every: 'hour' | 'day'): number {
  return new Date(at).setHours(
    ...(every === 'day' ? ([0, 0, 0, 0] as const) : ([new Date(at).getHours(), 0, 0, 0] as const)),
  )
}

function nextOf(at: number, every: 'hour' | 'day'): number {
  if (every === 'hour') return at + HOUR
  const date = new Date(at)
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1).getTime()
}

export interface ShiftFigures {
  shift: Shift
  /** How many of them there were, or parts of them. */
  turns: number
  alarms: number
  /** On average in ten minutes, and the most. */
  mean: number
  most: number
  inFlood: number
  acknowledge: Spread
}

/** What the shifts of one name have in common. */
export function* shiftsOf(
  alarms: readonly PastAlarm[],
  floods: readonly Flood[],
  from: number,
  to: number,
  shifts: readonly Shift[],
): Generator<ShiftFigures> {
  const turns = shiftsWithin(from, to, shifts)
  const within: PastAlarm[][] = turns.map(() => [])
  let i = 0
  for (const alarm of alarms) {
    while (alarm.raisedAt >= (turns[i]?.to ?? Number.POSITIVE_INFINITY)) i++
    within[i]?.push(alarm)
  }
  for (const shift of shifts) {
    const mine = turns.flatMap((turn, n) => (turn.shift.id === shift.id ? [{ turn, alarms: within[n] ?? [] }] : []))
    if (mine.length === 0) continue
    const span = mine.reduce((sum, { turn }) => sum + lengthWithin(turn, from, to), 0)
    const all = mine.flatMap((one) => one.alarms)
    const mostIn = ({ turn, alarms: risen }: (typeof mine)[number]) =>
      loadOf(
        risen.map(({ raisedAt }) => raisedAt),
        turn.to,
      ).most.alarms
    const inFlood = mine.reduce(
      (sum, { turn }) => sum + timeInFlood(floods, Math.max(turn.from, from), Math.min(turn.to, to)),
      0,
    )
    yield {
      shift,
      turns: mine.length,
      alarms: all.length,
      mean: perTenMinutes(all.length, span),
      most: Math.max(...mine.map(mostIn)),
      inFlood: inFlood / span,
      acknowledge: timesTo(all).acknowledge,
    }
  }
}

function lengthWithin(turn: ShiftTurn, from: number, to: number): number {
  return Math.min(turn.to, to) - Math.max(turn.from, from)
}

export function perTenMinutes(alarms: number, span: number): number {
  return span > 0 ? alarms / (span / 600_000) : 0
}
