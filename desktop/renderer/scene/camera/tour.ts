import type { Frame } from '#shared/place/geodesy.ts'
import { centroid } from '#shared/place/ring.ts'
import type { Site } from '#tiles/cim/site.ts'
import type { Pose } from './pose.ts'

/** Metres from which the smallest community is seen: a single house needs its street around it. */
const LEAST_RANGE = 420
const LEAST_QUARTER = 240
const QUARTER = 0.38

/** The whole community at a glance. */
export function homePose({ community: { radius } }: Pick<Site, 'community'>): Pose {
  const range = Math.max(LEAST_RANGE, radius * 1.75)
  return { target: { east: 0, north: 0, up: 0 }, heading: 12, pitch: -38, range }
}

/** The whole, then each of its grids from another side. */
export function tourOf(site: Pick<Site, 'community' | 'grids'>, frame: Frame): Pose[] {
  const home = homePose(site)
  const quarters = site.grids.map(({ ring }, i): Pose => {
    const [lon, lat] = centroid(ring)
    const target = { ...frame.toLocal({ lon, lat, height: 0 }), up: 10 }
    return { target, heading: 20 + i * 60, pitch: -27, range: Math.max(LEAST_QUARTER, home.range * QUARTER) }
  })
  return [home, ...quarters]
}
