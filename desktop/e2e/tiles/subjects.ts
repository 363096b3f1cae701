import { radians } from '#shared/place/geodesy.ts'
import { toDegrees, toLocal } from '#shared/place/local.ts'
import type { Point } from '#shared/place/ring.ts'
import type { Building } from '#tiles/cim/buildings.ts'
import { CODE_LEVELS, gridCode } from '#tiles/cim/code.ts'
import type { Facility } from '#tiles/cim/facilities.ts'
import { floorLevel, storeyHeight } from '#tiles/cim/floors.ts'
import type { LonLat, Xy } from '#tiles/cim/geometry.ts'
import type { Interior, Room } from '#tiles/cim/interior.ts'
import type { Site } from '#tiles/cim/site.ts'
import { rowsOf } from '#tiles/write/interiors/storey.ts'
import { buildingRow } from '#tiles/write/rows.ts'
import { type Row, type TableName, tableClasses } from '#tiles/write/tables.ts'
import type { Properties, Spot } from './engine.ts'
import { distanceTo, type Keep, roomiest } from './spots.ts'

/** A thing of the model: where one looks down upon it, and what it says when it is picked. */
export interface Subject {
  spot: Spot
  says: Properties
}

const KINDS: ((building: Building) => boolean)[] = [
  ({ use, floors }) => use === 'residential' && floors > 20,
  ({ use, floors }) => use === 'residential' && floors < 8,
  ({ use }) => use === 'school',
  ({ use, parts }) => use === 'commercial' && parts.length > 0,
  ({ use }) => use === 'clinic',
  ({ roof }) => roof?.kind === 'gable',
  ({ roof }) => roof?.kind === 'hip',
  ({ holes }) => holes.length > 0,
  ({ shell }) => shell !== undefined,
]

/** Furniture that has something to it in its middle. */
const SOLID = new Set(['bench', 'bin', 'charging-shed', 'fire-cabinet', 'hydrant', 'parcel-lockers'])

/** The things of a community that can be picked from above. */
export class Subjects {
  private readonly site: Site

  constructor(site: Site) {
    this.site = site
  }

  get buildings(): Subject[] {
    const { buildings, trees } = this.site
    const outlines = buildings.map((building) => this.outlinesOf(building))
    const away = trees.map(({ at }) => this.plane([at]))
    return buildings.map((building, i) => {
      const courts = building.holes.map((hole) => this.plane(hole))
      const cut = [...courts, ...outlines.filter((_, n) => n !== i).flat()]
      const spot = this.spotIn(building.place, building.footprint, topOf(building) + 120, { cut, away })
      return { spot, says: says('building', buildingRow(building)) }
    })
  }

  /** Few buildings, each unlike the others. */
  get kinds(): Subject[] {
    const { buildings } = this.site
    const found = new Set(KINDS.map((is) => buildings.findIndex(is)).filter((at) => at >= 0))
    const all = this.buildings
    return [...found].map((at) => all[at] as Subject)
  }

  /** The middle of the open water of a lake. */
  get lake(): Subject {
    const { grounds, buildings, roads, trees, facilities } = this.site
    const at = grounds.findIndex(({ kind, name }) => kind === 'water' && name)
    const water = grounds[at]
    if (!water) throw new Error('there is no lake')
    const nodes = new Map(roads.nodes.map((node) => [node.id, node.at]))
    const ways = roads.edges.map(({ from, via = [], to }) =>
      [nodes.get(from), ...via, nodes.get(to)].filter((point) => point !== undefined),
    )
    const things = [
      ...trees.map((tree) => tree.at),
      ...facilities.map(({ position }) => [position.lon, position.lat] as const),
    ]
    const away = [...ways, ...things.map((point) => [point])].map((line) => this.plane(line))
    const cut = [
      ...grounds.slice(at + 1).map(({ ring }) => this.plane(ring)),
      ...buildings.flatMap((one) => this.outlinesOf(one)),
    ]
    const { kind, name } = water
    return { spot: this.spotIn(kind, water.ring, 120, { cut, away }), says: says('ground', { kind, name: name ?? '' }) }
  }

