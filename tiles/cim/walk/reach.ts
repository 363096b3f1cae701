import type { Local } from '#shared/place/local.ts'
import type { RoadEdge } from '../roads.ts'
import { crosses } from './room-ways.ts'

/** A straight piece of a road; `breaks` are the nodes that are let into it. */
export interface Piece {
  road: RoadEdge
  a: Local
  b: Local
  nodes: [from: number, to: number]
  breaks: { along: number; node: number }[]
}

export const length = (a: Local, b: Local) => Math.hypot(a.east - b.east, a.north - b.north)

export interface Walls {
  place: string
  corners: Local[]
  west: number
  east: number
  south: number
  north: number
}

export function wallsOf(place: string, corners: Local[]): Walls {
  const [easts, norths] = [corners.map(({ east }) => east), corners.map(({ north }) => north)]
  return {
    place,
    corners,
    west: Math.min(...easts),
    east: Math.max(...easts),
    south: Math.min(...norths),
    north: Math.max(...norths),
  }
}

export function isBetween({ corners, west, east, south, north }: Walls, a: Local, b: Local): boolean {
  if (Math.max(a.east, b.east) < west || Math.min(a.east, b.east) > east) return false
  if (Math.max(a.north, b.north) < south || Math.min(a.north, b.north) > north) return false
  const xy = ({ east: x, north: y }: Local): [number, number] => [x, y]
  return corners.some((corner, i) => crosses(xy(a), xy(b), xy(corner), xy(corners[(i + 1) % corners.length] as Local)))
}

interface Target {
  piece: Piece
  along: number
  point: Local
  far: number
}

const TRIES = 12

/** The nearest point of a road that one can walk to straight; when there is none, simply the nearest. */
export function nearest(pieces: readonly Piece[], at: Local, isFree: (point: Local) => boolean): Target | undefined {
  const best: Target[] = []
  for (const piece of pieces) {
    const { a, b } = piece
    const [dx, dy] = [b.east - a.east, b.north - a.north]
    const share = ((at.east - a.east) * dx + (at.north - a.north) * dy) / (dx * dx + dy * dy || 1)
    const along = Math.max(0, Math.min(1, share))
    const far = Math.hypot(at.east - a.east - along * dx, at.north - a.north - along * dy)
    if (best.length === TRIES && far >= (best[TRIES - 1] as Target).far) continue
    const target = { piece, along, point: { east: a.east + along * dx, north: a.north + along * dy }, far }
    const before = best.findIndex((one) => one.far > far)
    best.splice(before < 0 ? best.length : before, 0, target)
    best.length = Math.min(best.length, TRIES)
  }
  return best.find(({ point }) => isFree(point)) ?? best[0]
}
