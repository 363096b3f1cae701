import { centroid } from '#shared/place/ring.ts'
import { archiveOf } from '../archive/archive.ts'
import { Fields } from '../archive/fields.ts'
import { MOST_HEIGHT } from '../archive/heights.ts'
import type { Plane } from '../coordinates/plane.ts'
import type { FoundBuilding } from '../importer.ts'
import { isRecord } from '../json/is-record.ts'
import type { Report } from '../report.ts'
import { toEight } from '../shape/planar.ts'
import { draw, emptyFault, isPrism, rangeOf, shellAround } from './draw.ts'
import { bestOf, lodOf, outlinesOf } from './lod.ts'
import { footprintOfFacets } from './outline.ts'
import { Fault, type Templates } from './polygons.ts'
import { Spot } from './spot.ts'
import type { CityObject } from './types.ts'
import type { Vertices } from './vertices.ts'

/** What objects of a file, or of one feature of a sequence, share. */
export interface Scene {
  vertices: Vertices
  templates: Templates | undefined
  plane: Plane
  report: Report
}

/** A building and its parts, which make one shell together. */
export interface Family {
  id: string
  building: CityObject
  parts: CityObject[]
}

export function takeBuilding(family: Family, scene: Scene): FoundBuilding | undefined {
  try {
    return make(family, scene)
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    scene.report.leaveOut(family.id, error.reason, error.message)
    return undefined
  }
}

function make({ id, building, parts }: Family, scene: Scene): FoundBuilding | undefined {
  const { report, templates } = scene
  const members = [building, ...parts]
  const best = members.flatMap(({ geometry }) => bestOf(geometry, templates) ?? [])
  const standing = best.filter((geometry) => lodOf(geometry, templates) >= 1)
  const chosen = standing.length > 0 ? standing : best
  if (chosen.length === 0) throw new Fault('geometry.missing', '')
  const spot = new Spot(scene.plane)
  const drawn = draw(chosen, scene, spot)
  if (drawn.facets.length === 0) throw emptyFault(drawn, spot)
  const flat = draw(
    members.flatMap(({ geometry }) => outlinesOf(geometry)),
    scene,
    spot,
  )

  // An outline on the ground is the footprint where nothing stands on ground of its own.
  const hasGround = drawn.facets.some(({ kind }) => kind === 'ground')
  const isStanding = standing.length > 0 && (hasGround || flat.facets.length === 0)
  const bases = isStanding ? drawn.facets : flat.facets.map(({ rings }) => ({ kind: 'ground' as const, rings }))
  const footprint = footprintOfFacets(bases, spot)
  if ('fault' in footprint) throw new Fault(footprint.fault, '')

  const [bottom, top] = rangeOf(drawn.facets)
  if (top - bottom > MOST_HEIGHT) throw new Fault('height.invalid', `${Math.round(top - bottom)}`)
  const measured = standing.length > 0 ? Math.round((top - bottom) * 1000) / 1000 : undefined
  const archive = archiveOf(new Fields(attributesOf(building, members)), { label: id, id, measured }, report)
  if (!archive) return undefined
  for (const [reason, detail] of footprint.remarks) report.remark(id, reason, detail)
  if (footprint.dropped > 0) report.remark(id, 'hole.dropped', String(footprint.dropped))
  if (drawn.dropped > 0) report.remark(id, 'surface.dropped', String(drawn.dropped))

  const [lon, lat] = centroid(footprint.ring).map(toEight) as [number, number]
  const isDetailed = standing.some((geometry) => lodOf(geometry, templates) >= 2)
  const isMore = isDetailed || (standing.length > 0 && !isPrism(drawn.facets, bottom, top))
  const isShell = isMore && drawn.facets.length >= 4
  const shell = isShell ? shellAround(drawn.facets, [...spot.toPlan([lon, lat]), bottom]) : undefined
  const { ring, holes } = footprint
  const remarks = report.remarksOf(id)
  return { label: id, id, lon, lat, ground: bottom, archive, footprint: ring, holes, shell, remarks }
}

/** What is said of the building goes before what is said of its parts. */
function attributesOf({ address }: CityObject, members: CityObject[]): object {
  const said = members.toReversed().map(({ attributes }) => (isRecord(attributes) ? attributes : {}))
  return Object.assign({}, ...said, address === undefined ? {} : { address })
}
