import { area, type Point, signedArea } from '#shared/place/ring.ts'
import type { Xyz } from '../../cim/geometry.ts'
import type { RemarkReason } from '../reasons.ts'
import { type Footprint, footprintOf, type RingFault } from '../shape/footprint.ts'
import { hullOf } from '../shape/hull.ts'
import { outlineOf } from '../shape/outline.ts'
import type { Spot } from './spot.ts'
import type { Facet } from './surfaces.ts'

export interface Outline extends Footprint {
  remarks: [RemarkReason, string?][]
}

/**
 * A building's footprint from what is drawn of it: from its ground, else from its roof seen from above, else the
 * hull of everything. Several pieces are joined where they meet; of those that do not, the largest counts.
 */
export function footprintOfFacets(facets: readonly Facet[], spot: Spot): Outline | { fault: RingFault } {
  const remarks: Outline['remarks'] = []
  let pieces = facets
    .filter(({ kind }) => kind === 'ground')
    .map(flat)
    .filter(isWide)
  if (pieces.length === 0) {
    pieces = facets
      .filter(({ kind }) => kind === 'roof')
      .map(flat)
      .filter(isWide)
    remarks.push(['footprint.roof'])
  }
  if (pieces.length === 0) {
    pieces = [[hullOf(facets.flatMap((facet) => flat(facet).flat()))]]
    remarks.splice(0, 1, ['footprint.hull'])
  }
  const whole = pieces.length === 1 ? pieces : outlineOf(pieces)
  const first = whole?.[0] && footprintOf(whole[0].map((ring) => spot.toRing(ring)))
  const isWhole = whole?.length === 1
  if (first && !('fault' in first)) {
    if (!isWhole) remarks.push(['footprint.largest', `1 / ${whole.length}`])
    return { ...first, remarks }
  }
  if (pieces.length === 1) return first ?? { fault: 'ring.short' }
  // Pieces that overlap, or do not quite meet.
  const largest = pieces.toSorted((a, b) => area(b[0] ?? []) - area(a[0] ?? []))[0] ?? []
  const made = footprintOf(largest.map((ring) => spot.toRing(ring)))
  remarks.push(['footprint.largest', `1 / ${pieces.length}`])
  return 'fault' in made ? made : { ...made, remarks }
}

const flat = ({ rings }: Facet): Point[][] =>
  rings.map((ring) => ring.map(([east, north]: Xyz): Point => [east, north]))
const isWide = ([outer]: Point[][]) => outer !== undefined && Math.abs(signedArea(outer)) > 0.01
