import type { Cluster } from './overlay/cluster.ts'
import { Overlay } from './overlay/overlay.ts'
import { layElement } from './page.ts'
import { pageNow } from './page-time.ts'
import type { Picked } from './picked.ts'
import { pointAt } from './picking.ts'
import type { Stage } from './stage.ts'

/** Who comes near is noticed in this time. */
const AT_LEAST_MS = 800

type Marks = Pick<Stage, 'host' | 'content' | 'lens' | 'inside' | 'ladder'>

/** Marks and names over either picture, and what of them the pointer is on. */
export class StageMarks {
  readonly canvas: HTMLCanvasElement
  /** A building keeps its colours while the rest steps back. */
  emphasis: string | undefined
  private readonly stage: Marks
  private readonly overlay: Overlay
  private hovered: Parameters<Overlay['draw']>[0]['hovered']
  private drawnAt = 0

  constructor(stage: Marks) {
    this.stage = stage
    this.canvas = layElement(stage.host, 'canvas', 'scene-overlay')
    this.overlay = new Overlay(this.canvas)
  }

  get pulsingUntil(): number {
    return this.overlay.pulsingUntil
  }

  /** Where only points glide, marks and names may stay as they are for a while. */
  isDue(now: number): boolean {
    return this.overlay.follows || now - this.drawnAt > AT_LEAST_MS
  }

  draw(now: number): void {
    this.drawnAt = now
    const { hovered, emphasis } = this
    const { lens, content, inside, ladder } = this.stage
    const isInside = inside.view !== undefined
    const lift = isInside ? (place: string) => inside.lift(place) : onTheGround
    this.overlay.draw({ isInside, lens, content, now, lift, names: ladder.now.names, hovered, emphasis })
  }

  /** A mark, several at one spot, or a moving point. */
  pick(x: number, y: number): Picked | Cluster | undefined {
    const mark = this.overlay.pick(x, y)
    if (mark) return 'count' in mark ? mark : mark.picked
    return pointAt(this.stage.content, this.stage.lens, x, y, pageNow())
  }

  /** Shows the name of what is under the pointer; true: there is something that can be clicked. */
  hover(at: { x: number; y: number } | undefined): boolean {
    const found = at && this.overlay.pick(at.x, at.y)
    const mark = found && 'picked' in found ? found : undefined
    if (mark !== this.hovered) {
      this.hovered = mark
      this.draw(pageNow())
    }
    return found !== undefined
  }

  resize({ width, height }: { width: number; height: number }, scale: number): void {
    this.overlay.resize(width, height, Math.min(2, devicePixelRatio), scale)
  }

  /** Things stand elsewhere than before. */
  forget(): void {
    this.overlay.forget()
  }
}

function onTheGround(): number {
  return 0
}
