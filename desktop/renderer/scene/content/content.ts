import type { Enu } from '#shared/place/geodesy.ts'
import { type Mark, MarkSet } from './marks.ts'
import { PointSet } from './points.ts'
import { type Line, type Mesh, ShapeSet } from './shapes.ts'

/** Metres from the eye within which a point of the sheet shows what it is, and how it looks then. */
export interface NearMarks {
  reach: number
  mark(id: string): Mark | undefined
}

export interface ContentEnds {
  /** What belongs to the picture of the place is otherwise than before. */
  changed(): void
  /** Only what is drawn over it is. */
  marked(): void
  /** Points have begun to glide. */
  moved(): void
}

/** What one layer has drawn. Both scenes show the same sheet, each in its own way. */
export class Sheet {
  readonly id: string
  readonly marks: MarkSet
  readonly points: PointSet
  readonly lines: ShapeSet<Line>
  readonly meshes: ShapeSet<Mesh>
  /** Points that are near enough to the eye are marks as well. */
  near: NearMarks | undefined

  constructor(id: string, { changed, marked, moved }: ContentEnds) {
    this.id = id
    this.marks = new MarkSet(marked)
    this.points = new PointSet(changed, moved)
    this.lines = new ShapeSet<Line>(changed)
    this.meshes = new ShapeSet<Mesh>(changed)
  }
}

/** All that is laid over the place, in metres from its middle: the one thing that layers write and scenes read. */
export class Content {
  readonly sheets: Sheet[] = []
  private readonly ends: ContentEnds
  /** Counts up when a sheet comes or goes. */
  version = 0

  constructor(ends: ContentEnds) {
    this.ends = ends
  }

  /** Later sheets lie upon earlier ones. */
  lay(id: string, order = this.sheets.length): Sheet {
    if (this.sheets.some((sheet) => sheet.id === id)) throw new Error(`there is a sheet ${id} already`)
    const sheet = new Sheet(id, this.ends)
    this.sheets.splice(Math.min(order, this.sheets.length), 0, sheet)
    this.version++
    this.ends.changed()
    return sheet
  }

  lift(sheet: Sheet): void {
    const i = this.sheets.indexOf(sheet)
    if (i < 0) return
    this.sheets.splice(i, 1)
    this.version++
    this.ends.changed()
  }

  /** Where something that moves is just now, by the clock of the page. */
  whereabouts(id: string, now: number): Enu | undefined {
    for (const { points } of this.sheets) {
      const at = points.where(id, now)
      if (at) return at
    }
    return undefined
  }

  /** By the clock of the page: until then something moves by itself. */
  get movingUntil(): number {
    return this.sheets.reduce((latest, { points }) => Math.max(latest, points.movingUntil), 0)
  }
}
