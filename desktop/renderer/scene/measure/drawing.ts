import type { Enu } from '#shared/place/geodesy.ts'
import type { Sheet } from '../content/content.ts'
import type { Rgba } from '../content/shapes.ts'

/** Neither by day nor by night anything of the place itself looks like this. */
const LINE: Rgba = [160, 226, 255, 255]
/** Beneath each line, so that it is told from bright ground as well as from dark. */
const CASING: Rgba = [8, 14, 20, 210]
const HIDDEN: Rgba = [206, 214, 222, 255]
const FILL: Rgba = [160, 226, 255, 46]
const OVER_GROUND = 0.3
/** Before all that is laid over the place. */
const RANK = 500

export type LineForm = 'plain' | 'hidden' | 'aid'

/** What somebody measures, drawn so that it stands out from the place. */
export class Drawing {
  private readonly sheet: Sheet
  /** The building that one is in, where marks of other places are not shown. */
  private readonly place: string

  constructor(sheet: Sheet, place: string) {
    this.sheet = sheet
    this.place = place
    sheet.lines.clear()
    sheet.meshes.clear()
    sheet.marks.clear()
  }

  /** Plain: as it is; hidden: broken; an aid to the eye: thin and broken. */
  line(id: string, points: readonly Enu[], form: LineForm = 'plain'): void {
    const flat = new Float32Array(points.flatMap(({ east, north, up }) => [east, north, up + OVER_GROUND]))
    const [width, dashed] = [form === 'aid' ? 1.6 : 3.4, form !== 'plain']
    this.sheet.lines.put(`${id} casing`, { points: flat, color: CASING, width: width + 2.6, dashed, over: true })
    this.sheet.lines.put(id, { points: flat, color: form === 'plain' ? LINE : HIDDEN, width, dashed, over: true })
  }

  /** What lies between the points, seen from above. */
  area(points: readonly Enu[]): void {
    const corners = new Float32Array(points.flatMap(({ east, north, up }) => [east, north, up + OVER_GROUND]))
    const colors = new Uint8Array(points.flatMap(() => FILL))
    const triangles = new Uint32Array(points.slice(2).flatMap((_, i) => [0, i + 1, i + 2]))
    this.sheet.meshes.put('area', { corners, colors, triangles, over: true })
  }

  /** A picture at a spot, words at a spot, or both. */
  mark(id: string, { east, north, up }: Enu, image: HTMLCanvasElement | undefined, name?: string): void {
    this.sheet.marks.put(id, {
      at: { east, north, up: up + OVER_GROUND },
      place: this.place,
      picked: { kind: 'place', id: this.place },
      image,
      size: 22,
      condition: 'calm',
      rank: RANK,
      ...(name === undefined ? {} : { name, named: true }),
    })
  }
}
