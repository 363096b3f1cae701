import type { Pointing } from '#shared/contract/wire.ts'
import type { Replay, Spot } from '#shared/world/replays.ts'
import type { Sheet } from '../../scene/content/content.ts'
import type { Rgba } from '../../scene/content/shapes.ts'
import type { Stage } from '../../scene/stage.ts'

/** One a person: told apart from one another and from all that the place shows, by day and by night. */
const COLORS: readonly Rgba[] = [
  [214, 120, 255, 255],
  [92, 225, 230, 255],
  [255, 214, 92, 255],
  [140, 255, 170, 255],
  [255, 140, 190, 255],
]
const CASING: Rgba = [10, 12, 18, 200]
const WIDTH = 5
const OVER_GROUND = 0.6
const DOT = 26
/** Before all that is laid over the place. */
const RANK = 600
const SHEET = 'together'

/** The lines and hands of a shared replay, over the place. */
export class TogetherDrawing {
  private readonly stage: Stage
  private readonly sheet: Sheet
  private readonly dots = new Map<string, HTMLCanvasElement>()

  constructor(stage: Stage) {
    this.stage = stage
    this.sheet = stage.content.lay(SHEET)
  }

  show({ strokes }: Replay, pointing: readonly Pointing[]): void {
    const { lines, marks } = this.sheet
    lines.clear()
    marks.clear()
    for (const { stroke, points, who } of strokes) this.line(stroke, points, who.account)
    for (const { account, name, at } of pointing) {
      if (!at) continue
      marks.put(account, {
        at: this.local(at),
        place: this.stage.inside.place ?? '',
        picked: { kind: 'place', id: '' },
        image: this.dot(account),
        size: DOT,
        condition: 'calm',
        rank: RANK,
        name,
        named: true,
      })
    }
  }

  /** The line that is being drawn, before it is everybody's. */
  preview(spots: readonly Spot[], account: string): void {
    if (spots.length >= 2) this.line('own', spots, account)
    else {
      this.sheet.lines.take('own')
      this.sheet.lines.take('own casing')
    }
  }

  private line(id: string, spots: readonly Spot[], account: string): void {
    const points = new Float32Array(
      spots.flatMap((spot) => {
        const { east, north, up } = this.local(spot)
        return [east, north, up]
      }),
    )
    this.sheet.lines.put(`${id} casing`, { points, color: CASING, width: WIDTH + 3, over: true })
    this.sheet.lines.put(id, { points, color: colorOf(account), width: WIDTH, over: true })
  }

  private local([lon, lat, height]: Spot) {
    const { east, north, up } = this.stage.local({ lon, lat, height })
    return { east, north, up: up + OVER_GROUND }
  }

  private dot(account: string): HTMLCanvasElement {
    const known = this.dots.get(account)
    if (known) return known
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = DOT * 2
    const pen = canvas.getContext('2d')
    if (pen) {
      pen.fillStyle = `rgb(${colorOf(account).slice(0, 3).join(' ')})`
      pen.strokeStyle = '#0a0c12'
      pen.lineWidth = 5
      pen.beginPath()
      pen.arc(DOT, DOT, DOT * 0.62, 0, 2 * Math.PI)
      pen.stroke()
      pen.fill()
    }
    this.dots.set(account, canvas)
    return canvas
  }

  close(): void {
    this.stage.content.lift(this.sheet)
  }
}

/** The same for a person on every screen. */
function colorOf(account: string): Rgba {
  let sum = 0
  for (const letter of account) sum = (sum * 31 + letter.charCodeAt(0)) % 9973
  return COLORS[sum % COLORS.length] as Rgba
}
