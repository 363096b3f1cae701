import type { Enu, Frame } from '#shared/place/geodesy.ts'
import type { Building } from '#tiles/cim/buildings.ts'
import type { Arrangement } from '../building/arrangement.ts'
import type { Pose } from '../camera/pose.ts'

const MOST_APART = 9

/** How a building is shown first. Pulled apart, a tower would be a thread: it is seen through instead. */
export function firstLook({ floors, basements }: Building): Arrangement {
  return floors + basements <= MOST_APART ? { mode: 'apart', seeThrough: false } : { mode: 'closed', seeThrough: true }
}

export interface Extent {
  bottom: number
  top: number
}

/** From where an arrangement of storeys is seen as a whole; `at`: what one came for. */
export function poseFor(
  building: Building,
  { mode }: Arrangement,
  { bottom, top }: Extent,
  frame: Frame,
  heading: number,
  at: Enu | undefined,
): Pose {
  const ring = building.footprint.map(([lon, lat]) => frame.toLocal({ lon, lat, height: 0 }))
  const ends = (part: 'east' | 'north') => {
    const all = ring.map((corner) => corner[part])
    return [Math.min(...all), Math.max(...all)] as const
  }
  const [west, east] = ends('east')
  const [south, north] = ends('north')
  const wide = Math.hypot(east - west, north - south)
  const middle = (up: number): Enu => ({ east: (west + east) / 2, north: (south + north) / 2, up })
  if (mode === 'alone' && at)
    return { target: { ...at, up: bottom }, heading, pitch: -50, range: Math.min(34, Math.max(20, wide)) }
  if (mode === 'alone') return { target: middle(bottom), heading, pitch: -52, range: Math.max(24, wide * 1.45) }
  const whole = Math.max(wide, top - bottom)
  return { target: middle((bottom + top) / 2), heading, pitch: -22, range: Math.max(40, whole * 1.75) }
}
