import type { Surface } from '../../cim/buildings.ts'
import type { Xyz } from '../../cim/geometry.ts'
import type { Polygon } from './types.ts'

/** A surface in metres around a point of the building, as it is drawn. */
export interface Facet {
  kind: Surface['kind']
  rings: Xyz[][]
}

const kinds: Record<string, Surface['kind']> = {
  RoofSurface: 'roof',
  OuterFloorSurface: 'roof',
  GroundSurface: 'ground',
  OuterCeilingSurface: 'ground',
  WallSurface: 'wall',
  ClosureSurface: 'wall',
  Window: 'wall',
  Door: 'wall',
}
const inside = new Set(['InteriorWallSurface', 'CeilingSurface', 'FloorSurface'])

/** Belongs to the inside of a building. */
export const isInside = ({ semantic }: Polygon) => semantic !== undefined && inside.has(semantic)

/** Undefined for what has no extent. A solid's surfaces look outward; of others, only top and bottom are known. */
export function facetOf({ semantic }: Polygon, rings: Xyz[][], ofSolid: boolean): Facet | undefined {
  const [outer, ...holes] = rings.map(tidy).filter((ring, i) => i === 0 || ring.length > 2)
  if (!outer || outer.length < 3) return undefined
  const normal = normalOf(outer)
  const size = Math.hypot(...normal)
  if (size < 1e-4) return undefined
  const up = normal[2] / size
  const named = semantic === undefined ? undefined : kinds[semantic]
  const kind = named ?? (up > 0.5 ? 'roof' : up < -0.5 ? 'ground' : 'wall')
  const facet = { kind, rings: [outer, ...holes.map((hole) => against(hole, normal))] }
  const isTurned = !ofSolid && ((named === 'roof' && up < -0.1) || (named === 'ground' && up > 0.1))
  return isTurned ? { kind, rings: turned(facet.rings) } : facet
}

export const turned = (rings: readonly Xyz[][]): Xyz[][] => rings.map((ring) => ring.toReversed())

function tidy(ring: Xyz[]): Xyz[] {
  const near = (a: Xyz, b: Xyz) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]) < 0.001
  const kept = ring.filter((point, i) => i === 0 || !near(point, ring[i - 1] as Xyz))
  while (kept.length > 1 && near(kept[0] as Xyz, kept.at(-1) as Xyz)) kept.pop()
  return kept
}

/** Holes run the other way round than the outline. */
function against(hole: Xyz[], normal: Xyz): Xyz[] {
  const own = normalOf(hole)
  return own[0] * normal[0] + own[1] * normal[1] + own[2] * normal[2] > 0 ? hole.toReversed() : hole
}

/** Newell's: it points to where the ring is seen counter-clockwise from, and is as long as twice its area. */
export function normalOf(ring: Xyz[]): Xyz {
  const normal: Xyz = [0, 0, 0]
  for (const [i, a] of ring.entries()) {
    const b = ring[(i + 1) % ring.length] as Xyz
    normal[0] += (a[1] - b[1]) * (a[2] + b[2])
    normal[1] += (a[2] - b[2]) * (a[0] + b[0])
    normal[2] += (a[0] - b[0]) * (a[1] + b[1])
  }
  return normal
}

/** Six times the volume that rings enclose; negative when they all look inward. */
export function volumeOf(rings: readonly Xyz[][]): number {
  let sum = 0
  // From a point of its own: heights above the sea would cost the digits that decide.
  const [x0, y0, z0] = rings[0]?.[0] ?? [0, 0, 0]
  const moved = ([x, y, z]: Xyz): Xyz => [x - x0, y - y0, z - z0]
  for (const ring of rings) {
    if (!ring[0]) continue
    const a = moved(ring[0])
    for (let i = 1; i + 1 < ring.length; i++) {
      const [b, c] = [moved(ring[i] as Xyz), moved(ring[i + 1] as Xyz)]
      sum +=
        a[0] * (b[1] * c[2] - b[2] * c[1]) - a[1] * (b[0] * c[2] - b[2] * c[0]) + a[2] * (b[0] * c[1] - b[1] * c[0])
    }
  }
  return sum
}
