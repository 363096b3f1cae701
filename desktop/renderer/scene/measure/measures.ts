import type { Enu } from '#shared/place/geodesy.ts'
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
  let twice = 0
  for (let i = 0; i < points.length; i++) {
    const [a, b] = [points[i] as Enu, points[(i + 1) % points.length] as Enu]
    twice += a.east * b.north - b.east * a.north
  }
  return Math.abs(twice) / 2
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
