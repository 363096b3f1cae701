import { isMet, type Target } from '#models/figures/targets.ts'
import type { AlarmFigures } from '#shared/contract/alarm-figures.ts'
import { DAY } from '#shared/time.ts'

export interface KeyFigure {
  target: Target
  /** Null: nothing was measured. */
  value: number | null
  met: boolean | null
}

/** Shares of a handful of alarms say nothing. */
const LEAST_SHARED = 20

/** Every figure that has a recommended value, in the order in which they are read. */
export function keyFigures(figures: AlarmFigures): KeyFigure[] {
  const share = (...grades: number[]) =>
    figures.alarms < LEAST_SHARED
      ? null
      : figures.grades.reduce((sum, { grade, count }) => sum + (grades.includes(grade) ? count : 0), 0) / figures.alarms
  const values: [Target, number | null][] = [
    ['perTenMinutes', figures.each.perTenMinutes],
    ['perDay', figures.each.perDay],
    ['inFlood', figures.floods.share],
    ['topTen', figures.alarms < LEAST_SHARED ? null : figures.top.share],
    ['chattering', figures.chattering.length],
    ['stale', figures.stale.length],
    ['high', share(1, 2)],
    ['medium', share(3)],
    ['low', share(4)],
  ]
  // Of less than a day, a figure a day is only what would come of it.
  const isProjected = figures.to - figures.from < DAY
  // What is there for a day can only be told after one.
  const isYoung = figures.to - figures.since < DAY
  return values.map(([target, value]) => {
    const isOpen = (target === 'perDay' && isProjected) || (target === 'stale' && isYoung && value === 0)
    const met = isOpen ? null : isMet(target, value)
    return { target, value, met }
  })
}

const COUNTED = new Set<Target>(['chattering', 'stale'])
const SHARES = new Set<Target>(['inFlood', 'topTen', 'high', 'medium', 'low'])

export function figureText({ target, value }: Pick<KeyFigure, 'target' | 'value'>): string {
  if (value === null) return '–'
  if (SHARES.has(target)) return percent(value)
  return COUNTED.has(target) || value >= 100 ? String(Math.round(value)) : value.toFixed(value >= 10 ? 1 : 2)
}

export function percent(share: number): string {
  return `${(share * 100).toFixed(share > 0 && share < 0.1 ? 1 : 0)}%`
}

interface SpanWords {
  seconds(n: number): string
  minutes(n: number): string
  hours(n: number): string
  days(n: number): string
}

/** As one says it: 42 seconds, 3.5 minutes, 26 hours. */
export function spanText(ms: number | null, words: SpanWords): string {
  if (ms === null) return '–'
  const seconds = ms / 1000
  if (seconds < 90) return words.seconds(Math.round(seconds))
  const minutes = seconds / 60
  if (minutes < 90) return words.minutes(short(minutes))
  const hours = minutes / 60
  return hours < 48 ? words.hours(short(hours)) : words.days(short(hours / 24))
}

function short(value: number): number {
  return value < 10 ? Number(value.toFixed(1)) : Math.round(value)
}
