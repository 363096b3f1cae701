import { Lens } from '../camera/lens.ts'
import { along, type Pose } from '../camera/pose.ts'

/** A part of the stage, in CSS pixels from its upper left corner. */
export interface Part {
  left: number
  top: number
  right: number
  bottom: number
}

/** What is left of the stage beside what lies over it: each takes the side on which it costs the least. */
export function freeOf(width: number, height: number, covers: readonly Part[]): Part {
  let free: Part = { left: 0, top: 0, right: width, bottom: height }
  for (const { left, top, right, bottom } of covers) {
    if (left >= free.right || right <= free.left || top >= free.bottom || bottom <= free.top) continue
    const cuts: Part[] = [
      { ...free, left: right },
      { ...free, right: left },
      { ...free, top: bottom },
      { ...free, bottom: top },
    ]
    free = cuts.reduce((best, cut) => (sizeOf(cut) > sizeOf(best) ? cut : best))
  }
  return free
}

const sizeOf = ({ left, top, right, bottom }: Part) => Math.max(0, right - left) * Math.max(0, bottom - top)

/** Steeper ways than this would be needed to bring something up or down on the picture: then it stays. */
const LEVEL = 0.2

/** Moved over the ground so that what it looks at stands in the middle of what is free. */
export function intoFree(pose: Pose, width: number, height: number, { left, top, right, bottom }: Part): Pose {
  const lens = new Lens(pose, width, height)
  const metres = lens.metresPerPixel(pose.range)
  const { right: across, ahead } = lens.eye
  const [x, y] = [(left + right - width) / 2, (top + bottom - height) / 2]
  const flat = Math.hypot(ahead.east, ahead.north)
  const sine = Math.abs(ahead.up)
  const sideways = along(pose.target, across, -x * metres)
  if (sine < LEVEL || flat === 0) return { ...pose, target: sideways }
  const forward = { east: ahead.east / flat, north: ahead.north / flat, up: 0 }
  return { ...pose, target: along(sideways, forward, (y * metres) / sine) }
}
