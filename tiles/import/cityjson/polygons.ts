import { isRecord } from '../json/is-record.ts'
import type { LeftOutReason } from '../reasons.ts'
import type { Geometry, Polygon, Vec } from './types.ts'
import type { Vertices } from './vertices.ts'

/** Thrown out of the depths of a geometry that cannot be taken. */
export class Fault extends Error {
  readonly reason: LeftOutReason

  constructor(reason: LeftOutReason, detail: string) {
    super(detail)
    this.reason = reason
  }
}

/** Geometries that are defined once and stand in many places. */
export interface Templates {
  geometries: readonly unknown[]
  vertices: Vertices
}

/** How deep the surfaces lie within `boundaries`, and the indices of their semantics within `values`. */
const depths: Record<string, number> = {
  MultiSurface: 0,
  CompositeSurface: 0,
  Solid: 1,
  MultiSolid: 2,
  CompositeSolid: 2,
}

export const isSolid = ({ type }: Geometry) => typeof type === 'string' && /Solid$/.test(type)

/** The surfaces of a geometry; none for points and lines. Of solids the outer shell alone: a void is not seen. */
export function polygonsOf(geometry: Geometry, vertices: Vertices, templates: Templates | undefined): Polygon[] {
  if (geometry.type === 'GeometryInstance') return instance(geometry, vertices, templates)
  const depth = depths[String(geometry.type)]
  if (depth === undefined) {
    if (geometry.type === 'MultiPoint' || geometry.type === 'MultiLineString') return []
    throw new Fault('geometry.malformed', `type ${String(geometry.type)}`)
  }
  const { surfaces, values } = isRecord(geometry.semantics) ? geometry.semantics : {}
  const names = listOf(surfaces).map((surface) => (isRecord(surface) ? surface.type : undefined))
  // Shared corners stay one object, so that whoever converts them does it once.
  const known = new Map<number, Vec>()
  const vertexAt = (index: unknown): Vec => {
    const seen = known.get(index as number)
    if (seen) return seen
    const vertex = vertices.at(index as number)
    if (!vertex) throw new Fault('vertex.missing', `${String(index)} / ${vertices.count}`)
    if (!vertex.every(Number.isFinite)) throw new Fault('vertex.broken', String(index))
    known.set(index as number, vertex)
    return vertex
  }
  const found: Polygon[] = []
  const walk = (part: unknown, value: unknown, left: number): void => {
    if (!Array.isArray(part)) throw new Fault('geometry.malformed', 'boundaries')
    if (left === 0) {
      for (const [i, surface] of part.entries()) {
        const rings = ringsOf(surface, vertexAt)
        const semantic = names[listOf(value)[i] as number]
        found.push({ rings, ...(typeof semantic === 'string' ? { semantic } : {}) })
      }
    } else if (left === 1) walk(part[0], listOf(value)[0], 0)
    else for (const [i, solid] of part.entries()) walk(solid, listOf(value)[i], left - 1)
  }
  walk(geometry.boundaries, values, depth)
  return found
}

function ringsOf(surface: unknown, vertexAt: (index: unknown) => Vec): Vec[][] {
  if (!Array.isArray(surface) || surface.length === 0) throw new Fault('geometry.malformed', 'surface')
  return surface.map((ring) => {
    if (!Array.isArray(ring)) throw new Fault('geometry.malformed', 'ring')
    return ring.map(vertexAt)
  })
}

function instance(geometry: Geometry, vertices: Vertices, templates: Templates | undefined): Polygon[] {
  const template = templates?.geometries[geometry.template as number]
  if (!isRecord(template) || !templates || template.type === 'GeometryInstance')
    throw new Fault('template.missing', String(geometry.template))
  const index = listOf(geometry.boundaries)[0] as number
  const anchor = vertices.at(index)
  if (!anchor) throw new Fault('vertex.missing', `${index} / ${vertices.count}`)
  const matrix = listOf(geometry.transformationMatrix)
  if (matrix.length !== 16 || !matrix.every(Number.isFinite))
    throw new Fault('geometry.malformed', 'transformationMatrix')
  // Row by row; the template stands around the origin and is then set down on its anchor.
  const row = (from: number, [x, y, z]: Vec) =>
    (matrix[from] as number) * x +
    (matrix[from + 1] as number) * y +
    (matrix[from + 2] as number) * z +
    (matrix[from + 3] as number)
  const moved = new Map<Vec, Vec>()
  const move = (vertex: Vec): Vec => {
    const made = moved.get(vertex) ?? [
      row(0, vertex) + anchor[0],
      row(4, vertex) + anchor[1],
      row(8, vertex) + anchor[2],
    ]
    moved.set(vertex, made)
    return made
  }
  return polygonsOf(template, templates.vertices, undefined).map((polygon) => ({
    ...polygon,
    rings: polygon.rings.map((ring) => ring.map(move)),
  }))
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
