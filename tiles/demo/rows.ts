import type { Xy } from '../cim/geometry.ts'
import type { Placed } from './buildings.ts'
import { type Court, courts } from './courts.ts'
import { at, type Spot } from './frame.ts'
import { boundsOf, groundOf } from './interiors/drawing.ts'

/** How far the lane runs from the north wall: where the stairs are, and the engines come. */
const OFF = 6

/** Metres that cars standing along the lane take beyond it. */
const CARS = 8

/** A row of houses as its lanes see it: where the lane passes each house, and where the spine crosses. */
export interface Row {
  court: Court
  houses: Placed[]
  /** Along the lane, from west to east. */
  lane: Spot[]
  crossing: Spot
}

export function rowsOf(court: Court, placed: readonly Placed[]): Row[] {
  const houses = placed.filter(({ quarter }) => quarter.name === court.quarter)
  const columns = houses[0]?.quarter.columns ?? 1
  return Array.from({ length: houses.length / columns }, (_, row): Row => {
    const own = houses.slice(row * columns, (row + 1) * columns)
    const lane = own.flatMap((house) => [northOf(house, 'west', 6, OFF), northOf(house, 'east', 6, OFF)])
    const [a, b] = [lane[columns - 1] as Spot, lane[columns] as Spot]
    return { court, houses: own, lane, crossing: at((a.east + b.east) / 2, (a.north + b.north) / 2) }
  })
}

/** A spot so far north of a house, and so far out from its west or east end. */
export function northOf({ drawing, stand }: Placed, end: 'west' | 'east', out: number, off: number): Spot {
  const [x0, , x1, y1] = boundsOf(groundOf(drawing))
  const point: Xy = [end === 'west' ? x0 - out : x1 + out, y1 + off]
  return stand.spot(point)
}

/** How far north of a row the middle of its garden is: between the cars on its lane and the next houses. */
export function gardenOf(houses: readonly Placed[], next: Row): number {
  const [house, other] = [houses[0] as Placed, next.houses[0] as Placed]
  const [, , , top] = boundsOf(groundOf(house.drawing))
  const [, bottom] = boundsOf(groundOf(other.drawing))
  const [a, b] = [house.stand.spot([0, top]), other.stand.spot([0, bottom])]
  return (OFF + CARS + Math.hypot(b.east - a.east, b.north - a.north)) / 2
}

/** The middle of the garden behind each house. */
export function gardensOf(placed: readonly Placed[]): Spot[] {
  return courts.flatMap((court) => gardensIn(rowsOf(court, placed)))
}

export function gardensIn(rows: readonly Row[]): Spot[] {
  return rows.slice(0, -1).flatMap(({ houses }, i) => {
    const off = gardenOf(houses, rows[i + 1] as Row)
    return houses.map((house) => {
      const [a, b] = [northOf(house, 'west', 0, off), northOf(house, 'east', 0, off)]
      return at((a.east + b.east) / 2, (a.north + b.north) / 2)
    })
  })
}
