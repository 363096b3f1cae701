import type { DeviceKind, Mount, Text } from '../kind.ts'
import { withinBudget } from './lean.ts'
import { type Detail, Maker, type Part } from './maker.ts'
import type { Vec3 } from './vector.ts'

export const GROUPS = ['device', 'vehicle', 'responder', 'tree', 'furniture'] as const
export type Group = (typeof GROUPS)[number]

/**
 * How a thing looks, as a description that draws it. Metres, +Y up, front to +Z. The origin is where it touches what it
 * is mounted to: under a ceiling it hangs below y = 0, on a wall it stands out from z = 0, elsewhere it stands on y = 0.
 */
export interface Model {
  id: string
  name: Text
  group: Group
  mount: Mount
  draw: (m: Maker) => void
}

export function model(group: Group, id: string, zh: string, en: string, draw: Model['draw']): Model {
  return { id, name: { zh, en }, group, mount: 'ground', draw }
}

/** The model of a device kind bears its name and hangs where the kind hangs. */
export function deviceModel({ kind, name, mount }: DeviceKind, draw: Model['draw']): Model {
  return { id: kind, name, group: 'device', mount, draw }
}

export function partsOf({ draw }: Model, detail: Detail): Part[] {
  const maker = new Maker(detail)
  draw(maker)
  return maker.lean ? withinBudget(maker.parts) : maker.parts
}

export interface Bounds {
  min: Vec3
  max: Vec3
}

/** Metres. */
export function boundsOf(parts: Part[]): Bounds {
  const points = parts.flatMap(({ solid }) => solid.points)
  const reach = (pick: (...values: number[]) => number): Vec3 => {
    const along = (axis: 0 | 1 | 2) => points.reduce((far, point) => pick(far, point[axis]), points[0]?.[axis] ?? 0)
    return [along(0), along(1), along(2)]
  }
  return { min: reach(Math.min), max: reach(Math.max) }
}
