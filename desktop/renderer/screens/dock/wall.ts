import { z } from 'zod'
import type { Arrangement, Part } from './arrangement.ts'

/** Several outputs that make one picture, with a seam between each two. */
export const Wall = z.object({
  columns: z.number().int().min(1).max(16),
  rows: z.number().int().min(1).max(16),
  /** Pixels of the page that nobody sees, for they lie behind the frames of two neighbours. */
  bezel: z.number().int().min(0).max(400),
})
export type Wall = z.infer<typeof Wall>

export const ONE_OUTPUT: Wall = { columns: 1, rows: 1, bezel: 0 }

export interface Box {
  left: number
  top: number
  width: number
  height: number
}

export interface Insets {
  left: number
  top: number
  right: number
  bottom: number
}

/** A border goes to a seam that is nearer than this share of an output. */
const REACH = 0.3
/** No part becomes smaller than this share of the whole by it. */
const LEAST = 0.04

/** Where the seams are, across and down, of a wall over the whole page. */
export function seamsOf({ columns, rows }: Wall, page: { width: number; height: number }) {
  const between = (count: number, length: number) =>
    Array.from({ length: count - 1 }, (_, i) => ((i + 1) * length) / count)
  return { across: between(columns, page.width), down: between(rows, page.height) }
}

/** The same arrangement with its borders on the seams, where one is near. `dock` is where it lies on the page. */
export function onSeams(
  arrangement: Arrangement,
  wall: Wall,
  dock: Box,
  page: { width: number; height: number },
): Arrangement {
  const { across, down } = seamsOf(wall, page)
  const reach = { across: (REACH * page.width) / wall.columns, down: (REACH * page.height) / wall.rows }
  const snap = <P extends Part>(part: P, box: Box, isRow: boolean): P => {
    if (!('parts' in part)) return part
    const [start, length] = isRow ? [box.left, box.width] : [box.top, box.height]
    const whole = part.parts.reduce((sum, { share }) => sum + share, 0)
    let reached = start
    // Where the borders are, the end of the last part among them.
    const ends = part.parts.map(({ share }) => {
      reached += (share / whole) * length
      return reached
    })
    let before = start
    const parts = part.parts.map((one, i) => {
      const [end, next] = [ends[i] ?? start + length, ends[i + 1]]
      const seam = next === undefined ? end : nearest(end, isRow ? across : down, isRow ? reach.across : reach.down)
      const fits = seam - before >= LEAST * length && (next ?? Number.POSITIVE_INFINITY) - seam >= LEAST * length
      const border = fits ? seam : end
      const size = border - before
      const inner = isRow ? { ...box, left: before, width: size } : { ...box, top: before, height: size }
      before = border
      return snap({ ...one, share: size / length }, inner, !isRow)
    })
    return { ...part, parts }
  }
  // What a browser measures is no plain object, and cannot be spread.
  const { left, top, width, height } = dock
  return snap(arrangement, { left, top, width, height }, true)
}

function nearest(at: number, seams: readonly number[], reach: number): number {
  let best = at
  let least = reach
  for (const seam of seams) {
    const away = Math.abs(seam - at)
    if (away <= least) [best, least] = [seam, away]
  }
  return best
}

/** How far what stands in a box has to keep from its edges, so that nothing of it hides behind a seam there. */
export function insetsOf(
  { left, top, width, height }: Box,
  wall: Wall,
  page: { width: number; height: number },
): Insets {
  const { across, down } = seamsOf(wall, page)
  const half = wall.bezel / 2
  const after = (edge: number, seams: readonly number[]) =>
    Math.max(0, ...seams.map((seam) => (seam - half <= edge && edge < seam + half ? seam + half - edge : 0)))
  const before = (edge: number, seams: readonly number[]) =>
    Math.max(0, ...seams.map((seam) => (seam - half < edge && edge <= seam + half ? edge - seam + half : 0)))
  return {
    left: after(left, across),
    top: after(top, down),
    right: before(left + width, across),
    bottom: before(top + height, down),
  }
}
