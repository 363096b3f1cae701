import type { Outline, Xy } from '../../cim/geometry.ts'
import { cm } from './outline.ts'

export type Side = 'south' | 'north' | 'west' | 'east'

export interface WallPiece {
  length: number
  /** The point at that share of its length, from its west or south end. */
  at: (along: number) => Xy
}

/** The longest piece of wall that two outlines have in common, or the longest on that side of the first. */
export function sharedWall(one: Outline, other: Outline, side?: Side): WallPiece | undefined {
  let found: WallPiece | undefined
  for (const a of sidesOf(one))
    for (const b of sidesOf(other)) {
      if (a.upright !== b.upright || a.line !== b.line || (side && a.side !== side)) continue
      const piece = pieceOf(a.upright, a.line, Math.max(a.from, b.from), Math.min(a.to, b.to))
      if (piece.length > Math.max(0.3, found?.length ?? 0)) found = piece
    }
  return found
}

/** The longest wall of an outline that looks to a side. */
export function wallTo(outline: Outline, side: Side): WallPiece {
  const walls = sidesOf(outline).filter((wall) => wall.side === side)
  const [longest] = walls.sort((a, b) => b.to - b.from - (a.to - a.from))
  if (!longest) throw new Error(`no wall to the ${side}`)
  return pieceOf(longest.upright, longest.line, longest.from, longest.to)
}

function pieceOf(upright: boolean, line: number, from: number, to: number): WallPiece {
  const at = (along: number): Xy => {
    const way = cm(from + (to - from) * along)
    return upright ? [line, way] : [way, line]
  }
  return { length: to - from, at }
}

/** The walls of a counter-clockwise outline; the inside is to the left. */
function sidesOf(outline: Outline) {
  return outline.map(([ax, ay], i) => {
    const [bx, by] = outline[(i + 1) % outline.length] as Xy
    const upright = ax === bx
    const side: Side = upright ? (by > ay ? 'east' : 'west') : bx > ax ? 'south' : 'north'
    const [from, to] = upright ? [Math.min(ay, by), Math.max(ay, by)] : [Math.min(ax, bx), Math.max(ax, bx)]
    return { upright, line: upright ? ax : ay, from, to, side }
  })
}

/** Which way a wall looks outward where a door is in it, as a step of one metre. */
export function wallAt(outline: Outline, [x, y]: Xy): Xy {
  const near = ({ upright, line, from, to }: ReturnType<typeof sidesOf>[number]) => {
    const [across, along] = upright ? [x, y] : [y, x]
    return Math.abs(across - line) + Math.max(0, from - along, along - to)
  }
  const [wall] = sidesOf(outline).sort((a, b) => near(a) - near(b))
  const steps: Record<Side, Xy> = { south: [0, -1], north: [0, 1], west: [-1, 0], east: [1, 0] }
  return steps[wall?.side ?? 'south']
}
