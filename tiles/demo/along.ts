import { at, type Spot } from './frame.ts'

export interface Step {
  spot: Spot
  left: Spot
  right: Spot
  n: number
}

/** Spots along a line, each so far from the next, and beside it; the first so far from its beginning. */
export function stepsAlong(points: readonly Spot[], apart: number, off: number, first: number): Step[] {
  const steps: Step[] = []
  let next = first
  let gone = 0
  for (let i = 0; i + 1 < points.length; i++) {
    const [a, b] = [points[i] as Spot, points[i + 1] as Spot]
    const length = Math.hypot(b.east - a.east, b.north - a.north)
    const [ux, uy] = [(b.east - a.east) / (length || 1), (b.north - a.north) / (length || 1)]
    while (next <= gone + length) {
      const spot = at(a.east + ux * (next - gone), a.north + uy * (next - gone))
      const beside = (side: number) => at(spot.east - uy * off * side, spot.north + ux * off * side)
      steps.push({ spot, left: beside(1), right: beside(-1), n: steps.length })
      next += apart
    }
    gone += length
  }
  return steps
}

/** Degrees clockwise from north, from one spot to another. */
export function headingOf(from: Spot, to: Spot): number {
  return ((Math.atan2(to.east - from.east, to.north - from.north) * 180) / Math.PI + 360) % 360
}
