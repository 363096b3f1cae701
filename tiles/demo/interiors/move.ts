import type { Xy } from '../../cim/geometry.ts'
import { type Box, cm } from './outline.ts'
import type { CellSketch } from './sketch.ts'

/** Takes a template to its place in the plan. */
export interface Move {
  point: (at: Xy) => Xy
  box: (box: Box) => Box
  cells: (cells: readonly CellSketch[]) => CellSketch[]
}

function moveBy(point: (at: Xy) => Xy): Move {
  const box = ([x0, y0, x1, y1]: Box): Box => {
    const [a, b] = [point([x0, y0]), point([x1, y1])]
    return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1])]
  }
  const cells: Move['cells'] = (list) =>
    list.map(({ use, boxes, door }) => ({ use, boxes: boxes.map(box), ...(door ? { door: point(door) } : {}) }))
  return { point, box, cells }
}

export const shift = (dx: number, dy = 0) => moveBy(([x, y]) => [cm(x + dx), cm(y + dy)])

/** As in a mirror that stands at x = 0, then moved. */
export const mirror = (dx: number, dy = 0) => moveBy(([x, y]) => [cm(dx - x), cm(y + dy)])

/** Turned to look north, then moved. */
export const flip = (dx: number, dy = 0) => moveBy(([x, y]) => [cm(dx + x), cm(dy - y)])
