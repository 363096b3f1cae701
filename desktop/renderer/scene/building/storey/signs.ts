import type { BufferGeometry } from 'three'
import type { Enu } from '#shared/place/geodesy.ts'
import type { Point } from '#shared/place/ring.ts'
import { Shapes } from '../around/flat.ts'
import type { Exit, Inside, InsideRoom } from '../rooms.ts'
import { EXIT, SIGN } from './palette.ts'

/** So little above the floor that it is painted on it. */
const [UP, OVER] = [0.03, 0.035]
const LINE = 0.14

/** What is painted on the floors of a storey: the ways out, and the cross that plans put into an elevator. */
export function signs({ rooms, exits }: Inside, floor: number, middle: Enu): BufferGeometry | undefined {
  const shapes = new Shapes()
  const local = ({ east, north }: Enu): Point => [east - middle.east, north - middle.north]
  for (const room of rooms) if (room.floor === floor && room.use === 'elevator') cross(shapes, room, local)
  for (const exit of exits) if (exit.floor === floor) wayOut(shapes, exit, local)
  return shapes.corners > 0 ? shapes.done() : undefined
}

/** A mat before the door, and an arrow on it. */
function wayOut(shapes: Shapes, { at, width, along, out }: Exit, local: (at: Enu) => Point): void {
  const point = (across: number, ahead: number): Point =>
    local({
      east: at.east + along.east * across + out.east * ahead,
      north: at.north + along.north * across + out.north * ahead,
      up: 0,
    })
  const half = Math.max(0.6, width / 2)
  const color = EXIT.toArray()
  const [from, to] = [-0.7, 1.2]
  shapes.plate([point(-half, from), point(half, from), point(half, to), point(-half, to)], [], UP, color)
  shapes.plate([point(-half * 1.5, to), point(half * 1.5, to), point(0, to + 1.3)], [], UP, color)
}

function cross(shapes: Shapes, { outline }: InsideRoom, local: (at: Enu) => Point): void {
  const corners = outline.map(local)
  if (corners.length !== 4) return
  for (const [i, k] of [
    [0, 2],
    [1, 3],
  ] as const) {
    const [a, b] = [corners[i] as Point, corners[k] as Point]
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1
    const [x, y] = [(-(b[1] - a[1]) / length) * (LINE / 2), ((b[0] - a[0]) / length) * (LINE / 2)]
    const strip: Point[] = [
      [a[0] - x, a[1] - y],
      [b[0] - x, b[1] - y],
      [b[0] + x, b[1] + y],
      [a[0] + x, a[1] + y],
    ]
    shapes.plate(strip, [], OVER, SIGN.toArray())
  }
}
