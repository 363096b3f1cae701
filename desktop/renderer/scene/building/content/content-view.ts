import { Group, Vector2 } from 'three'
import type { Content, Sheet } from '../../content/content.ts'
import type { Raising } from '../raising.ts'
import type { PenUniforms } from './pens.ts'
import { PointsView } from './points-view.ts'
import { ShapesView } from './shapes-view.ts'

/** All that is laid over the place, as it is drawn here. Marks are drawn over both scenes by the overlay. */
export class ContentView {
  readonly group = new Group()
  readonly uniforms: PenUniforms = { u_scale: { value: 1 }, u_screen: { value: new Vector2(1, 1) } }
  private readonly sheets = new Map<Sheet, { points: PointsView; shapes: ShapesView }>()
  private readonly raising: Raising
  private readonly lift: (place: string | undefined) => number | undefined
  private known: { content: Content; version: number } | undefined

  constructor(raising: Raising, lift: (place: string | undefined) => number | undefined) {
    this.raising = raising
    this.lift = lift
  }

  sync(content: Content, now: number, arranged: number): void {
    if (this.known?.content !== content || this.known.version !== content.version) {
      this.known = { content, version: content.version }
      for (const sheet of this.sheets.keys()) if (!content.sheets.includes(sheet)) this.drop(sheet)
      for (const [i, sheet] of content.sheets.entries()) this.take(sheet, i)
    }
    for (const { points, shapes } of this.sheets.values()) {
      points.sync(now)
      shapes.sync(arranged)
    }
  }

  dispose(): void {
    for (const sheet of this.sheets.keys()) this.drop(sheet)
  }

  private take(sheet: Sheet, order: number): void {
    let drawn = this.sheets.get(sheet)
    if (!drawn) {
      drawn = {
        points: new PointsView(sheet.points, this.raising, this.uniforms),
        shapes: new ShapesView(sheet, this.raising, this.lift, this.uniforms),
      }
      this.sheets.set(sheet, drawn)
      this.group.add(drawn.shapes.group, drawn.points.group)
    }
    // Later sheets lie upon earlier ones.
    for (const [at, { group }] of [drawn.shapes, drawn.points].entries())
      for (const [i, child] of group.children.entries()) child.renderOrder = 100 + order * 20 + at * 10 + i
  }

  private drop(sheet: Sheet): void {
    const drawn = this.sheets.get(sheet)
    if (!drawn) return
    this.sheets.delete(sheet)
    this.group.remove(drawn.shapes.group, drawn.points.group)
    drawn.shapes.dispose()
    drawn.points.dispose()
  }
}
