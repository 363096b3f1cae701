import { contains } from '#shared/place/ring.ts'
import { seededRandom } from '#shared/random.ts'
import type { Building } from '../../cim/buildings.ts'
import { addBlock, rectangleAt } from '../box.ts'
import { shade } from '../color.ts'
import { looks } from '../facades/looks.ts'
import type { Meshes } from '../mesh.ts'
import type { Point } from '../plan.ts'
import { slope } from './roofs.ts'
import type { Volume } from './volumes.ts'
import { BODY } from './walls.ts'

const DEPTH = 1.25
const RAIL = 0.95
const DARK = '#4a5056'

/** What is seen of a building only from near: balconies, and what stands on flat roofs. */
export function addDetails(meshes: Meshes, building: Building, volumes: readonly Volume[], seed: number): void {
  const random = seededRandom(seed * 97 + 5)
  for (const volume of volumes) {
    if (building.facade?.balconies && building.use === 'residential') addBalconies(meshes, building, volume)
    if (volume.roof.kind === 'flat') addRoofThings(meshes, building, volume, volumes, random)
  }
}

function addBalconies(meshes: Meshes, { floorHeight, facade }: Building, volume: Volume): void {
  const mesh = meshes.of(BODY)
  const color = facade?.color ?? '#b0a593'
  const bay = looks.terrace.bay
  for (const [i, from] of volume.ring.entries()) {
    const to = volume.ring[(i + 1) % volume.ring.length] as Point
    const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
    const length = Math.hypot(dx, dy)
    if (length < bay * 1.5 || -dx / length > -0.6) continue
    const direction: Point = [dx / length, dy / length]
    const bays = Math.round(length / bay)
    const width = length / bays
    for (let n = 0; n < bays; n++) {
      // Two bays of balcony, one of window.
      if (n % 3 === 2) continue
      const start: Point = [
        from[0] + direction[0] * (n * width + 0.15) + direction[1] * DEPTH,
        from[1] + direction[1] * (n * width + 0.15) - direction[0] * DEPTH,
      ]
      for (let floor = Math.max(2, volume.fromFloor); floor <= volume.toFloor; floor++) {
        const y = volume.bottom + (floor - volume.fromFloor) * floorHeight
        addBlock(mesh, rectangleAt(start, direction, width - 0.3, DEPTH), y - 0.12, y + 0.06, color)
        addRail(meshes, start, direction, width - 0.3, y + 0.06, color)
      }
    }
  }
}

/** A parapet of glass and its frame: front and both ends, seen from both sides. */
function addRail(meshes: Meshes, start: Point, [dx, dy]: Point, width: number, y: number, color: string): void {
  const mesh = meshes.of(BODY)
  const a = start
  const b: Point = [start[0] + dx * width, start[1] + dy * width]
  const back = (p: Point): Point => [p[0] - dy * DEPTH, p[1] + dx * DEPTH]
  const line = [back(a), a, b, back(b)]
  for (let i = 0; i < 3; i++) {
    const [from, to] = [line[i] as Point, line[i + 1] as Point]
    const length = Math.hypot(to[0] - from[0], to[1] - from[1])
    const [nx, nz] = [(to[1] - from[1]) / length, (to[0] - from[0]) / length]
    for (const side of [1, -1]) {
      const tone = shade(color, side > 0 ? 0.8 : 0.6)
      const [p, q] = side > 0 ? [from, to] : [to, from]
      const corner = (at: Point, up: number) => mesh.vertex(at[0], y + up, -at[1], nx * side, 0, nz * side, tone)
      mesh.quad(corner(p, 0), corner(q, 0), corner(q, RAIL), corner(p, RAIL))
    }
  }
}

function addRoofThings(
  meshes: Meshes,
  building: Building,
  volume: Volume,
  volumes: readonly Volume[],
  random: () => number,
): void {
  const { ring, top } = volume
  const [p0, p1] = [ring[0] as Point, ring[1] as Point]
  const length = Math.hypot(p1[0] - p0[0], p1[1] - p0[1])
  if (length < 6) return
  const direction: Point = [(p1[0] - p0[0]) / length, (p1[1] - p0[1]) / length]
  const others = volumes.filter((other) => other !== volume && other.bottom <= top + 0.1 && other.top > top + 0.1)
  const free = (corners: Point[]) =>
    corners.every((corner) => contains(ring, corner) && !others.some((other) => contains(other.ring, corner)))
  const old = (building.builtYear ?? 2005) < 2012
  const count = Math.min(26, Math.round(length / (building.use === 'residential' ? 5 : 7)))
  const bounds = boundsOf(ring)
  const mesh = meshes.of(BODY)
  for (let tries = 0, placed = 0; tries < count * 5 && placed < count; tries++) {
    const spot: Point = [bounds[0] + random() * (bounds[2] - bounds[0]), bounds[1] + random() * (bounds[3] - bounds[1])]
    const solar = building.use === 'residential' && old && random() < 0.8
    const [w, d, h] = solar ? [2, 1.5, 1.1] : [1.2 + random() * 2.2, 1.2 + random() * 1.6, 0.9 + random() * 1.2]
    const corners = rectangleAt(spot, direction, w, d)
    if (!free(rectangleAt([spot[0] - 0.8, spot[1] - 0.8], direction, w + 1.6, d + 1.6))) continue
    placed++
    if (solar) addSolarHeater(meshes, corners, top, h)
    else addBlock(mesh, corners, top, top + h, random() < 0.6 ? '#a7a9a8' : '#8f9496')
  }
}

/** Tubes that lean to the sun, a tank above them. */
function addSolarHeater(meshes: Meshes, ring: Point[], y: number, height: number): void {
  const [a, b, c, d] = ring as [Point, Point, Point, Point]
  const at = ([east, north]: Point, up: number): [number, number, number] => [east, y + up, -north]
  slope(meshes, [at(a, 0.2), at(b, 0.2), at(c, height), at(d, height)], shade(DARK, 0.9))
  slope(meshes, [at(b, 0.2), at(a, 0.2), at(d, height), at(c, height)], shade(DARK, 0.6))
  const tank = rectangleAt(d, [(c[0] - d[0]) / 2, (c[1] - d[1]) / 2], 2, 0.2)
  addBlock(meshes.of(BODY), tank, y + height - 0.2, y + height + 0.25, '#c3c5c4')
}

function boundsOf(ring: readonly Point[]): [number, number, number, number] {
  const east = ring.map(([x]) => x)
  const north = ring.map(([, y]) => y)
  return [Math.min(...east), Math.min(...north), Math.max(...east), Math.max(...north)]
}
