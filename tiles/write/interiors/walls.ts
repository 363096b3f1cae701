import type { Xy } from '../../cim/geometry.ts'
import type { Plan } from '../../cim/interior.ts'
import { addBlock } from '../box.ts'
import { BODY } from '../buildings/walls.ts'
import { shade } from '../color.ts'
import { GLASS } from '../materials.ts'
import type { Mesh, Meshes } from '../mesh.ts'
import type { BuildingFrame } from './frame.ts'
import { type Opening, openingsOf } from './openings.ts'
import { type Segment, segmentsOf } from './segments.ts'

const THICK = { outer: 0.24, inner: 0.16, partition: 0.1 } as const
const WALL = { outer: '#c9c2b6', inner: '#d5d0c6', partition: '#dcd8cf' } as const
/** The cut through a wall, as a drawing has it: dark, so a storey reads as a plan from above. */
const CUT = '#4b525a'
const RAIL = 1.05

export interface Storey {
  plan: Plan
  floor: number
  /** Of its floor, and from there to the ceiling, in metres. */
  level: number
  height: number
}

/** Walls with their openings, in the meshes of the structure; doors and partitions in those of the rooms. */
export function addWalls(
  structure: Meshes,
  rooms: Meshes,
  storey: Storey,
  frame: BuildingFrame,
  rowOf: (id: string) => number,
): void {
  for (const segment of segmentsOf(storey.plan)) {
    const own = segment.rooms[0] ?? segment.rooms[1]
    if (segment.kind === 'outer' && segment.cells.some((cell) => cell?.use === 'balcony')) {
      addBalcony(structure, segment, storey, frame)
      continue
    }
    const openings = openingsOf(segment, storey.plan, storey.floor, storey.height)
    const into = segment.kind === 'partition' ? rooms : structure
    if (segment.kind === 'partition') rooms.feature = rowOf(partitionOwner(segment, storey.plan))
    addPieces(into.of(BODY), segment, openings, storey, frame)
    for (const opening of openings)
      if (opening.kind === 'window') addPane(structure, segment, opening, storey, frame)
      else if (opening.kind !== 'passage' && own) {
        rooms.feature = rowOf(own.id)
        addLeaf(rooms, segment, opening, storey, frame)
      }
  }
}

function partitionOwner({ cells }: Segment, { rooms }: Plan): string {
  const cell = cells[0] ?? cells[1]
  return rooms.find((room) => cell && room.cells.includes(cell))?.id ?? ''
}

/** The wall between its openings, and what is below and above each. */
function addPieces(
  mesh: Mesh,
  segment: Segment,
  openings: readonly Opening[],
  { level, height }: Storey,
  frame: BuildingFrame,
): void {
  const thick = THICK[segment.kind]
  const color = WALL[segment.kind]
  // Corners: a wall reaches half its thickness beyond its ends, or there would be a gap.
  const reach = thick / 2
  const piece = (from: number, to: number, bottom: number, top: number, lid: string, hidden: number[]) => {
    if (to - from < 0.01 || top - bottom < 0.01) return
    addSlab(mesh, segment, [from, to], [level + bottom, level + top], frame, { thick, color, lid, hidden })
  }
  let at = -reach
  for (const { from, to, bottom, top } of openings) {
    // Its ends are seen in openings alone: elsewhere another wall goes on.
    piece(at, from, 0, height, CUT, at < 0 ? [END_BEFORE] : [])
    piece(from, to, 0, bottom, color, [END_BEFORE, END_AFTER])
    piece(from, to, top, height, CUT, [END_BEFORE, END_AFTER])
    at = to
  }
  piece(at, segment.length + reach, 0, height, CUT, at < 0 ? [END_BEFORE, END_AFTER] : [END_AFTER])
}

/** Sides of a slab by the corner they begin at. */
const END_AFTER = 1
const END_BEFORE = 3

interface SlabLook {
  thick: number
  color: string
  lid: string
  hidden?: number[]
}

/** A block along a wall: from where to where, from which height to which. */
function addSlab(
  mesh: Mesh,
  { from: start, to: end, length }: Segment,
  [from, to]: [number, number],
  [bottom, top]: [number, number],
  frame: BuildingFrame,
  { thick, color, lid, hidden }: SlabLook,
): void {
  const d: Xy = [(end[0] - start[0]) / length, (end[1] - start[1]) / length]
  const n: Xy = [-d[1], d[0]]
  const corner = (along: number, side: number) =>
    frame.at([start[0] + d[0] * along + (n[0] * side * thick) / 2, start[1] + d[1] * along + (n[1] * side * thick) / 2])
  const ring = [corner(from, -1), corner(to, -1), corner(to, 1), corner(from, 1)]
  addBlock(mesh, ring, bottom + frame.up, top + frame.up, color, lid, hidden)
}

function addPane(
  meshes: Meshes,
  segment: Segment,
  { from, to, bottom, top }: Opening,
  { level }: Storey,
  frame: BuildingFrame,
): void {
  addSheet(meshes.of(GLASS), segment, from, to, level + bottom, level + top, frame, shade('#8fa9b5'))
}

const LEAVES = { door: '#8d7355', fire: '#8a4b41', entrance: '#5c6a74' } as const

/** A closed door; glass where people enter the house. */
function addLeaf(meshes: Meshes, segment: Segment, opening: Opening, { level }: Storey, frame: BuildingFrame): void {
  const { from, to, top, kind } = opening
  const color = LEAVES[kind as keyof typeof LEAVES] ?? LEAVES.door
  if (kind === 'entrance') addSheet(meshes.of(GLASS), segment, from, to, level, level + top, frame, shade(color))
  else
    addSlab(meshes.of(BODY), segment, [from, to], [level, level + top - 0.04], frame, {
      thick: 0.05,
      color,
      lid: color,
    })
}

function addBalcony(meshes: Meshes, segment: Segment, storey: Storey, frame: BuildingFrame): void {
  const { level } = storey
  const kerb = { thick: 0.12, color: WALL.outer, lid: WALL.outer }
  addSlab(meshes.of(BODY), segment, [-0.05, segment.length + 0.05], [level, level + 0.15], frame, kerb)
  addSheet(meshes.of(GLASS), segment, 0, segment.length, level + 0.15, level + RAIL, frame, shade('#9fb2ba'))
  addSlab(meshes.of(BODY), segment, [-0.05, segment.length + 0.05], [level + RAIL, level + RAIL + 0.06], frame, kerb)
}

/** A thin face in the middle of a wall, seen from both sides by its material. */
function addSheet(
  mesh: Mesh,
  { from: start, to: end, length }: Segment,
  from: number,
  to: number,
  bottom: number,
  top: number,
  frame: BuildingFrame,
  color: [number, number, number],
): void {
  const point = (along: number) =>
    frame.at([start[0] + ((end[0] - start[0]) * along) / length, start[1] + ((end[1] - start[1]) * along) / length])
  const [p, q] = [point(from), point(to)]
  const size = Math.hypot(q[0] - p[0], q[1] - p[1]) || 1
  const corner = ([east, north]: [number, number], y: number) =>
    mesh.vertex(east, y + frame.up, -north, (q[1] - p[1]) / size, 0, (q[0] - p[0]) / size, color)
  mesh.quad(corner(p, bottom), corner(q, bottom), corner(q, top), corner(p, top))
}
