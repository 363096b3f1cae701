import { counterClockwise } from '#shared/place/ring.ts'
import type { Xy } from '../../cim/geometry.ts'
import type { Cell, Room } from '../../cim/interior.ts'
import { addLevel } from '../buildings/roofs.ts'
import { BODY } from '../buildings/walls.ts'
import { shade } from '../color.ts'
import type { Meshes } from '../mesh.ts'
import type { Point } from '../plan.ts'
import type { BuildingFrame } from './frame.ts'
import { segmentsOf } from './segments.ts'
import type { Storey } from './walls.ts'

const SLAB = 0.14
const SLAB_COLOR = '#8f8c86'

/** What one walks on tells what a room is for, before its name is read. */
const finishes: Record<Room['use'] | Cell['use'], string> = {
  home: '#bda888',
  living: '#c2ab88',
  bedroom: '#b39a78',
  study: '#ad9878',
  kitchen: '#b5b0a5',
  bath: '#9fadb2',
  balcony: '#aca293',
  bay: '#8b8e90',
  corridor: '#b4b1aa',
  lobby: '#c1bbae',
  stairs: '#9d9c98',
  elevator: '#767d84',
  shaft: '#666c72',
  shop: '#c3b59f',
  class: '#c4b189',
  office: '#aeaba3',
  hall: '#bfb5a2',
  ward: '#b3beba',
  store: '#a39d92',
  machine: '#898e92',
  parking: '#808386',
  toilet: '#9caab0',
  ramp: '#76797c',
}

/** The slab with its edge and underside, and what covers it in each room. */
export function addFloors(
  structure: Meshes,
  rooms: Meshes,
  storey: Storey,
  frame: BuildingFrame,
  rowOf: (id: string) => number,
): void {
  const y = storey.level + frame.up
  for (const room of storey.plan.rooms) {
    const ring = place(room.outline, frame)
    addLevel(structure, BODY, ring, [], y - SLAB, shade(SLAB_COLOR, 0.7), true)
    rooms.feature = rowOf(room.id)
    addLevel(rooms, BODY, ring, [], y, shade(finishes[room.use]))
    for (const cell of room.cells)
      if (cell.use === 'bay') addBay(rooms, place(cell.outline, frame), y + 0.02)
      else addLevel(rooms, BODY, place(cell.outline, frame), [], y + 0.015, shade(finishes[cell.use]))
  }
  const mesh = structure.of(BODY)
  const [low, high] = [shade(SLAB_COLOR, 0.8), shade(SLAB_COLOR, 1)]
  for (const segment of segmentsOf(storey.plan)) {
    if (segment.kind !== 'outer') continue
    // Outside is where there is no room.
    const [a, b] = segment.rooms[0] ? [segment.from, segment.to] : [segment.to, segment.from]
    const [p, q] = [frame.at(a), frame.at(b)]
    const size = Math.hypot(q[0] - p[0], q[1] - p[1]) || 1
    const corner = ([east, north]: Point, height: number, color: [number, number, number]) =>
      mesh.vertex(east, height, -north, (q[1] - p[1]) / size, 0, (q[0] - p[0]) / size, color)
    mesh.quad(corner(p, y - SLAB, low), corner(q, y - SLAB, low), corner(q, y, high), corner(p, y, high))
  }
}

function place(outline: readonly Xy[], frame: BuildingFrame): Point[] {
  return (counterClockwise(outline) as Xy[]).map((xy) => frame.at(xy))
}

/** A parking bay is painted: three of its sides, as far as four corners have sides. */
function addBay(meshes: Meshes, ring: readonly Point[], y: number): void {
  const mesh = meshes.of(BODY)
  const color = shade('#cfcdc4')
  for (let i = 0; i < ring.length; i++) {
    const [p, q] = [ring[i] as Point, ring[(i + 1) % ring.length] as Point]
    const size = Math.hypot(q[0] - p[0], q[1] - p[1]) || 1
    const [nx, ny] = [(-(q[1] - p[1]) / size) * 0.1, ((q[0] - p[0]) / size) * 0.1]
    const at = ([east, north]: Point) => mesh.vertex(east, y, -north, 0, 1, 0, color)
    mesh.quad(at(p), at(q), at([q[0] + nx, q[1] + ny]), at([p[0] + nx, p[1] + ny]))
  }
}
