import type { Metric } from '#models/kind.ts'
import { withUnit } from '../../store/describe.ts'

/** What values of a metric mean where they are states, in the language of the screen. */
export type States = Readonly<Record<number, string>>

/** A value as people read it: a state by its word, what lies between two of them by its number. */
export function said(
  value: number,
  { states, known }: { states?: States | undefined; known: Metric | undefined },
): string {
  return states?.[value] ?? withUnit(value, known)
}
