import { toLocal } from '#shared/place/local.ts'
import { type PlaceLevel, placeLevels, placeUpTo } from '#shared/place/path.ts'
import { isPosition, type Position } from '#shared/place/position.ts'
import type { View } from '#shared/world/view.ts'

/** Of a device, what decides whether it is meant. */
export interface Neighbour {
  device: string
  kind: string
  place: string
  position: Position
  view?: View | undefined
}

/** Metres of a cell's side. */
const CELL = 100

/** The devices of a community by kind and place, and by kind and where they stand: nobody walks through all of them. */
export class Surroundings {
  private readonly all = new Map<string, Neighbour>()
  private readonly sets = new Map<string, Set<Neighbour>>()
  private origin: Position | undefined

  get(device: string): Neighbour | undefined {
    return this.all.get(device)
  }

  put({ device, kind, place, position, view }: Neighbour): void {
    this.drop(device)
    const one = { device, kind, place, position, view }
    this.all.set(device, one)
    for (const key of this.keysOf(one)) {
      const set = this.sets.get(key)
      if (set) set.add(one)
      else this.sets.set(key, new Set([one]))
    }
  }

  drop(device: string): void {
    const one = this.all.get(device)
    if (!one) return
    this.all.delete(device)
    for (const key of this.keysOf(one)) {
      const set = this.sets.get(key)
      set?.delete(one)
      if (set?.size === 0) this.sets.delete(key)
    }
  }

  /** Of a kind, those at or below the place of a level that holds `place`. */
  within(kind: string, place: string, level: PlaceLevel): Iterable<Neighbour> {
    const path = placeUpTo(place, level)
    return (path === undefined ? undefined : this.sets.get(`${kind}@${path}`)) ?? NONE
  }

  /** Of a kind, all that may stand within so many metres; some are further away. */
  *near(kind: string, spot: Position, metres: number): Iterable<Neighbour> {
    if (!isPosition(spot)) return
    const [x, y] = this.cellOf(spot)
    const reach = Math.ceil(metres / CELL)
    for (let dx = -reach; dx <= reach; dx++)
      for (let dy = -reach; dy <= reach; dy++) yield* this.sets.get(`${kind}#${x + dx},${y + dy}`) ?? NONE
  }

  private keysOf({ kind, place, position }: Neighbour): string[] {
    const keys: string[] = []
    for (const level of placeLevels) {
      const path = placeUpTo(place, level)
      if (path !== undefined) keys.push(`${kind}@${path}`)
    }
    if (isPosition(position)) keys.push(`${kind}#${this.cellOf(position).join(',')}`)
    return keys
  }

  private cellOf(position: Position): [number, number] {
    this.origin ??= position
    const { east, north } = toLocal(this.origin, position.lon, position.lat)
    return [Math.floor(east / CELL), Math.floor(north / CELL)]
  }
}

const NONE: readonly Neighbour[] = []
