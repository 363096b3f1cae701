import type { LonLat, Outline, Ring, Xy } from '../cim/geometry.ts'
import type { Interior } from '../cim/interior.ts'
import { at, lonLat, type Spot, turnedAround } from './frame.ts'
import { boundsOf, type Drawing } from './interiors/drawing.ts'

/** A drawing put on the ground: its upper storeys around a spot, turned clockwise. */
export interface Stand {
  origin: LonLat
  turn: number
  spot: (point: Xy) => Spot
  ring: (outline: Outline) => Ring
}

export function standAt(drawing: Drawing, middle: Spot, turn: number): Stand {
  const top = drawing.outlines.get(drawing.floors.at(-1)?.plan ?? '')
  if (!top) throw new Error('a drawing without storeys')
  const [x0, y0, x1, y1] = boundsOf(top)
  const spot = ([x, y]: Xy): Spot =>
    turnedAround(middle, at(middle.east + x - (x0 + x1) / 2, middle.north + y - (y0 + y1) / 2), turn)
  return { origin: lonLat(spot([0, 0])), turn, spot, ring: (outline) => outline.map((point) => lonLat(spot(point))) }
}

export function interiorOf({ plans, floors, risers }: Drawing, { origin, turn }: Stand): Interior {
  return { origin, turn, plans, floors, risers }
}
