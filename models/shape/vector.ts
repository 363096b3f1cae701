/** Metres; +Y up, front to +Z, so +X is the thing's left hand. */
export type Vec3 = readonly [x: number, y: number, z: number]
export type Vec2 = readonly [x: number, y: number]

export const add = (a: Vec3, b: Vec3): Vec3 => [a[0] + b[0], a[1] + b[1], a[2] + b[2]]
export const minus = (a: Vec3, b: Vec3): Vec3 => [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
export const times = (a: Vec3, k: number): Vec3 => [a[0] * k, a[1] * k, a[2] * k]
export const dot = (a: Vec3, b: Vec3): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
export const long = (a: Vec3): number => Math.hypot(a[0], a[1], a[2])
export const cross = (a: Vec3, b: Vec3): Vec3 => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
]

export function unit(a: Vec3): Vec3 {
  const length = long(a)
  return length > 0 ? times(a, 1 / length) : a
}

/** Two directions that make a right-handed frame with this one: x, z such that x cross axis cross z closes. */
export function frameOf(axis: Vec3): { x: Vec3; z: Vec3 } {
  const helper: Vec3 = Math.abs(axis[1]) < 0.9 ? [0, 1, 0] : [0, 0, 1]
  const x = unit(cross(helper, axis))
  return { x, z: cross(x, axis) }
}

export type Move = (p: Vec3) => Vec3

/** Turned by degrees about X, then Y, then Z. */
export function turned([ax, ay, az]: Vec3): Move {
  const [sx, cx, sy, cy, sz, cz] = [ax, ay, az].flatMap((deg) => {
    const r = (deg * Math.PI) / 180
    return [Math.sin(r), Math.cos(r)]
  }) as [number, number, number, number, number, number]
  return ([x, y, z]) => {
    const [y1, z1] = [y * cx - z * sx, y * sx + z * cx]
    const [x2, z2] = [x * cy + z1 * sy, -x * sy + z1 * cy]
    return [x2 * cz - y1 * sz, x2 * sz + y1 * cz, z2]
  }
}

/** Where the +Y of an upright shape goes. All are rotations, so nothing is turned inside out. */
export type Axis = 'y' | '-y' | 'x' | 'z'
export const along: Record<Axis, Move> = {
  y: (p) => p,
  '-y': ([x, y, z]) => [-x, -y, z],
  x: ([x, y, z]) => [y, -x, z],
  z: ([x, y, z]) => [x, -z, y],
}
