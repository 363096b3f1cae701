import { selfCrossing } from '#shared/place/crossing.ts'
import { contains, openRing, type Point, signedArea } from '#shared/place/ring.ts'
import type { LonLat, Ring } from '../../cim/geometry.ts'
import type { LeftOutReason } from '../reasons.ts'
import { inMetres } from './planar.ts'

export interface Footprint {
  ring: Ring
  holes: Ring[]
  /** How many holes were no holes. */
  dropped: number
}

export type RingFault = Extract<LeftOutReason, 'ring.short' | 'ring.crossing' | 'area.small' | 'area.absurd'>

const LEAST_AREA = 1
const MOST_AREA = 4_000_000

/** An outline as the model wants it, counter-clockwise and simple; or why it cannot be. Degrees in, degrees out. */
export function footprintOf(rings: readonly Ring[]): Footprint | { fault: RingFault } {
  const [outer = [], ...inner] = rings
  const origin = outer[0]
  if (!origin) return { fault: 'ring.short' }
  const made = clean(outer, LEAST_AREA, origin)
  if ('fault' in made) return made
  const holes: Cleaned[] = []
  for (const ring of inner) {
    const hole = clean(ring, 0.1, origin)
    if ('fault' in hole || !isHole(hole, made, holes)) continue
    holes.push(hole)
  }
  const dropped = inner.length - holes.length
  return { ring: made.ring, holes: holes.map(({ ring }) => ring), dropped }
}

interface Cleaned {
  ring: Ring
  plan: Point[]
}

function clean(given: Ring, leastArea: number, [lon, lat]: LonLat): Cleaned | { fault: RingFault } {
  const ring = openRing(given) as Ring
  if (ring.length < 3) return { fault: 'ring.short' }
  const plan = inMetres(ring, { lon, lat })
  const area = signedArea(plan)
  // What crosses itself has an area that says nothing, and a bow tie has none: so this is asked first.
  if (selfCrossing(plan)) return { fault: Math.abs(area) < leastArea && isThin(plan) ? 'area.small' : 'ring.crossing' }
  if (Math.abs(area) < leastArea) return { fault: 'area.small' }
  if (Math.abs(area) > MOST_AREA) return { fault: 'area.absurd' }
  return area > 0 ? { ring, plan } : { ring: ring.toReversed(), plan: plan.toReversed() }
}

/** All on one line, or all in one spot. */
function isThin(plan: Point[]): boolean {
  const [first = [0, 0]] = plan
  const far = plan.reduce((best, point) => (distance(point, first) > distance(best, first) ? point : best), first)
  const length = distance(far, first)
  if (length < 0.01) return true
  const aside = ([x, y]: Point) =>
    Math.abs((x - first[0]) * (far[1] - first[1]) - (y - first[1]) * (far[0] - first[0])) / length
  return plan.every((point) => aside(point) < 0.01)
}

const distance = (a: Point, b: Point) => Math.hypot(a[0] - b[0], a[1] - b[1])

/** Inside of the outline, and apart from it and from the other holes. */
function isHole(hole: Cleaned, outline: Cleaned, others: readonly Cleaned[]): boolean {
  if (!hole.plan.every((point) => contains(outline.plan, point)) || touch(hole.plan, outline.plan)) return false
  return others.every((other) => {
    const [a, b] = [hole.plan[0], other.plan[0]]
    return a && b && !contains(other.plan, a) && !contains(hole.plan, b) && !touch(hole.plan, other.plan)
  })
}

function touch(a: Point[], b: Point[]): boolean {
  for (let i = 0; i < a.length; i++)
    for (let j = 0; j < b.length; j++) {
      const [p, q] = [a[i] as Point, a[(i + 1) % a.length] as Point]
      const [r, s] = [b[j] as Point, b[(j + 1) % b.length] as Point]
      if (side(p, q, r) * side(p, q, s) <= 0 && side(r, s, p) * side(r, s, q) <= 0 && overlap(p, q, r, s)) return true
    }
  return false
}

const side = (a: Point, b: Point, c: Point) => Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]))

/** On one line, two edges touch only where their boxes do. */
function overlap(p: Point, q: Point, r: Point, s: Point): boolean {
  const apart = (i: 0 | 1) => Math.max(p[i], q[i]) < Math.min(r[i], s[i]) || Math.max(r[i], s[i]) < Math.min(p[i], q[i])
  return !apart(0) && !apart(1)
}
