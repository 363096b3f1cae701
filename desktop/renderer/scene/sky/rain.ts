import { stillness } from '../page.ts'
import { fall, lengthOf, STREAK, scatter, streaksIn, wayOf } from './streaks.ts'
import type { Weather } from './weather.ts'

/** Milliseconds a picture: rain that is seen to fall, at a price that is not felt. */
const PICTURE = 50
/** A page that slept does not catch up. */
const LONGEST = 0.1
/** Told apart by nearness in a few steps, so that each is one stroke. */
const DEPTHS = 3

/** Falling rain on a canvas of its own over the scene: thin and faint, for one reads through it. */
export class Rain {
  private readonly canvas: HTMLCanvasElement
  private readonly still = stillness()
  private streaks = new Float32Array()
  private strength = 0
  private wind = 0
  private timer: ReturnType<typeof setTimeout> | undefined
  private frame = 0
  private last = 0

  constructor(canvas: HTMLCanvasElement) {
    this.canvas = canvas
    this.still.addEventListener('change', this.decide)
  }

  /** Undefined: no rain is drawn, whatever falls. */
  weather(weather: Weather | undefined): void {
    this.strength = weather?.kind === 'rain' ? weather.strength : 0
    this.wind = windAcross(weather)
    this.decide()
  }

  /** For good. */
  stop(): void {
    this.still.removeEventListener('change', this.decide)
    this.strength = 0
    this.halt()
  }

  private readonly decide = () => {
    const falls = this.strength > 0 && !this.still.matches
    if (!falls) this.halt()
    else if (!this.isFalling) this.next()
  }

  private get isFalling(): boolean {
    return this.timer !== undefined || this.frame !== 0
  }

  private halt(): void {
    clearTimeout(this.timer)
    cancelAnimationFrame(this.frame)
    this.timer = undefined
    this.frame = 0
    this.canvas.getContext('2d')?.clearRect(0, 0, this.canvas.width, this.canvas.height)
  }

  /** A timer keeps the pace, a frame waits for a picture that is shown: a hidden page draws none. */
  private next(): void {
    this.timer = setTimeout(() => {
      this.timer = undefined
      this.frame = requestAnimationFrame((now) => {
        this.frame = 0
        this.draw(now)
        this.next()
      })
    }, PICTURE)
  }

  private draw(now: number): void {
    const { canvas } = this
    const [width, height] = [canvas.clientWidth, canvas.clientHeight]
    const context = canvas.getContext('2d')
    if (!context || width === 0 || height === 0) return
    // Streaks are soft: finer pixels would show nothing more.
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height })
    const count = streaksIn(width, height, this.strength)
    if (this.streaks.length !== count * STREAK) {
      this.streaks = new Float32Array(count * STREAK)
      scatter(this.streaks, width, height, Math.random)
    }
    const way = wayOf(this.strength, this.wind)
    fall(this.streaks, way, Math.min(LONGEST, (now - this.last) / 1000), width, height, Math.random)
    this.last = now
    context.clearRect(0, 0, width, height)
    for (let depth = 0; depth < DEPTHS; depth++) this.strike(context, depth, way)
  }

  private strike(context: CanvasRenderingContext2D, depth: number, way: { x: number; y: number }): void {
    const { streaks } = this
    const pace = Math.hypot(way.x, way.y)
    context.beginPath()
    for (let o = 0; o < streaks.length; o += STREAK) {
      const near = streaks[o + 2] as number
      if (Math.floor(near * DEPTHS) !== depth) continue
      const [x, y] = [streaks[o] as number, streaks[o + 1] as number]
      const length = lengthOf(near)
      context.moveTo(x, y)
      context.lineTo(x - (way.x / pace) * length, y - (way.y / pace) * length)
    }
    context.lineWidth = depth === 0 ? 0.75 : 1
    context.strokeStyle = `rgb(196 210 224 / ${0.09 + 0.035 * depth})`
    context.stroke()
  }
}

/** Without a vane it blows across the picture, and never so much that rain lies flat. */
function windAcross(weather: Weather | undefined): number {
  return Math.min(16, weather?.wind ?? 0)
}
