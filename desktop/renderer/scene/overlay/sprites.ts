import type { Condition } from '../../store/device-state.ts'
import { gradeLooks } from '../../theme/grades.ts'

const FONT = '"Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", system-ui, sans-serif'
/** Pictures kept; a walk through a large community asks for more names than a memory wants to hold. */
const MOST = 900
/** Of a whole ring. */
const STEPS = 24

/** Pictures of names and numbers: drawing text anew for each frame would cost more than all else. */
export class Sprites {
  private readonly kept = new Map<string, HTMLCanvasElement>()
  private readonly measuring = document.createElement('canvas').getContext('2d')
  private readonly widths = new Map<string, number>()
  /** Pixels of the screen for one of the drawing: of the screen itself, and of the type, which grows with it. */
  density = 1
  scale = 1

  setScale(scale: number, density: number): void {
    if (scale === this.scale && density === this.density) return
    this.scale = scale
    this.density = density
    this.kept.clear()
    this.widths.clear()
  }

  nameSize(text: string): { width: number; height: number } {
    let width = this.widths.get(text)
    if (width === undefined) {
      if (this.measuring) this.measuring.font = `600 ${12.5 * this.scale}px ${FONT}`
      width = (this.measuring?.measureText(text).width ?? text.length * 12) + 6 * this.scale
      if (this.widths.size > 4 * MOST) this.widths.clear()
      this.widths.set(text, width)
    }
    return { width, height: 18 * this.scale }
  }

  name(text: string, faint: boolean): HTMLCanvasElement {
    const { width, height } = this.nameSize(text)
    return this.once(`name ${faint} ${text}`, width, height, (g) => {
      g.font = `600 ${12.5 * this.scale}px ${FONT}`
      g.textAlign = 'center'
      g.textBaseline = 'middle'
      g.lineJoin = 'round'
      g.lineWidth = 3.6 * this.scale
      g.strokeStyle = 'rgb(9 12 16 / 0.86)'
      g.strokeText(text, width / 2, height / 2)
      g.fillStyle = faint ? '#b4bfca' : '#f2f5f8'
      g.fillText(text, width / 2, height / 2)
    })
  }

  /** The ring of a number: it tells how many of them are not as they should be. */
  ring(count: number, conditions: ReadonlyMap<Condition, number>): HTMLCanvasElement {
    const shares = RING.map(([condition]) => Math.round(((conditions.get(condition) ?? 0) / count) * STEPS))
    const edge = this.bubbleSize(count)
    return this.once(`ring ${edge} ${shares.join()}`, edge, edge, (g) => {
      const middle = edge / 2
      const radius = middle - 3 * this.scale
      g.beginPath()
      g.arc(middle, middle, radius, 0, 2 * Math.PI)
      g.fillStyle = 'rgb(24 30 38 / 0.84)'
      g.fill()
      g.lineWidth = 2 * this.scale
      g.strokeStyle = '#4a5663'
      g.stroke()
      let from = -Math.PI / 2
      RING.forEach(([, color, dash], i) => {
        const share = shares[i] as number
        if (share === 0) return
        const to = from + (share / STEPS) * 2 * Math.PI
        g.beginPath()
        g.arc(middle, middle, radius, from, to)
        g.lineWidth = 3.4 * this.scale
        g.strokeStyle = color
        g.setLineDash(dash.map((length) => length * this.scale))
        g.stroke()
        g.setLineDash([])
        from = to
      })
    })
  }

  /** The number in it, as large as the ring. Apart from it: rings are few, and so are numbers, but not the two together. */
  number(count: number): HTMLCanvasElement {
    const text =
      count < 1000 ? String(count) : count < 10_000 ? `${(count / 1000).toFixed(1)}k` : `${Math.round(count / 1000)}k`
    const edge = this.bubbleSize(count)
    return this.once(`number ${edge} ${text}`, edge, edge, (g) => {
      g.font = `600 ${11.5 * this.scale}px ${FONT}`
      g.textAlign = 'center'
      g.textBaseline = 'middle'
      g.fillStyle = '#d5e0ea'
      g.fillText(text, edge / 2, edge / 2 + 0.5 * this.scale)
    })
  }

  bubbleSize(count: number): number {
    return (count < 10 ? 25 : count < 100 ? 28 : count < 1000 ? 33 : 39) * this.scale
  }

  private once(
    key: string,
    width: number,
    height: number,
    draw: (g: CanvasRenderingContext2D) => void,
  ): HTMLCanvasElement {
    const before = this.kept.get(key)
    if (before) return before
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.ceil(width * this.density))
    canvas.height = Math.max(1, Math.ceil(height * this.density))
    const g = canvas.getContext('2d')
    if (g) {
      g.scale(this.density, this.density)
      draw(g)
    }
    if (this.kept.size > MOST) this.kept.clear()
    this.kept.set(key, canvas)
    return canvas
  }
}

/** What is not calm, from the gravest; dashes tell those apart whose colours some people cannot. */
const RING: [Condition, string, number[]][] = [
  [1, gradeLooks[1].color, []],
  [2, gradeLooks[2].color, []],
  [3, gradeLooks[3].color, []],
  [4, gradeLooks[4].color, []],
  ['away', '#8d97a2', [3, 2]],
  ['unknown', '#66717d', [1.5, 2]],
]
