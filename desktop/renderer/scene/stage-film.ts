import { holdPageTime } from './page-time.ts'
import type { Stage } from './stage.ts'

/** Of the scene in a film, in pixels. */
export interface FilmSize {
  width: number
  height: number
}

type Filmed = Pick<Stage, 'host' | 'wake' | 'picture' | 'pictures' | 'isWhole' | 'sky' | 'ladder' | 'fixQuality'>

/**
 * The stage while a film is made of it: what moves, moves by the clock of the film, however long a picture takes; it has
 * the size of the film, so that nothing is cut off or blown up; and it looks alike from the first picture to the last.
 */
export class StageFilm {
  private readonly stage: Filmed
  private readonly size: FilmSize
  private readonly clock = holdPageTime()
  private readonly onto = document.createElement('canvas')
  private readonly styled: string
  private readonly fixed: number | undefined
  private over = false
  private settled = false

  constructor(stage: Filmed, size: FilmSize) {
    this.stage = stage
    this.size = size
    const { host, ladder } = stage
    this.styled = host.style.cssText
    const { clientWidth, clientHeight } = host
    const scale = Math.min(clientWidth / size.width, clientHeight / size.height)
    // Whoever sits here watches it being made, as large as there is room.
    Object.assign(host.style, {
      inset: 'auto',
      left: `${(clientWidth - size.width * scale) / 2}px`,
      top: `${(clientHeight - size.height * scale) / 2}px`,
      width: `${size.width}px`,
      height: `${size.height}px`,
      transformOrigin: '0 0',
      transform: `scale(${scale})`,
      // Where a pointer is on it says nothing.
      pointerEvents: 'none',
    })
    this.fixed = ladder.isFixed ? ladder.now.level : undefined
    stage.fixQuality(ladder.now.level)
  }

  /** So much later, by the clock of the film. */
  goOn(ms: number): void {
    this.clock.goOn(ms)
    this.stage.sky.renew()
    this.stage.wake()
  }

  /** A picture with nothing lacking, or what there is after so long. The canvas is the same for all. */
  async shot(patienceMs: number): Promise<HTMLCanvasElement> {
    const { stage, onto } = this
    const { width } = this.size
    const tooLate = performance.now() + patienceMs
    if (!this.settled) {
      // The page lays the stage out in its new size first.
      await nextFrame()
      await nextFrame()
      this.settled = true
    }
    for (;;) {
      const picture = await stage.picture({ width, onto })
      const { pictures } = stage
      while (!stage.isWhole && performance.now() < tooLate) await nextFrame()
      // What came in meanwhile was drawn, and is not on it yet.
      if (stage.pictures === pictures || performance.now() >= tooLate) return picture
    }
  }

  /** All is as it was. */
  end(): void {
    if (this.over) return
    this.over = true
    this.clock.release()
    const { style } = this.stage.host
    // The sky is painted on it as it is now.
    const { background } = style
    style.cssText = this.styled
    style.background = background
    this.stage.fixQuality(this.fixed)
    this.stage.wake()
  }
}

function nextFrame(): Promise<number> {
  return new Promise(requestAnimationFrame)
}
