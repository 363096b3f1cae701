import { metresPerDegree } from '#shared/place/geodesy.ts'
import type { LonLat, Xy } from './geometry.ts'
import type { Interior } from './interior.ts'

export interface PlanFrame {
  lonLat: (point: Xy) => LonLat
  plan: (place: LonLat) => Xy
}

/** From the metres of a building's plan to degrees, and back. */
export function planFrame({ origin: [lon, lat], turn }: Pick<Interior, 'origin' | 'turn'>): PlanFrame {
  const metres = metresPerDegree(lat)
  const angle = (-turn * Math.PI) / 180
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)]
  return {
    lonLat: ([x, y]) => [lon + (x * cos - y * sin) / metres.lon, lat + (x * sin + y * cos) / metres.lat],
    plan: ([atLon, atLat]) => {
      const [east, north] = [(atLon - lon) * metres.lon, (atLat - lat) * metres.lat]
      return [east * cos + north * sin, north * cos - east * sin]
    },
  }
}
