import type { Outline, Xy } from '../../cim/geometry.ts'

/** A rectangle of a plan, in metres. */
export type Box = readonly [x0: number, y0: number, x1: number, y1: number]

/** To the centimetre, so that walls that are meant to be one are one. */
export const cm = (metres: number) => Math.round(metres * 100) / 100

/** The outer walls of boxes that touch or overlap, counter-clockwise, and the courts they enclose, clockwise. */
export function union(boxes: readonly Box[]): Outline[] {
  const xs = [...new Set(boxes.flatMap(([x0, , x1]) => [cm(x0), cm(x1)]))].sort((a, b) => a - b)
  const ys = [...new Set(boxes.flatMap(([, y0, , y1]) => [cm(y0), cm(y1)]))].sort((a, b) => a - b)
  const column = new Map(xs.map((x, i) => [x, i]))
  const row = new Map(ys.map((y, i) => [y, i]))
  const wide = xs.length + 1
  const filled = new Set<number>()
  for (const [x0, y0, x1, y1] of boxes)
    for (let i = column.get(cm(x0)) ?? 0; i < (column.get(cm(x1)) ?? 0); i++)
      for (let j = row.get(cm(y0)) ?? 0; j < (row.get(cm(y1)) ?? 0); j++) filled.add(j * wide + i)
  // Each side of a cell without a neighbour is a piece of wall, with the inside to its left.
  const walls = new Map<number, number[]>()
  const wall = (from: number, to: number) => walls.set(from, [...(walls.get(from) ?? []), to])
  for (const cell of filled) {
    if (!filled.has(cell - wide) || cell < wide) wall(cell, cell + 1)
    if (!filled.has(cell + 1)) wall(cell + 1, cell + 1 + wide)
    if (!filled.has(cell + wide)) wall(cell + 1 + wide, cell + wide)
    if (!filled.has(cell - 1) || cell % wide === 0) wall(cell + wide, cell)
  }
  const rings: Outline[] = []
  for (const start of walls.keys())
    while (walls.get(start)?.length)
      rings.push(corners(follow(walls, start), (at) => [xs[at % wide] as number, ys[Math.floor(at / wide)] as number]))
  return rings
}

/** The one outline of a room or a storey; it is a fault when there are two, or a court within. */
export function outlineOf(boxes: readonly Box[]): Outline {
  const [ring, other] = union(boxes)
  if (!ring || other) throw new Error(`not one outline: ${JSON.stringify(boxes)}`)
  return ring
}

function follow(walls: Map<number, number[]>, start: number): number[] {
  const way: number[] = []
  let before = start
  let at = start
  do {
    way.push(at)
    const choices = walls.get(at) as number[]
    // Where two corners touch, turning left keeps each to itself.
    const next = choices.find((to) => isLeft(before, at, to)) ?? (choices[0] as number)
    choices.splice(choices.indexOf(next), 1)
    before = at
    at = next
  } while (at !== start)
  return way
}

function isLeft(before: number, at: number, to: number): boolean {
  const [step, next] = [at - before, to - at]
  if (step === 1) return next > 1
  if (step === -1) return next < -1
  return step > 1 ? next === -1 : next === 1
}

function corners(way: readonly number[], point: (at: number) => Xy): Outline {
  return way.map(point).filter(([x, y], i, all) => {
    const [ax, ay] = all.at(i - 1) as Xy
    const [bx, by] = all[(i + 1) % all.length] as Xy
    return (ax !== x || bx !== x) && (ay !== y || by !== y)
  })
}
