import type { Enu } from '#shared/place/geodesy.ts'
import { area, centroid, type Point } from '#shared/place/ring.ts'
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
  return { free: false, until: between(from, to, share), by }
}

export function between(a: Enu, b: Enu, share: number): Enu {
  const mix = (from: number, to: number) => from + (to - from) * share
  return { east: mix(a.east, b.east), north: mix(a.north, b.north), up: mix(a.up, b.up) }
}

/** Of an area as seen from above, at the height that its corners have on the whole. */
export function middleOf(points: readonly Enu[]): Enu {
  const [east, north] = centroid(points.map((point): Point => [point.east, point.north]))
  return { east, north, up: points.reduce((sum, { up }) => sum + up, 0) / points.length }
}
