import type { Outline, Xy } from '../../cim/geometry.ts'
import type { Interior, Plan, Riser } from '../../cim/interior.ts'
import { type Box, outlineOf } from './outline.ts'
import type { Sketch } from './sketch.ts'

/** The inside of a building before it is put somewhere, and what its storeys look like from outside. */
export interface Drawing extends Omit<Interior, 'origin' | 'turn'> {
  /** By the plan's name. */
  outlines: Map<string, Outline>
  /** What stands on its roof: stair heads, machine rooms. */
  heads: Head[]
}

/** A box, or one of several storeys. */
export type Head = Box | { box: Box; storeys: number }

/** Which plan a floor has; from the lowest basement to the top. */
export function draw(
  sketches: Record<string, Sketch>,
  { floors, basements = 0, heads = [] }: { floors: number; basements?: number; heads?: Head[] },
  planOf: (floor: number) => string,
): Drawing {
  const all = [...Array(basements + floors + 1).keys()].map((i) => i - basements).filter((floor) => floor !== 0)
  const used = all.map((floor) => ({ floor, plan: planOf(floor) }))
  const plans: Record<string, Plan> = {}
  const outlines = new Map<string, Outline>()
  for (const [name, sketch] of Object.entries(sketches)) {
    if (!used.some(({ plan }) => plan === name)) continue
    plans[name] = sketch.plan()
    outlines.set(name, outlineOf(sketch.boxes))
  }
  return { plans, floors: used, risers: risersOf(plans, used), outlines, heads }
}

/** Rooms of the same id on floors one upon the other: a stair, an elevator, a ramp. */
function risersOf(plans: Record<string, Plan>, floors: Interior['floors']): Riser[] {
  const risers = new Map<string, Riser>()
  for (const { floor, plan } of floors)
    for (const { id, use } of plans[plan]?.rooms ?? []) {
      if (use !== 'stairs' && use !== 'elevator' && use !== 'ramp') continue
      const riser = risers.get(id)
      if (riser) riser.toFloor = floor
      else risers.set(id, { id, kind: use, fromFloor: floor, toFloor: floor })
    }
  return [...risers.values()].filter(({ fromFloor, toFloor }) => toFloor !== fromFloor)
}

export function boundsOf(outline: Outline): Box {
  const of = (axis: 0 | 1) => outline.map((point: Xy) => point[axis])
  return [Math.min(...of(0)), Math.min(...of(1)), Math.max(...of(0)), Math.max(...of(1))]
}

/** The outline of the ground floor: the footprint. */
export function groundOf({ floors, outlines }: Pick<Drawing, 'floors' | 'outlines'>): Outline {
  return outlines.get(floors.find(({ floor }) => floor === 1)?.plan ?? '') ?? []
}
