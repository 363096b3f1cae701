import { type LonLat, metresPerDegree } from '#shared/place/geodesy.ts'
import type { Ring, Xyz } from '../../cim/geometry.ts'
import type { Plane } from '../coordinates/plane.ts'
import { toEight } from '../shape/planar.ts'
import { Fault } from './polygons.ts'
import type { Vec } from './types.ts'

/** Metres around the first point of a building: small numbers, in which geometry stays exact. */
export class Spot {
  readonly #plane: Plane
  readonly #known = new Map<Vec, Xyz>()
  #origin: LonLat | undefined

  constructor(plane: Plane) {
    this.#plane = plane
  }

  /** East, north, and the height as the file has it. */
  toLocal(vertex: Vec): Xyz {
    const known = this.#known.get(vertex)
    if (known) return known
    const [x, y, z] = vertex
    const place = this.#plane(x, y)
    if (!place || Math.abs(z) > 9000) throw new Fault('coordinates.absurd', `${x}, ${y}, ${z}`)
    this.#origin ??= place
    const metres = metresPerDegree(this.#origin.lat)
    const local: Xyz = [(place.lon - this.#origin.lon) * metres.lon, (place.lat - this.#origin.lat) * metres.lat, z]
    this.#known.set(vertex, local)
    return local
  }

  toRing(points: readonly (readonly [number, number, ...unknown[]])[]): Ring {
    const { lon, lat } = this.#origin ?? { lon: 0, lat: 0 }
    const metres = metresPerDegree(lat)
    return points.map((point) => [toEight(lon + point[0] / metres.lon), toEight(lat + point[1] / metres.lat)])
  }

  /** Where a place lies in these metres. */
  toPlan([lon, lat]: readonly [number, number]): [east: number, north: number] {
    const origin = this.#origin ?? { lon: 0, lat: 0 }
    const metres = metresPerDegree(origin.lat)
    return [(lon - origin.lon) * metres.lon, (lat - origin.lat) * metres.lat]
  }
}
