import type { Outline, Xy } from '../../cim/geometry.ts'
import type { Cell, Door, Plan, Room } from '../../cim/interior.ts'
import { middleOf } from '../../cim/walk/room-ways.ts'
import type { Placed } from '../buildings.ts'
import { boundsOf } from '../interiors/drawing.ts'

/** How far from the line of a wall its face is, and the device on it. */
const FACE = 0.14

export function planAt({ drawing }: Placed, floor: number): Plan {
  const name = drawing.floors.find((one) => one.floor === floor)?.plan ?? ''
  return drawing.plans[name] ?? { rooms: [], doors: [] }
}

export function floorsOf({ drawing }: Placed): number[] {
  return drawing.floors.map(({ floor }) => floor)
}

export function roomsAt(house: Placed, floor: number, ...uses: Room['use'][]): Room[] {
  return planAt(house, floor).rooms.filter(({ use }) => uses.includes(use))
}

const middles = new WeakMap<Room, Xy>()

export function middleOfRoom(room: Room): Xy {
  const known = middles.get(room) ?? middleOf(room.outline)
  middles.set(room, known)
  return known
}

export function middleOfCell(room: Room, use: Cell['use']): Xy {
  const cell = room.cells.find((one) => one.use === use)
  return cell ? middleOf(cell.outline) : middleOfRoom(room)
}

export function doorsOf(house: Placed, floor: number, room: Room): Door[] {
  return planAt(house, floor).doors.filter(({ from, to }) => from === room.id || to === room.id)
}

/** On the wall beside a door, within the room; `side` tells which side is tried first. */
export function besideDoor(
  { outline }: Pick<Room, 'outline'>,
  door: Pick<Door, 'at' | 'width'>,
  side = 1,
  off = 0.45,
): Xy {
  const wall = wallThrough(outline, door.at)
  if (!wall) return middleOf(outline)
  const reach = door.width / 2 + off
  for (const way of [side, -side]) {
    const along = wall.along + way * reach
    if (along > 0.3 && along < wall.length - 0.3) return wall.inside(along)
  }
  return onWall(outline, 0.5)
}

/** On the longest wall, at that share of it. */
export function onWall(outline: Outline, share: number): Xy {
  const walls = outline.map((_, i) => wallOf(outline, i)).sort((a, b) => b.length - a.length)
  const [longest] = walls
  return longest ? longest.inside(0.3 + share * Math.max(0, longest.length - 0.6)) : middleOf(outline)
}

function wallOf(outline: Outline, i: number) {
  const [a, b] = [outline[i] as Xy, outline[(i + 1) % outline.length] as Xy]
  const length = Math.hypot(b[0] - a[0], b[1] - a[1])
  const [ux, uy] = [(b[0] - a[0]) / length, (b[1] - a[1]) / length]
  // Counter-clockwise: the room is to the left.
  const inside = (along: number): Xy => [a[0] + ux * along - uy * FACE, a[1] + uy * along + ux * FACE]
  return { a, ux, uy, length, inside }
}

function wallThrough(outline: Outline, [x, y]: Xy) {
  for (const i of outline.keys()) {
    const wall = wallOf(outline, i)
    const [dx, dy] = [x - wall.a[0], y - wall.a[1]]
    const along = dx * wall.ux + dy * wall.uy
    if (Math.abs(dx * wall.uy - dy * wall.ux) < 0.02 && along > -0.02 && along < wall.length + 0.02)
      return { ...wall, along }
  }
  return undefined
}

/** The rectangle around the ground floor or, for towers on podiums, around the top. */
export function boundsAt({ drawing }: Placed, floor: number): ReturnType<typeof boundsOf> {
  const name = drawing.floors.find((one) => one.floor === floor)?.plan ?? ''
  return boundsOf(drawing.outlines.get(name) ?? [[0, 0]])
}
