import type { Enu } from '#shared/place/geodesy.ts'
import type { Point, Ring } from '#shared/place/ring.ts'
import type { Sheet } from '../content/content.ts'
import type { Stage, Tool } from '../stage.ts'
import { Drawing } from './drawing.ts'
import { endPicture } from './ends.ts'

const MOST = 100

/** An area drawn by hand: its corners are clicked one by one, and it is told as soon as it encloses something. */
export class Outlining implements Tool {
  readonly done: () => void
  private readonly stage: Stage
  private readonly told: (area: Ring | undefined) => void
  private readonly sheet: Sheet
  private corners: Enu[] = []

  constructor(stage: Stage, told: (area: Ring | undefined) => void, done: () => void) {
    this.stage = stage
    this.told = told
    this.done = done
    this.sheet = stage.content.lay('area')
  }

  click(x: number, y: number): void {
    const at = this.stage.groundAt(x, y)
    const last = this.corners.at(-1)
    if (!at || this.corners.length >= MOST) return
    // The second click of a double one.
    if (last && Math.hypot(at.east - last.east, at.north - last.north) < 0.5) return
    this.corners.push(at)
    this.draw()
  }

  finish(): void {
    this.done()
  }

  undo(): boolean {
    if (this.corners.length === 0) return false
    this.corners.pop()
    this.draw()
    return true
  }

  close(): void {
    this.stage.content.lift(this.sheet)
  }

  private draw(): void {
    const { corners, stage } = this
    const drawing = new Drawing(this.sheet, stage.inside.place ?? '')
    for (const [i, at] of corners.entries()) drawing.mark(`corner ${i}`, at, endPicture('point'))
    const [first] = corners
    if (first && corners.length > 1) drawing.line('edge', [...corners, first])
    const ring = corners.map((corner): Point => {
      const { lon, lat } = stage.position(corner)
      return [lon, lat]
    })
    this.told(ring.length > 2 ? ring : undefined)
  }
}

/** An area that has been drawn, as long as it counts. Returns how to take it away. */
export function showOutline(stage: Stage, area: Ring, id = 'area'): () => void {
  const sheet = stage.content.lay(id)
  const drawing = new Drawing(sheet, '')
  const corners = area.map(([lon, lat]) => stage.local({ lon, lat, height: 0 }))
  const [first] = corners
  if (first) drawing.line('edge', [...corners, first])
  return () => stage.content.lift(sheet)
}