  /** Of some kinds of furniture the one that stands freest of trees and roofs. */
  get facilities(): Subject[] {
    const { facilities, trees, buildings } = this.site
    const covers = [...trees.map(({ at }) => this.plane([at])), ...buildings.flatMap((one) => this.outlinesOf(one))]
    const free = new Map<string, { facility: Facility; room: number }>()
    for (const facility of facilities.filter(({ kind }) => SOLID.has(kind))) {
      const { lon, lat } = facility.position
      const [point] = this.plane([[lon, lat]]) as [Point]
      const room = Math.min(...covers.map((cover) => distanceTo(cover, point)))
      if (room > (free.get(facility.kind)?.room ?? 0)) free.set(facility.kind, { facility, room })
    }
    return [...free.values()].map(({ facility: { id, kind, name = '', place, position } }) => ({
      spot: { ...position, height: position.height + 40 },
      says: says('facility', { id, kind, name, place, code: gridCode(position, CODE_LEVELS.object) }),
    }))
  }

  private outlinesOf({ footprint, parts }: Building): Point[][] {
    return [footprint, ...parts.map(({ ring }) => ring)].map((ring) => this.plane(ring))
  }

  /** Metres east and north. */
  private plane(ring: readonly (readonly [number, number])[]): Point[] {
    return ring.map(([lon, lat]): Point => {
      const { east, north } = toLocal(this.site.community.center, lon, lat)
      return [east, north]
    })
  }

  private spotIn(name: string, ring: readonly LonLat[], height: number, keep: Keep): Spot {
    const found = roomiest(this.plane(ring), keep)
    if (!found) throw new Error(`nowhere is ${name} seen from above`)
    const [lon, lat] = toDegrees(this.site.community.center, { east: found[0], north: found[1] })
    return { lon, lat, height }
  }
}

/** A storey of a building's inside: each of its rooms, and a spot on a wall. */
export function storeySubjects(site: Site, building: Building, interior: Interior, floor: number) {
  const plan = interior.plans[interior.floors.find((one) => one.floor === floor)?.plan ?? '']
  if (!plan) throw new Error(`there is no floor ${floor} in ${building.place}`)
  const rows = rowsOf(building, floor, plan, interior, site.community.datum)
  const turn = radians(interior.turn)
  const height = floorLevel(building, floor) + storeyHeight(building, floor) + 8
  const spotAt = ([x, y]: Xy): Spot => {
    // From the front of the building, turned clockwise from east.
    const east = x * Math.cos(turn) + y * Math.sin(turn)
    const north = y * Math.cos(turn) - x * Math.sin(turn)
    const [lon, lat] = toDegrees({ lon: interior.origin[0], lat: interior.origin[1] }, { east, north })
    return { lon, lat, height }
  }
  const rooms = plan.rooms.map(({ id, outline, cells }, i): Subject => {
    const found = roomiest(outline, { away: cells.map((cell) => cell.outline) })
    if (!found) throw new Error(`nowhere is ${id} seen from above`)
    return { spot: spotAt([...found]), says: says('room', rows.room[i] as Row) }
  })
  const [from, to] = (plan.rooms[0] as Room).outline as [Xy, Xy]
  const wall = spotAt([(from[0] + to[0]) / 2, (from[1] + to[1]) / 2])
  return { rooms, wall }
}

export function topOf({ position, floors, floorHeight, roof, parts }: Building): number {
  const storeys = Math.max(floors, ...parts.map(({ toFloor }) => toFloor))
  return (position?.height ?? 0) + storeys * floorHeight + (roof?.height ?? 0)
}

/** As it comes back from a property table, where a fraction has half the digits. */
function says(table: TableName, row: Row): Properties {
  const columns: Record<string, string> = tableClasses[table].columns
  return Object.fromEntries(
    Object.entries(columns).map(([column, type]) => {
      const value = row[column]
      if (type === 'string') return [column, String(value ?? '')]
      return [column, type === 'float32' ? Math.fround(Number(value ?? 0)) : Number(value ?? 0)]
    }),
  )
}
