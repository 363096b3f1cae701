import { isRecord } from '../json/is-record.ts'
import { isSolid, type Templates } from './polygons.ts'
import type { Geometry } from './types.ts'

/** A level of detail as a number: 2, "2", "2.2". An instance has that of its template. */
export function lodOf(geometry: Geometry, templates: Templates | undefined): number {
  if (geometry.type === 'GeometryInstance') {
    const template = templates?.geometries[geometry.template as number]
    return isRecord(template) && template.type !== 'GeometryInstance' ? lodOf(template, undefined) : 1
  }
  const value = typeof geometry.lod === 'number' ? geometry.lod : Number.parseFloat(String(geometry.lod))
  return Number.isFinite(value) ? value : isSolid(geometry) ? 2 : 0
}

/**
 * The geometry that shows the outside best: the most detailed below 3, because openings and furniture of level 3
 * are more than a community's scene can carry; level 3 when there is nothing else.
 */
export function bestOf(geometries: unknown, templates: Templates | undefined): Geometry | undefined {
  const rank = (geometry: Geometry) => {
    const lod = lodOf(geometry, templates)
    // Before an outline on the ground, but after everything that stands upon it.
    return lod < 3 ? lod : 0.5
  }
  return areasOf(geometries).sort((a, b) => rank(b) - rank(a))[0]
}

/** Flat outlines on the ground. */
export function outlinesOf(geometries: unknown): Geometry[] {
  return areasOf(geometries).filter((one) => one.type !== 'GeometryInstance' && lodOf(one, undefined) < 1)
}

function areasOf(geometries: unknown): Geometry[] {
  const all: unknown[] = Array.isArray(geometries) ? geometries : []
  return all.filter(isRecord).filter(({ type }) => type !== 'MultiPoint' && type !== 'MultiLineString')
}
