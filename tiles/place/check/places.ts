import { toLocal } from '#shared/place/local.ts'
import { isWithin, placeUpTo } from '#shared/place/path.ts'
import type { Position } from '#shared/place/position.ts'
import type { Building } from '../../cim/buildings.ts'
import { spatialCode } from '../../cim/code.ts'
import type { Community, Grid } from '../../cim/community.ts'
import type { Findings, Mistake } from './findings.ts'

/** Metres that a mast may rise, or a shaft go down. */
const HIGHEST = 50
const DEEPEST = 10

export interface KnownBuilding {
  floors: number
  basements: number
  /** Metres above the community's ground of its highest ceiling and its lowest floor. */
  top: number
  bottom: number
  /** Paths of its rooms, where somebody has drawn the inside. */
  rooms?: Set<string>
}

/** Every place there is, and whether what names one is right. */
export class Places {
  readonly community: Community
  readonly grids = new Set<string>()
  readonly buildings = new Map<string, KnownBuilding>()
  readonly #findings: Findings

  constructor(community: Community, findings: Findings) {
    this.community = community
    this.#findings = findings
  }

  addGrid({ place, inCharge }: Grid): void {
    if (!isWithin(place, this.community.id) || place === this.community.id)
      this.#findings.mistake(place, 'place.outside')
    if (this.grids.has(place)) this.#findings.mistake(place, 'id.duplicate')
    this.grids.add(place)
    if (inCharge.length === 0) this.#findings.remark(place, 'grid.nobody')
  }

  addBuilding({ place, position, floors, basements, floorHeight, footprint }: Building): void {
    if (this.buildings.has(place)) this.#findings.mistake(place, 'id.duplicate')
    const ground = position?.height ?? 0
    const [top, bottom] = [ground + floors * floorHeight, ground - basements * floorHeight]
    this.buildings.set(place, { floors, basements, top, bottom })
    const parts = place.split('/')
    if (parts[0] !== this.community.id || parts.length !== 3) this.#findings.mistake(place, 'place.outside')
    else this.#checkGrid(place, place)
    const [lon, lat] = footprint[0] ?? [0, 0]
    this.checkPosition(place, position ?? { lon, lat, height: 0 })
  }

  /** `within`: the place that `object` says it is in, from the community down to a room. */
  check(object: string, within: string): void {
    const mistake = this.#mistakeOf(object, within)
    if (mistake) this.#findings.mistake(object, mistake, within)
  }

  #mistakeOf(object: string, within: string): Mistake | undefined {
    const [community, grid, building, floor, room] = within.split('/')
    if (community !== this.community.id) return 'place.outside'
    if (grid === undefined || !this.#checkGrid(object, within) || building === undefined) return undefined
    const known = this.buildings.get(`${community}/${grid}/${building}`)
    if (!known) return 'building.unknown'
    if (floor === undefined) return undefined
    if (!hasFloor(known, floor)) return 'floor.unknown'
    return room !== undefined && known.rooms && !known.rooms.has(within) ? 'room.unknown' : undefined
  }

  checkPosition(object: string, position: Position): void {
    const { center, radius, datum } = this.community
    try {
      spatialCode(position, datum)
    } catch (error) {
      this.#findings.mistake(object, 'code.impossible', (error as Error).message)
    }
    const { east, north } = toLocal(center, position.lon, position.lat)
    const away = Math.hypot(east, north)
    // A footprint reaches farther than its middle, and a road leads out.
    if (away > radius + 200) this.#findings.remark(object, 'place.far', `${Math.round(away)} m`)
  }

  /** What belongs to a building may stand on its roof or in its cellar. */
  checkHeight(object: string, within: string, height: number): void {
    const { top, bottom } = this.buildings.get(placeUpTo(within, 'building') ?? '') ?? { top: 0, bottom: 0 }
    if (height > Math.max(0, top) + HIGHEST || height < Math.min(0, bottom) - DEEPEST)
      this.#findings.remark(object, 'height.floating', `${Math.round(height)} m`)
  }

  #checkGrid(object: string, within: string): boolean {
    const [community, grid] = within.split('/')
    if (this.grids.size === 0 || this.grids.has(`${community}/${grid}`)) return true
    this.#findings.mistake(object, 'grid.unknown', `${community}/${grid}`)
    return false
  }
}

/** `f01` to the last storey, `b1` to the last basement. */
function hasFloor({ floors, basements }: KnownBuilding, floor: string): boolean {
  const [, up] = /^f(\d{2,3})$/.exec(floor) ?? []
  const [, down] = /^b(\d{1,2})$/.exec(floor) ?? []
  if (up !== undefined) return Number(up) >= 1 && Number(up) <= floors
  return down !== undefined && Number(down) >= 1 && Number(down) <= basements
}
