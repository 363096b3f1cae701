import type { Texts } from '../../i18n/zh.ts'

const UNITS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
] as const

/** How long a span is, in the largest unit that says it whole. */
export function spanWords(t: Texts, ms: number): string {
  const [unit, length] = UNITS.find(([, one]) => ms >= one && ms % one === 0) ?? ['s', 1000]
  return t.trends.units[unit](ms / length)
}
