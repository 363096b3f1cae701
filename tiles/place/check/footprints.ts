import { hash } from 'node:crypto'
import { toLocal } from '#shared/place/local.ts'
import type { Building } from '../../cim/buildings.ts'
import type { Findings } from './findings.ts'

const FAR = 100

/** Holds every building's footprint against its position, and against all the others. */
export class Footprints {
  readonly #findings: Findings
  /** By a digest: the footprints of a whole city would not fit. */
  readonly #places = new Map<string, string>()

  constructor(findings: Findings) {
    this.#findings = findings
  }

  add({ place, position, footprint }: Building): void {
    const away = position ? distanceFrom(position, footprint) : 0
    if (away > 0) this.#findings.mistake(place, 'position.away', `${Math.round(away)} m`)
    // Wherever the ring begins, and whichever way it runs.
    const key = hash('sha1', footprint.map(String).sort().join(' '), 'base64')
    const other = this.#places.get(key)
    if (other === undefined) this.#places.set(key, place)
    else if (other !== place) this.#findings.remark(place, 'buildings.same', other)
  }
}

/** Metres, 0 for what is near: a label or a door may stand beside the house, farther off where the house is large. */
function distanceFrom(position: NonNullable<Building['position']>, footprint: Building['footprint']): number {
  const points = footprint.map(([lon, lat]) => toLocal(position, lon, lat))
  const nearest = Math.min(...points.map(({ east, north }) => Math.hypot(east, north)))
  const extent = (values: number[]) => Math.max(...values) - Math.min(...values)
  const size = Math.hypot(extent(points.map(({ east }) => east)), extent(points.map(({ north }) => north)))
  return nearest > FAR + size ? nearest : 0
}
