import { frameAt, type LonLat } from '#shared/place/geodesy.ts'
import { counterClockwise, openRing, type Point } from '#shared/place/ring.ts'
import type { Ring } from '#tiles/cim/geometry.ts'

export interface Planner {
  ring(ring: Ring): Point[]
  point(at: readonly [number, number]): Point
}

/** From degrees to metres east and north of the middle, counter-clockwise and open. */
export function planner({ lon, lat }: LonLat): Planner {
  const frame = frameAt({ lon, lat, height: 0 })
  const point = ([atLon, atLat]: readonly [number, number]): Point => {
    const { east, north } = frame.toLocal({ lon: atLon, lat: atLat, height: 0 })
    return [east, north]
  }
  return { point, ring: (ring) => counterClockwise(openRing(ring.map(point))) }
}
