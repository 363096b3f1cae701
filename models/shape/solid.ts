import { cross, dot, type Move, minus, type Vec3 } from './vector.ts'

export type Face = readonly [a: number, b: number, c: number]

/** A closed body: faces turn counter-clockwise seen from outside. */
export interface Solid {
  points: Vec3[]
  faces: Face[]
  /** Faces that meet at less than this many degrees share a smooth edge. */
  crease: number
}

/** Joins rings of equal length into a closed body; a ring that shrank to a point becomes a tip. */
export function stitch(rings: readonly Vec3[][], crease: number, cap: readonly Face[] = fan(rings)): Solid {
  const n = rings[0]?.length ?? 0
  const last = (rings.length - 1) * n
  const faces: Face[] = []
  for (let ring = 0; ring + 1 < rings.length; ring++)
    for (let j = 0; j < n; j++) {
      const a = ring * n + j
      const b = ring * n + ((j + 1) % n)
      faces.push([a, b, b + n], [a, b + n, a + n])
    }
  for (const [a, b, c] of cap) faces.push([c, b, a], [last + a, last + b, last + c])
  return outward(welded({ points: rings.flat(), faces, crease }))
}

function fan(rings: readonly Vec3[][]): Face[] {
  return Array.from({ length: (rings[0]?.length ?? 0) - 2 }, (_, i) => [0, i + 1, i + 2] as const)
}

/** Points closer than a hundredth of a millimetre are one; faces that lose a corner by it go. */
function welded({ points, faces, crease }: Solid): Solid {
  const known = new Map<string, number>()
  const kept: Vec3[] = []
  const at = points.map((point) => {
    const key = point.map((v) => Math.round(v * 1e5)).join()
    const found = known.get(key) ?? kept.push(point) - 1
    known.set(key, found)
    return found
  })
  return {
    points: kept,
    faces: faces
      .map(([a, b, c]): Face => [at[a] as number, at[b] as number, at[c] as number])
      .filter(([a, b, c]) => a !== b && b !== c && c !== a),
    crease,
  }
}

/** Mirrored or described the other way round, a body is turned right side out again. */
function outward(solid: Solid): Solid {
  if (volume(solid) >= 0) return solid
  return { ...solid, faces: solid.faces.map(([a, b, c]) => [a, c, b]) }
}

export function moved(solid: Solid, move: Move): Solid {
  return outward({ ...solid, points: solid.points.map(move) })
}

export function corners({ points }: Solid, [a, b, c]: Face): [Vec3, Vec3, Vec3] {
  return [points[a] as Vec3, points[b] as Vec3, points[c] as Vec3]
}

/** Twice the area long, pointing out. */
export function faceNormal(solid: Solid, face: Face): Vec3 {
  const [a, b, c] = corners(solid, face)
  return cross(minus(b, a), minus(c, a))
}

/** Cubic metres; negative when the inside is out. */
export function volume(solid: Solid): number {
  let six = 0
  for (const face of solid.faces) {
    const [a, b, c] = corners(solid, face)
    six += dot(a, cross(b, c))
  }
  return six / 6
}
