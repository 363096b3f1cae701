import type { Enu, Frame } from '#shared/place/geodesy.ts'
import { contains, edges, type Point, type Ring } from '#shared/place/ring.ts'
import type { Building } from '#tiles/cim/buildings.ts'

/** A house as far as it stands in the way of looking: its outline and how high it is. */
export interface Obstacle {
  place: string
  ring: Ring
  top: number
  box: [west: number, south: number, east: number, north: number]
}

const PARAPET = 1.2

export function obstaclesOf(buildings: readonly Building[], frame: Frame): Obstacle[] {
  return buildings.map((building) => {
    const ring = building.footprint.map(([lon, lat]): Point => {
      const { east, north } = frame.toLocal({ lon, lat, height: 0 })
      return [east, north]
    })
    const [easts, norths] = [ring.map(([east]) => east), ring.map(([, north]) => north)]
    const box: Obstacle['box'] = [Math.min(...easts), Math.min(...norths), Math.max(...easts), Math.max(...norths)]
    const top = (building.height ?? building.floors * building.floorHeight) + PARAPET
    return { place: building.place, ring, top, box }
  })
}

/** The first house on the way from one point to another, or undefined: one sees the other. */
export function inTheWay(from: Enu, to: Enu, obstacles: readonly Obstacle[]): Obstacle | undefined {
  let nearest: Obstacle | undefined
  let least = 1
  for (const obstacle of obstacles) {
    const share = meets(from, to, obstacle)
    if (share !== undefined && share < least) {
      least = share
      nearest = obstacle
    }
  }
  return nearest
}

/** How far along the way it enters the house; undefined: it passes by or above. */
export function meets(from: Enu, to: Enu, { ring, top, box }: Obstacle): number | undefined {
  if (Math.min(from.up, to.up) > top) return undefined
  if (Math.max(from.east, to.east) < box[0] || Math.min(from.east, to.east) > box[2]) return undefined
  if (Math.max(from.north, to.north) < box[1] || Math.min(from.north, to.north) > box[3]) return undefined
  const cuts = [0, 1]
  const [dx, dy] = [to.east - from.east, to.north - from.north]
  for (const [[ax, ay], [bx, by]] of edges(ring)) {
    const cross = dx * (by - ay) - dy * (bx - ax)
    if (Math.abs(cross) < 1e-12) continue
    const t = ((ax - from.east) * (by - ay) - (ay - from.north) * (bx - ax)) / cross
    const s = ((ax - from.east) * dy - (ay - from.north) * dx) / cross
    if (t > 0 && t < 1 && s >= 0 && s < 1) cuts.push(t)
  }
  // Where it comes down below the roof, on a stretch that lies over the house.
  const fall = to.up - from.up
  if (fall !== 0) {
    const t = (top - from.up) / fall
    if (t > 0 && t < 1) cuts.push(t)
  }
  cuts.sort((a, b) => a - b)
  for (let i = 0; i + 1 < cuts.length; i++) {
    const middle = ((cuts[i] as number) + (cuts[i + 1] as number)) / 2
    const height = from.up + fall * middle
    if (height < top && contains(ring, [from.east + dx * middle, from.north + dy * middle])) return cuts[i]
  }
  return undefined
}
