import { type Box, cm } from './outline.ts'
import type { CellSketch } from './sketch.ts'

const BAY = 2.5

/** Parking bays side by side along the longer side of a strip that is one bay deep. */
export function bays([x0, y0, x1, y1]: Box): CellSketch[] {
  const along = x1 - x0 > y1 - y0
  const count = Math.floor(((along ? x1 - x0 : y1 - y0) + 0.01) / BAY)
  return Array.from({ length: count }, (_, i): CellSketch => {
    const [from, to] = [cm((along ? x0 : y0) + i * BAY), cm((along ? x0 : y0) + (i + 1) * BAY)]
    return { use: 'bay', boxes: [along ? [from, y0, to, y1] : [x0, from, x1, to]] }
  })
}
