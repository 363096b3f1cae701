import type { Point } from '#shared/place/ring.ts'
import type { Xyz } from '../../cim/geometry.ts'
import type { Ground, Tree } from '../../cim/ground.ts'
import { asNumber, Fields } from '../archive/fields.ts'
import { footprintOf } from '../shape/footprint.ts'
import { outlineOf } from '../shape/outline.ts'
import { toEight } from '../shape/planar.ts'
import type { Scene } from './building.ts'
import { bestOf } from './lod.ts'
import { Fault, isSolid, polygonsOf } from './polygons.ts'
import { Spot } from './spot.ts'
import { normalOf } from './surfaces.ts'
import type { CityObject } from './types.ts'

/** What covers the ground, by the names of CityJSON; land by what it is used for. */
const kinds: Record<string, Ground['kind']> = {
  LandUse: 'grass',
  PlantCover: 'grass',
  WaterBody: 'water',
  Road: 'road',
  TransportSquare: 'plaza',
}

const landUses: [RegExp, Ground['kind']][] = [
  [/water|水/, 'water'],
  [/paved|pavement|plaza|square|verhard|广场/, 'plaza'],
  [/farm|agri|akker|crop|耕|农/, 'farmland'],
  [/parking|停车/, 'parking'],
  [/sport|运动/, 'sport'],
]

export const coversGround = (type: unknown): boolean => typeof type === 'string' && Object.hasOwn(kinds, type)

/** One outline where the pieces of a surface meet, else one for each. */
export function takeGround(object: CityObject, scene: Scene): Ground[] {
  const fields = new Fields(object.attributes)
  const words = fields.text(200, ['function', 'usage', 'class', '用途']) ?? ''
  const said =
    object.type === 'LandUse' ? landUses.find(([pattern]) => pattern.test(words.toLowerCase()))?.[1] : undefined
  const kind = said ?? kinds[String(object.type)] ?? 'grass'
  const name = fields.text(100, ['name', '名称'])
  const spot = new Spot(scene.plane)
  const pieces = surfacesOf(object, scene, spot)
  const outlines = pieces.length > 1 ? (outlineOf(pieces) ?? pieces) : pieces
  const made = outlines.map((rings) => footprintOf(rings.slice(0, 1).map((ring) => spot.toRing(ring))))
  const sound = made.flatMap((one) => ('fault' in one ? [] : [one.ring]))
  const [first] = made
  if (sound.length === 0) throw new Fault(first && 'fault' in first ? first.fault : 'geometry.missing', '')
  return sound.map((ring) => ({ kind, ring, name }))
}

/** Seen from above; of what stands on the ground, its base. */
function surfacesOf({ geometry }: CityObject, { vertices, templates }: Scene, spot: Spot): Point[][][] {
  const best = bestOf(geometry, templates)
  if (!best) throw new Fault('geometry.missing', '')
  return polygonsOf(best, vertices, templates).flatMap(({ rings, semantic }) => {
    if (semantic === 'WaterGroundSurface' || semantic === 'WaterClosureSurface') return []
    const local = rings.map((ring) => ring.map((vertex) => spot.toLocal(vertex)))
    const normal = normalOf(local[0] ?? [])
    const up = normal[2] / (Math.hypot(...normal) || 1)
    if (isSolid(best) ? up > -0.5 : Math.abs(up) < 0.5) return []
    return [local.map((ring) => ring.map(([east, north]): Point => [east, north]))]
  })
}

/** A tree where its geometry stands, as high as it is. */
export function takeTree({ geometry, attributes }: CityObject, { vertices, templates, plane }: Scene): Tree {
  const best = bestOf(geometry, templates)
  if (!best) throw new Fault('geometry.missing', '')
  const spot = new Spot(plane)
  const points = polygonsOf(best, vertices, templates).flatMap(({ rings }) =>
    rings.flat().map((vertex) => spot.toLocal(vertex)),
  )
  const count = points.length
  if (count === 0) throw new Fault('geometry.missing', '')
  const sum = points.reduce((all, [x, y]): [number, number] => [all[0] + x, all[1] + y], [0, 0] as [number, number])
  const heights = points.map(([, , z]: Xyz) => z)
  const fields = new Fields(attributes)
  const seen = heights.reduce((a, b) => Math.max(a, b)) - heights.reduce((a, b) => Math.min(a, b))
  const height = asNumber(fields.get(['height', '树高', '高度'])) ?? (seen > 0 ? seen : 6)
  const [at] = spot.toRing([[sum[0] / count, sum[1] / count]])
  return {
    at: at as [number, number],
    species: speciesOf(fields.text(100, ['species', 'name', '树种']) ?? ''),
    height: toEight(Math.min(60, Math.max(0.5, Number.isFinite(height) ? height : 6))),
  }
}

function speciesOf(text: string): Tree['species'] {
  if (/ficus|banyan|榕/i.test(text)) return 'banyan'
  if (/palm|arecaceae|棕|椰/i.test(text)) return 'palm'
  if (/ginkgo|银杏/i.test(text)) return 'ginkgo'
  return 'camphor'
}
