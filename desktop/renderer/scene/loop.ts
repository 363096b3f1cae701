import { pageNow } from './page-time.ts'

/** What a picture is drawn for. */
export interface PictureWish {
  /** The camera or a house moves, or tiles still come in. */
  moving: boolean
  /** Something else than the camera is otherwise than before. */
  changed: boolean
  /** Somebody said so: not only points that glide. */
  told: boolean
  /** The picture before came directly before this one. */
  running: boolean
}

export interface LoopEnds {
  /** Moves camera and houses on by the clock; true: they are not at rest. */
  step(now: number, seconds: number): boolean
  /** Nothing is being fetched that a later picture will show. */
  isWhole(): boolean
  draw(now: number, wish: PictureWish): void
  /** The marks alone, over the picture as it is. */
  drawMarks(now: number): void
  /** By the clock of the page: until then points glide. */
  glidingUntil(): number
  /** By the clock of the page: until then a mark pulses. */
  pulsingUntil(): number
  /** Milliseconds between pictures for what only glides. */
  calmMs(): number
  /** Now and then: what it costs. */
  weigh(): void
  /** One of these threw: nothing is drawn any more, for what is half drawn throws again. */
  failed(error: unknown): void
}

export interface FrameClock {
  /** The next picture of the screen. Returns how to call it off. */
  frame(then: (now: number) => void): () => void
  wait(ms: number, then: () => void): () => void
}

const WEIGHED_EVERY_MS = 5000
/** After the last movement tiles may still come in; then nothing runs until something happens. */
const REST_AFTER_MS = 400
const LONGEST_STEP = 0.2

/** When a picture is drawn: at once for what moves, now and then for what only glides, and else not at all. */
export class FrameLoop {
  private readonly ends: LoopEnds
  private readonly clock: FrameClock
  private callOff: { frame?: () => void; wait?: () => void } = {}
  private told = true
  private marked = false
  private running = false
  private closed = false
  private readonly last = { tick: 0, drawn: 0, weighed: 0, busy: 0 }

  constructor(ends: LoopEnds, clock: FrameClock) {
    this.ends = ends
    this.clock = clock
  }

  /** A picture is due. */
  wake(): void {
    this.told = true
    this.request()
  }

  /** The marks are otherwise than before; the picture below them is not, and may cost a hundred times as much. */
  mark(): void {
    this.marked = true
    this.request()
  }

  /** Something glides, from now on. */
  request(): void {
    if (this.closed || this.callOff.frame) return
    this.callOff.wait?.()
    this.callOff = { frame: this.clock.frame(this.tick) }
  }

  /** Nothing that still comes in may wake it. */
  close(): void {
    this.closed = true
    this.callOff.frame?.()
    this.callOff.wait?.()
    this.callOff = {}
  }

  private readonly tick = (now: number): void => {
    this.callOff = {}
    try {
      this.turn(now)
    } catch (error) {
      this.close()
      this.ends.failed(error)
    }
  }

  private turn(now: number): void {
    const { ends, last, told, marked, running } = this
    const seconds = running ? Math.min(LONGEST_STEP, (now - last.tick) / 1000) : 1 / 60
    last.tick = now
    this.told = false
    this.marked = false
    const moved = ends.step(now, seconds)
    // One picture more than what moves takes: it shows where everything came to stand.
    const gliding = ends.glidingUntil() > last.drawn
    const due = gliding && now - last.drawn >= ends.calmMs()
    if (moved || told) last.busy = now
    const moving = moved || !ends.isWhole()
    if (moving || told || due) {
      ends.draw(now, { moving, changed: moved || told || due, told: told || marked, running })
      last.drawn = now
    } else if (marked || ends.pulsingUntil() > now) ends.drawMarks(now)
    if (now - last.weighed > WEIGHED_EVERY_MS) {
      last.weighed = now
      ends.weigh()
    }
    this.running = moving || now - last.busy < REST_AFTER_MS
    if (this.running || ends.pulsingUntil() > now) this.request()
    else if (gliding) this.rest(Math.max(0, last.drawn + ends.calmMs() - now))
  }

  private rest(ms: number): void {
    if (this.closed || this.callOff.frame) return
    this.callOff.wait = this.clock.wait(ms, () => this.request())
  }
}

export const pageClock: FrameClock = {
  frame(then) {
    const request = requestAnimationFrame(() => then(pageNow()))
    return () => cancelAnimationFrame(request)
  },
  wait(ms, then) {
    const timer = setTimeout(then, ms)
    return () => clearTimeout(timer)
  },
}
