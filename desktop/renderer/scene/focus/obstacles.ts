import type { Enu, Frame } from '#shared/place/geodesy.ts'
import type { Building } from '#tiles/cim/buildings.ts'

/** A house as far as it stands in the way of looking: its outline and how high it is. */
export interface Obstacle {
  place: string
  ring: Float64Array
  top: number
  box: [west: number, south: number, east: number, north: number]
}

const PARAPET = 1.2

export function obstaclesOf(buildings: readonly Building[], frame: Frame): Obstacle[] {
  return buildings.map((building) => {
    const ring = new Float64Array(building.footprint.length * 2)
    const box: Obstacle['box'] = [Infinity, Infinity, -Infinity, -Infinity]
    building.footprint.forEach(([lon, lat], i) => {
      const { east, north } = frame.toLocal({ lon, lat, height: 0 })
      ring[2 * i] = east
      ring[2 * i + 1] = north
      box[0] = Math.min(box[0], east)
      box[1] = Math.min(box[1], north)
      box[2] = Math.max(box[2], east)
      box[3] = Math.max(box[3], north)
    })
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
  const corners = ring.length / 2
  for (let i = 0; i < corners; i++) {
    const j = (i + 1) % corners
    const [ax, ay, bx, by] = [ring[2 * i], ring[2 * i + 1], ring[2 * j], ring[2 * j + 1]] as [
      number,
      number,
      number,
      number,
    ]
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
    if (height < top && covers(ring, from.east + dx * middle, from.north + dy * middle)) return cuts[i]
  }
  return undefined
}

function covers(ring: Float64Array, x: number, y: number): boolean {
  let inside = false
  for (let i = 0, j = ring.length / 2 - 1; i < ring.length / 2; j = i++) {
    const [ax, ay, bx, by] = [ring[2 * i], ring[2 * i + 1], ring[2 * j], ring[2 * j + 1]] as [
      number,
      number,
      number,
      number,
    ]
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
  }
  return inside
}
