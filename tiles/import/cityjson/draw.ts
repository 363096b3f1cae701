import type { Surface } from '../../cim/buildings.ts'
import type { Xyz } from '../../cim/geometry.ts'
import { footprintOf } from '../shape/footprint.ts'
import { Fault, isSolid, polygonsOf, type Templates } from './polygons.ts'
import type { Spot } from './spot.ts'
import { type Facet, facetOf, isInside, turned, volumeOf } from './surfaces.ts'
import type { Geometry } from './types.ts'
import type { Vertices } from './vertices.ts'

/** What is seen of some geometries, in metres. */
export interface Drawn {
  facets: Facet[]
  /** How many surfaces had no extent. */
  dropped: number
  /** The first of all surfaces, as it is in the file. */
  first: Xyz[][] | undefined
}

interface Known {
  vertices: Vertices
  templates: Templates | undefined
}

export function draw(geometries: Geometry[], { vertices, templates }: Known, spot: Spot): Drawn {
  const facets: Facet[] = []
  let dropped = 0
  let first: Xyz[][] | undefined
  for (const geometry of geometries) {
    const outside = polygonsOf(geometry, vertices, templates).filter((polygon) => !isInside(polygon))
    const surfaces = outside.map((polygon) => polygon.rings.map((ring) => ring.map((vertex) => spot.toLocal(vertex))))
    first ??= surfaces[0]
    const ofSolid = isSolid(geometry)
    const isInverted = ofSolid && volumeOf(surfaces.flat()) < 0
    for (const [i, polygon] of outside.entries()) {
      const rings = surfaces[i] as Xyz[][]
      const facet = facetOf(polygon, isInverted ? turned(rings) : rings, ofSolid)
      if (facet) facets.push(facet)
      else dropped++
    }
  }
  return { facets, dropped, first }
}

/** Why nothing is seen: a bow tie has no extent either, but that is not what is wrong with it. */
export function emptyFault({ first }: Drawn, spot: Spot): Fault {
  const made = first && footprintOf(first.map((ring) => spot.toRing(ring)))
  return new Fault(made && 'fault' in made ? made.fault : 'geometry.missing', '')
}

/** From its ground, where there is one, to its highest point. */
export function rangeOf(facets: Facet[]): [bottom: number, top: number] {
  const grounds = facets.filter(({ kind }) => kind === 'ground')
  let [bottom, top] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const { rings } of grounds.length > 0 ? grounds : facets)
    for (const [, , z] of rings[0] ?? []) bottom = Math.min(bottom, z)
  for (const { rings } of facets) for (const [, , z] of rings[0] ?? []) top = Math.max(top, z)
  return [bottom, top]
}

/** Walls raised on a footprint: nothing that footprint and height do not say as well. */
export function isPrism(facets: Facet[], bottom: number, top: number): boolean {
  const isLevel = ([, , z]: Xyz) => Math.min(Math.abs(z - bottom), Math.abs(z - top)) < 0.1
  return facets.every(({ rings }) => rings.flat().every(isLevel))
}

export function shellAround(facets: Facet[], [east, north, up]: Xyz): Surface[] {
  const millimetres = (metres: number) => Math.round(metres * 1000) / 1000 || 0
  const around = ([x, y, z]: Xyz): Xyz => [millimetres(x - east), millimetres(y - north), millimetres(z - up)]
  return facets.map(({ kind, rings }) => ({ kind, rings: rings.map((ring) => ring.map(around)) }))
}
