import type { LonLat } from '../../cim/geometry.ts'
import type { Plane } from '../coordinates/plane.ts'
import type { LeftOutReason } from '../reasons.ts'
import { toEight } from '../shape/planar.ts'

export interface RawFeature {
  /** How the report names it when it has no id. */
  where: string
  value: unknown
}

export interface Feature {
  id?: unknown
  properties?: unknown
  geometry?: { type?: unknown; coordinates?: unknown; geometries?: unknown } | null
}

/** Polygons as lists of rings; a text: the type of a geometry that is no area. */
export function polygonsOf({ type, coordinates, geometries }: NonNullable<Feature['geometry']>): unknown[] | string {
  if (type === 'Polygon') return Array.isArray(coordinates) ? [coordinates] : []
  if (type === 'MultiPolygon') return Array.isArray(coordinates) ? coordinates : []
  if (type === 'GeometryCollection' && Array.isArray(geometries)) {
    const inner = geometries.flatMap((one) => (one ? [polygonsOf(one)] : []))
    const areas = inner.filter((one) => typeof one !== 'string')
    return areas.length > 0 ? areas.flat() : 'GeometryCollection'
  }
  return typeof type === 'string' ? type : []
}

/** A polygon of the file in degrees, or why there is none. */
export function ringsOf(polygon: unknown, plane: Plane): LonLat[][] | LeftOutReason {
  if (!Array.isArray(polygon)) return 'geometry.malformed'
  const rings: LonLat[][] = []
  for (const given of polygon) {
    if (!Array.isArray(given)) return 'geometry.malformed'
    const ring: LonLat[] = []
    for (const point of given) {
      if (!Array.isArray(point)) return 'geometry.malformed'
      const [x, y] = point
      if (typeof x !== 'number' || typeof y !== 'number') return 'coordinates.absurd'
      const place = plane(x, y)
      if (!place) return 'coordinates.absurd'
      ring.push([toEight(place.lon), toEight(place.lat)])
    }
    rings.push(ring)
  }
  return rings.length > 0 ? rings : 'geometry.malformed'
}

/** A coordinate of a feature, to judge the file by; what is broken gives none. */
export function sampleOf({ value }: RawFeature): [number, number][] {
  const geometry = (value as Feature | null)?.geometry
  const polygons = geometry ? polygonsOf(geometry) : []
  const first = Array.isArray(polygons) ? (polygons as unknown[][][])[0]?.[0]?.[0] : undefined
  if (!Array.isArray(first)) return []
  const [x, y] = first as unknown[]
  return typeof x === 'number' && typeof y === 'number' ? [[x, y]] : []
}
