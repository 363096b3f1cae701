import type { Part } from './maker.ts'
import { type PaintName, palette } from './palette.ts'
import { faceNormal, type Solid } from './solid.ts'
import { long } from './vector.ts'

/** So many triangles may a lean variant have: thousands of them stand in one picture. */
export const LEAN_TRIANGLES = 120

/** Leaves out the points of a line that nobody misses from afar (Douglas-Peucker). */
export function thin<T extends readonly (number | undefined)[]>(points: readonly T[], tolerance: number): T[] {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last || points.length < 3) return [...points]
  const away = (point: T, t: number) =>
    Math.hypot(...point.map((v = 0, i) => v - ((first[i] ?? 0) * (1 - t) + (last[i] ?? 0) * t)))
  let [worst, far] = [0, tolerance]
  for (let i = 1; i + 1 < points.length; i++) {
    const distances = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1].map((t) => away(points[i] as T, t))
    const distance = Math.min(...distances)
    if (distance > far) [worst, far] = [i, distance]
  }
  if (worst === 0) return [first, last]
  return [...thin(points.slice(0, worst + 1), tolerance).slice(0, -1), ...thin(points.slice(worst), tolerance)]
}

/** Keeps lights, what gives the whole its extent, and then the bodies that fill most of the picture. */
export function withinBudget(parts: Part[]): Part[] {
  const first = [...parts.filter(({ key, paint }) => key || shinesFar(paint)), ...outermost(parts)]
  const kept = new Set<Part>()
  let left = LEAN_TRIANGLES
  for (const part of [...first, ...[...parts].sort((a, b) => area(b.solid) - area(a.solid))]) {
    if (kept.has(part) || part.solid.faces.length > left) continue
    left -= part.solid.faces.length
    kept.add(part)
  }
  return parts.filter((part) => kept.has(part))
}

function shinesFar(paint: PaintName): boolean {
  return 'far' in palette[paint]
}

/** For each of the six directions the body that reaches farthest. */
function outermost(parts: Part[]): Part[] {
  const reach = ({ solid }: Part, axis: 0 | 1 | 2, sign: number) =>
    solid.points.reduce((far, point) => Math.max(far, point[axis] * sign), Number.NEGATIVE_INFINITY)
  return ([1, 0, 2] as const).flatMap((axis) =>
    [-1, 1].flatMap((sign) => {
      const far = [...parts].sort((a, b) => reach(b, axis, sign) - reach(a, axis, sign))[0]
      return far ? [far] : []
    }),
  )
}

function area(solid: Solid): number {
  return solid.faces.reduce((sum, face) => sum + long(faceNormal(solid, face)) / 2, 0)
}
