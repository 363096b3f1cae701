import type { Enu } from '#shared/place/geodesy.ts'
import type { Position } from '#shared/place/position.ts'
import type { Sheet } from './content/content.ts'
import { Drawing } from './measure/drawing.ts'
import { endPicture } from './measure/ends.ts'
import type { Stage, Tool } from './stage.ts'

interface Wish {
  /** What is written at the spot. */
  name: string
  /** Where it stands now: the way from there is drawn. */
  from: Position
  told(at: Position): void
  /** It is put away. */
  done(): void
}

/** One spot, set by hand as often as somebody likes, and seen before anything is done about it. */
export class Placing implements Tool {
  readonly done: () => void
  private readonly stage: Stage
  private readonly wish: Wish
  private readonly sheet: Sheet

  constructor(stage: Stage, wish: Wish) {
    this.stage = stage
    this.wish = wish
    this.done = wish.done
    this.sheet = stage.content.lay('placing')
  }

  click(x: number, y: number): void {
    const at = this.stage.groundAt(x, y)
    if (!at) return
    this.wish.told(this.stage.position(at))
  }

  /** Shows the spot, at the height that it will have. */
  show(at: Position | undefined): void {
    const { stage, wish } = this
    const drawing = new Drawing(this.sheet, stage.inside.place ?? '')
    if (!at) return
    const spot = stage.local(at)
    const from = stage.local(wish.from)
    if (isKnown(from)) drawing.line('way', [from, spot], 'aid')
    drawing.mark('spot', spot, endPicture('target'), wish.name)
    stage.wake()
  }

  /** A wrong spot is mended by another one: there is no step to go back. */
  undo(): boolean {
    return false
  }

  close(): void {
    this.stage.content.lift(this.sheet)
  }
}

function isKnown({ east, north, up }: Enu): boolean {
  return Number.isFinite(east) && Number.isFinite(north) && Number.isFinite(up)
}
