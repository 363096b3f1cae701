import { MarkSet } from './marks.ts'
import { PointSet } from './points.ts'
import { type Line, type Mesh, ShapeSet } from './shapes.ts'

/** What one layer has drawn. Both scenes show the same sheet, each in its own way. */
export class Sheet {
  readonly id: string
  readonly marks: MarkSet
  readonly points: PointSet
  readonly lines: ShapeSet<Line>
  readonly meshes: ShapeSet<Mesh>

  constructor(id: string, changed: () => void) {
    this.id = id
    this.marks = new MarkSet(changed)
    this.points = new PointSet(changed)
    this.lines = new ShapeSet<Line>(changed)
    this.meshes = new ShapeSet<Mesh>(changed)
  }
}

/** All that is laid over the place, in metres from its middle: the one thing that layers write and scenes read. */
export class Content {
  readonly sheets: Sheet[] = []
  private readonly changed: () => void
  /** Counts up when a sheet comes or goes. */
  version = 0

  constructor(changed: () => void) {
    this.changed = changed
  }

  /** Later sheets lie upon earlier ones. */
  lay(id: string, order = this.sheets.length): Sheet {
    if (this.sheets.some((sheet) => sheet.id === id)) throw new Error(`there is a sheet ${id} already`)
    const sheet = new Sheet(id, this.changed)
    this.sheets.splice(Math.min(order, this.sheets.length), 0, sheet)
    this.version++
    this.changed()
    return sheet
  }

  lift(sheet: Sheet): void {
    const i = this.sheets.indexOf(sheet)
    if (i < 0) return
    this.sheets.splice(i, 1)
    this.version++
    this.changed()
  }

  /** By the clock of the page: until then something moves by itself. */
  get movingUntil(): number {
    return this.sheets.reduce((latest, { points }) => Math.max(latest, points.movingUntil), 0)
  }
}
