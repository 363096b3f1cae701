import type { LimitLine } from '#models/limits.ts'
import { reach } from '../../store/limit-reach.ts'
import type { Line } from './line.ts'
import type { States } from './said.ts'

/** A scale that curves of one unit share. The first two are drawn; a third unit has one of its own, without a ruler. */
export interface Axis {
  /** What it is called: the unit, or, where values are states, what has them. */
  unit: string
  side: 'left' | 'right' | 'none'
  least?: number
  most?: number
  states?: States
}

interface Scaled {
  unit: string
  metricName?: string
  states?: States | undefined
}

const SIDES = ['left', 'right'] as const

/** The scale that a curve is drawn in: states of one metric say nothing on that of another. */
export function scaleOf({ unit, metricName = '', states }: Scaled): string {
  return states ? metricName : unit
}

export function axesOf(curves: readonly (Scaled & { line: Line; limits: readonly LimitLine[] })[]): Axis[] {
  const scales = [...new Set(curves.map(scaleOf))]
  // A chart without any cannot be drawn, though there be nothing in it yet.
  if (scales.length === 0) return [{ unit: '', side: 'left' }]
  return scales.map((unit, i) => {
    const own = curves.filter((curve) => scaleOf(curve) === unit)
    const side = SIDES[i] ?? 'none'
    const states = own.find((curve) => curve.states)?.states
    if (states) {
      const all = Object.keys(states).map(Number)
      return { unit, side, least: Math.min(...all), most: Math.max(...all), states }
    }
    const values = own.flatMap(({ line: { min, max } }) => (min && max ? [min.value, max.value] : []))
    const limits = own.flatMap((curve) => curve.limits)
    return { unit, side, ...reach(Math.min(...values), Math.max(...values), limits) }
  })
}

export function isInOwnScale(curve: Scaled, axes: readonly Axis[]): boolean {
  return axes.find(({ unit }) => unit === scaleOf(curve))?.side === 'none'
}
