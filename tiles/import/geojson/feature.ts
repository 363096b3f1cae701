import { centroid } from '#shared/place/ring.ts'
import type { LonLat } from '../../cim/geometry.ts'
import { archiveOf, type Known as Named } from '../archive/archive.ts'
import { asText, Fields } from '../archive/fields.ts'
import type { Plane } from '../coordinates/plane.ts'
import type { Found } from '../importer.ts'
import type { Report } from '../report.ts'
import { footprintOf } from '../shape/footprint.ts'
import { toEight } from '../shape/planar.ts'
import { type Feature, polygonsOf, type RawFeature, ringsOf } from './geometry.ts'
import { groundKindOf } from './ground.ts'

const nameKeys = ['namezh', 'name', '名称']
const idKeys = ['id', 'gid', 'fid', 'osmid', 'objectid', 'buildingid', 'uuid', '编号', '建筑编号']

/** What a feature is called in its source: its own id before what its properties say. */
const idOf = ({ id }: Feature, fields: Fields) => asText(id) ?? fields.text(200, idKeys)

/** A feature's buildings: every polygon is one of its own. */
export function takeFeature({ where, value }: RawFeature, plane: Plane, report: Report): Found[] {
  const feature = (typeof value === 'object' && value !== null ? value : {}) as Feature
  const fields = new Fields(feature.properties)
  const id = idOf(feature, fields)
  // A place in a file is hard to find again for whoever does not write programs.
  const label = id ?? [where, fields.text(60, nameKeys)].filter(Boolean).join(' ')
  const found: Found[] = []
  const polygons = feature.geometry ? polygonsOf(feature.geometry) : []
  const cover = groundKindOf(fields)
  if (typeof polygons === 'string') report.passOver(polygons)
  else if (cover?.taken === false) report.passOver(cover.type)
  else if (polygons.length === 0) report.leaveOut(label, faultOf(feature))
  else
    for (const [i, polygon] of polygons.entries()) {
      const part = i === 0 ? '' : `-${i + 1}`
      const rings = ringsOf(polygon, plane)
      const known: Known = { label: label + part, id: id === undefined ? id : id + part, measured: undefined, fields }
      if (typeof rings === 'string') report.leaveOut(known.label, rings)
      else {
        const one = cover ? ground(rings, cover.kind, known, report) : building(rings, known, report)
        if (one) found.push(one)
      }
    }
  return found
}

function faultOf(feature: Feature) {
  if (feature.geometry) return 'geometry.malformed'
  return 'type' in feature ? 'geometry.missing' : 'object.malformed'
}

interface Known extends Named {
  fields: Fields
}

function ground(
  rings: LonLat[][],
  kind: 'grass' | 'water',
  { label, fields }: Known,
  report: Report,
): Found | undefined {
  const made = footprintOf(rings)
  if ('fault' in made) {
    report.leaveOut(label, made.fault)
    return undefined
  }
  const name = fields.text(100, nameKeys)
  return { kind: 'ground', ground: { kind, ring: made.ring, name } }
}

function building(rings: LonLat[][], known: Known, report: Report): Found | undefined {
  const { label, id, fields } = known
  const made = footprintOf(rings)
  if ('fault' in made) {
    report.leaveOut(label, made.fault)
    return undefined
  }
  const archive = archiveOf(fields, known, report)
  if (!archive) return undefined
  if (made.dropped > 0) report.remark(label, 'hole.dropped', String(made.dropped))
  const { ring: footprint, holes } = made
  const [lon, lat] = centroid(footprint)
  const remarks = report.remarksOf(label)
  const found = { label, id, lon: toEight(lon), lat: toEight(lat), archive, footprint, holes, remarks }
  return { kind: 'building', found }
}
