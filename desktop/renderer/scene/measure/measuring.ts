import type { Enu } from '#shared/place/geodesy.ts'
import type { Sheet } from '../content/content.ts'
import type { Rgba } from '../content/shapes.ts'
import type { Stage, Tool } from '../stage.ts'
import { areaOf, lengthOf, sightBetween } from './measures.ts'

export type Measure = 'distance' | 'area' | 'height' | 'sight'

export type Measured =
  | { what: 'distance' | 'height'; metres: number }
  | { what: 'area'; squareMetres: number; metres: number }
  | { what: 'sight'; metres: number; free: boolean; by: string | undefined }

const LINE: Rgba = [240, 244, 248, 235]
const HIDDEN: Rgba = [160, 168, 178, 200]
const FILL: Rgba = [240, 244, 248, 40]
/** Eyes are not on the ground. */
const EYES = 1.6
const TAKES: Record<Measure, number> = { distance: 50, area: 50, height: 2, sight: 2 }

/** Points set by hand, the line through them, and what comes of it. */
export class Measuring implements Tool {
  readonly what: Measure
  private readonly stage: Stage
  private readonly sheet: Sheet
  private readonly told: (measured: Measured | undefined) => void
  private points: Enu[] = []

  readonly done: () => void

  constructor(stage: Stage, what: Measure, told: (measured: Measured | undefined) => void, done: () => void) {
    this.done = done
    this.stage = stage
    this.what = what
    this.told = told
    this.sheet = stage.content.lay('measure')
  }

  /** A click on the place; one more than it takes begins anew. */
  click(x: number, y: number): void {
    const at = this.stage.groundAt(x, y)
    if (!at) return
    if (this.points.length >= TAKES[this.what]) this.points = []
    this.points.push(this.what === 'sight' ? { ...at, up: at.up + EYES } : at)
    this.draw()
  }

  /** Takes the last point back. */
  undo(): boolean {
    if (this.points.length === 0) return false
    this.points.pop()
    this.draw()
    return true
  }

  close(): void {
    this.stage.content.lift(this.sheet)
    this.told(undefined)
  }

  private draw(): void {
    const { points, sheet } = this
    sheet.lines.clear()
    sheet.meshes.clear()
    sheet.marks.clear()
    const measured = this.measure()
    this.told(measured)
    for (const [i, at] of points.entries()) line(sheet, `point ${i}`, [at, { ...at, up: at.up + 1.2 }], LINE, 5)
  }

  private measure(): Measured | undefined {
    const { points, sheet } = this
    const [a, b] = points
    if (!a || !b) return undefined
    if (this.what === 'height') {
      const top = { ...a, up: b.up }
      line(sheet, 'up', [a, top], LINE, 3)
      line(sheet, 'across', [top, b], HIDDEN, 2)
      return { what: 'height', metres: Math.abs(b.up - a.up) }
    }
    if (this.what === 'sight') {
      const sight = sightBetween(a, b, this.stage.obstacles)
      line(sheet, 'seen', [a, sight.until], LINE, 3)
      if (!sight.free) line(sheet, 'hidden', [sight.until, b], HIDDEN, 2, true)
      return { what: 'sight', metres: lengthOf([a, b]), free: sight.free, by: sight.by?.place }
    }
    if (this.what === 'area' && points.length > 2) {
      line(sheet, 'edge', [...points, a], LINE, 3)
      fan(sheet, points)
      return { what: 'area', squareMetres: areaOf(points), metres: lengthOf([...points, a]) }
    }
    line(sheet, 'way', points, LINE, 3)
    return { what: 'distance', metres: lengthOf(points) }
  }
}

function line(sheet: Sheet, id: string, points: readonly Enu[], color: Rgba, width: number, dashed = false): void {
  const flat = new Float32Array(points.flatMap(({ east, north, up }) => [east, north, up + 0.3]))
  sheet.lines.put(id, { points: flat, color, width, dashed, over: true })
}

function fan(sheet: Sheet, points: readonly Enu[]): void {
  const corners = new Float32Array(points.flatMap(({ east, north, up }) => [east, north, up + 0.3]))
  const colors = new Uint8Array(points.flatMap(() => FILL))
  const triangles = new Uint32Array(points.slice(2).flatMap((_, i) => [0, i + 1, i + 2]))
  sheet.meshes.put('area', { corners, colors, triangles, over: true })
}
