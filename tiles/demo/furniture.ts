import type { Facility } from '../cim/facilities.ts'
import { headingOf, stepsAlong } from './along.ts'
import type { Placed } from './buildings.ts'
import type { Claims } from './claims.ts'
import { courts } from './courts.ts'
import { at, lonLat, type Spot } from './frame.ts'
import { zoneAt } from './grids.ts'
import type { NetLine } from './net.ts'
import { gardensOf, northOf, rowsOf } from './rows.ts'

export interface StandingThing {
  kind: string
  spot: Spot
  /** Degrees clockwise from north of its front. */
  heading: number
  name: string
}

const LAMPS = 28
const GARDEN_LAMPS = 24

/** What stands along the ways. Each thing claims its spot, so that no tree grows into it. */
export function furnish(placed: readonly Placed[], lines: readonly NetLine[], solid: Claims): StandingThing[] {
  const things: StandingThing[] = []
  const put = (kind: string, name: string, spot: Spot, heading: number, room = 1) => {
    if (!solid.isFree(spot)) return
    solid.spot(spot, room)
    things.push({ kind, name, spot, heading: (Math.round(heading) + 360) % 360 })
  }
  // What needs a certain place comes before what stands anywhere along a way.
  for (const court of courts) {
    const rows = rowsOf(court, placed)
    for (const [i, { houses, crossing }] of rows.entries()) {
      const [west, east] = [houses[0] as Placed, houses.at(-1) as Placed]
      const { turn } = west.stand
      const beside = (house: Placed, end: 'west' | 'east', out: number, off: number) => northOf(house, end, out, off)
      put('hydrant', '室外消火栓', at(crossing.east + 4.4, crossing.north - 4.4), turn + 270)
      if (i % 2 === 0) {
        put('charging-shed', '电动自行车充电棚', beside(west, 'east', 6.5, 11.5), turn + 180, 4)
        put('parcel-lockers', '智能快递柜', beside(east, 'west', 5, 10.5), turn + 180, 2)
      } else {
        put('charging-shed', '电动自行车充电棚', beside(east, 'west', 6.5, 11.5), turn + 180, 4)
        put('fire-cabinet', '微型消防柜', beside(west, 'east', 4, 10.5), turn + 180, 1.5)
      }
    }
  }
  for (const stop of BUS_STOPS) put('bus-stop', `公交站（${stop[3]}）`, at(stop[0], stop[1]), stop[2], 3)
  for (const { drawing, stand, quarter } of placed) {
    if (quarter.columns || quarter.type.use === 'utility' || !drawing.plans.ground) continue
    const { outlines } = drawing
    const [[x, y] = [0, 0]] = outlines.get('ground') ?? []
    put('fire-cabinet', '微型消防柜', stand.spot([x + 4, y - 2]), stand.turn + 180, 1.5)
  }
  for (const line of lines) alongLine(line, put)
  for (const garden of gardensOf(placed)) {
    put('bench', '长椅', at(garden.east - 8, garden.north + 2.2), 180)
    put('bench', '长椅', at(garden.east + 8, garden.north - 2.2), 0)
  }
  for (const [east, north, wide, heading] of BOLLARDS)
    for (let i = -2; i <= 2; i++) {
      const [dx, dy] = heading % 180 === 0 ? [i * wide, 0] : [0, i * wide]
      put('bollard', '防撞柱', at(east + dx, north + dy), heading, 0.4)
    }
  return things
}

type Put = (kind: string, name: string, spot: Spot, heading: number, room?: number) => void

/** Lamps, bins, hydrants and benches along a street, a lane or a path. */
function alongLine(line: NetLine, put: Put): void {
  const street = line.lanes > 1
  const lane = line.class === 'lane' && line.points.length > 0 && line.name !== undefined
  const walk = line.class === 'path' && line.name !== undefined
  if (street) {
    const off = line.width / 2 + 0.9
    const both = line.width > 12
    for (const { spot, left, right, n } of stepsAlong(line.points, LAMPS, off, 12)) {
      if (both || n % 2 === 0) put('street-lamp', `${line.name}路灯`, right, headingOf(right, spot))
      if (both || n % 2 === 1) put('street-lamp', `${line.name}路灯`, left, headingOf(left, spot))
    }
    for (const { spot, right } of stepsAlong(line.points, 110, off + 0.3, 24))
      put('hydrant', '室外消火栓', right, headingOf(right, spot))
    for (const { spot, left, right, n } of stepsAlong(line.points, 84, off + 0.8, 40))
      put('bin', '果皮箱', n % 2 ? left : right, headingOf(n % 2 ? left : right, spot))
  }
  if (lane)
    for (const { spot, left, right, n } of stepsAlong(line.points, GARDEN_LAMPS, line.width / 2 + 0.8, 9)) {
      const side = n % 2 ? left : right
      put('garden-lamp', '庭院灯', side, headingOf(side, spot))
    }
  if (!walk) return
  for (const { spot, left, right, n } of stepsAlong(line.points, GARDEN_LAMPS, line.width / 2 + 0.8, 11))
    put('garden-lamp', '庭院灯', n % 2 ? right : left, headingOf(n % 2 ? right : left, spot))
  for (const { spot, left, n } of stepsAlong(line.points, 34, line.width / 2 + 1, 20)) {
    put('bench', '长椅', left, headingOf(left, spot))
    if (n % 2 === 0) put('bin', '果皮箱', at(left.east + 1.8, left.north), headingOf(left, spot))
  }
}

export function facilitiesOf(things: readonly StandingThing[]): Facility[] {
  const counts = new Map<string, number>()
  return things.map(({ kind, name, spot, heading }) => {
    const n = (counts.get(kind) ?? 0) + 1
    counts.set(kind, n)
    const [lon, lat] = lonLat(spot)
    return {
      id: `${kind}-${String(n).padStart(3, '0')}`,
      kind,
      name: `${name}${n}号`,
      place: zoneAt(spot),
      position: { lon, lat, height: 0 },
      heading,
    }
  })
}

/** Beside the carriageway, looking at it. */
const BUS_STOPS: [east: number, north: number, heading: number, name: string][] = [
  [-60, -485.2, 180, '锦绣南站'],
  [60, 485.2, 0, '山南路站'],
  [-485.2, -60, 270, '锦绣西路站'],
  [485.2, 90, 90, '锦绣东路站'],
  [-130, 50.2, 180, '公园南门站'],
  [150, 29.8, 0, '锦绣小学站'],
  [330, 29.8, 0, '锦绣汇站'],
  [-380, 50.2, 180, '锦绣西里站'],
  [10.2, -300, 270, '云锦路南站'],
  [10.2, 380, 270, '云锦苑站'],
]

/** Where cars must not go in: entrances of the park, plazas. */
const BOLLARDS: [east: number, north: number, apart: number, heading: number][] = [
  [0, 56, 1.2, 180],
  [0, 264, 1.2, 0],
  [236, 162, 1.2, 90],
  [-236, 163, 1.2, 270],
  [-80, -53, 3, 0],
  [376, 0, 3, 0],
]
