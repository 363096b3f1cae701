import type { LimitLine } from '#models/limits.ts'
import { reach } from '../../store/limit-reach.ts'
import type { Line } from './line.ts'

/** A scale that curves of one unit share. The first two are drawn; a third unit has one of its own, without a ruler. */
export interface Axis {
  unit: string
  side: 'left' | 'right' | 'none'
  least?: number
  most?: number
}

const SIDES = ['left', 'right'] as const

export function axesOf(curves: readonly { unit: string; line: Line; limits: readonly LimitLine[] }[]): Axis[] {
  const units = [...new Set(curves.map(({ unit }) => unit))]
  // A chart without any cannot be drawn, though there be nothing in it yet.
  if (units.length === 0) return [{ unit: '', side: 'left' }]
  return units.map((unit, i) => {
    const own = curves.filter((curve) => curve.unit === unit)
    const values = own.flatMap(({ line: { min, max } }) => (min && max ? [min.value, max.value] : []))
    const limits = own.flatMap((curve) => curve.limits)
    return { unit, side: SIDES[i] ?? 'none', ...reach(Math.min(...values), Math.max(...values), limits) }
  })
}
