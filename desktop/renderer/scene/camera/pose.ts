import { degrees, type Enu, radians } from '#shared/place/geodesy.ts'

/** Half of what is seen from top to bottom, as an angle: one lens for both scenes, so that they can stand for one another. */
export const HALF_ANGLE = radians(20)

/**
 * Where the camera stands, told by what it looks at: a point (metres from the middle of the community), the way it
 * looks (degrees clockwise from north, and above the level) and how far away it is.
 */
export interface Pose {
  target: Enu
  heading: number
  pitch: number
  range: number
}

/** The same as an eye: where it is, and which way is ahead, right and up for it. */
export interface Eye {
  at: Enu
  ahead: Enu
  right: Enu
  up: Enu
}

export function eyeOf({ target, heading, pitch, range }: Pose): Eye {
  const [sinH, cosH] = [Math.sin(radians(heading)), Math.cos(radians(heading))]
  const [sinP, cosP] = [Math.sin(radians(pitch)), Math.cos(radians(pitch))]
  const ahead = { east: sinH * cosP, north: cosH * cosP, up: sinP }
  return {
    at: along(target, ahead, -range),
    ahead,
    right: { east: cosH, north: -sinH, up: 0 },
    up: { east: -sinH * sinP, north: -cosH * sinP, up: cosP },
  }
}

/** The pose that looks from one point at another. */
export function poseBetween(from: Enu, target: Enu): Pose {
  const [east, north, up] = [target.east - from.east, target.north - from.north, target.up - from.up]
  const range = Math.hypot(east, north, up)
  return {
    target,
    range,
    heading: turned(degrees(Math.atan2(east, north))),
    pitch: range === 0 ? 0 : degrees(Math.asin(up / range)),
  }
}

export function along(from: Enu, way: Enu, metres: number): Enu {
  return {
    east: from.east + way.east * metres,
    north: from.north + way.north * metres,
    up: from.up + way.up * metres,
  }
}

export function apart(a: Enu, b: Enu): number {
  return Math.hypot(a.east - b.east, a.north - b.north, a.up - b.up)
}

/** Into 0 to 360. */
export function turned(heading: number): number {
  return ((heading % 360) + 360) % 360
}

/** The shorter way around from one heading to another: -180 to 180. */
export function turn(from: number, to: number): number {
  return turned(to - from + 180) - 180
}
