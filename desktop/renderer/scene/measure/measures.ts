import type { Enu } from '#shared/place/geodesy.ts'
import { area, type Point } from '#shared/place/ring.ts'
import { inTheWay, meets, type Obstacle } from '../focus/obstacles.ts'

/** Along the points, one after another, in metres. */
export function lengthOf(points: readonly Enu[]): number {
  let sum = 0
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1] as Enu, points[i] as Enu]
    sum += Math.hypot(b.east - a.east, b.north - a.north, b.up - a.up)
  }
  return sum
}

/** As seen from above, in square metres. */
export function areaOf(points: readonly Enu[]): number {
  return area(points.map(({ east, north }): Point => [east, north]))
}

export interface Sight {
  free: boolean
  /** Where the view ends. */
  until: Enu
  by: Obstacle | undefined
}

/** Whether one sees from one point to another, and if not, where a house ends the view. */
export function sightBetween(from: Enu, to: Enu, obstacles: readonly Obstacle[]): Sight {
  const by = inTheWay(from, to, obstacles)
  const share = by && meets(from, to, by)
  if (share === undefined) return { free: true, until: to, by: undefined }
  const mix = (a: number, b: number) => a + (b - a) * share
  return {
    free: false,
    until: { east: mix(from.east, to.east), north: mix(from.north, to.north), up: mix(from.up, to.up) },
    by,
  }
}
