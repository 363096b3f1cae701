import type { Enu } from '#shared/place/geodesy.ts'
import type { Picked } from '../picked.ts'

/** Told apart by form as well as by colour. */
export const POINT_SHAPES = ['disc', 'ring', 'square', 'triangle'] as const
export type PointShape = (typeof POINT_SHAPES)[number]

export interface PointLook {
  color: readonly [r: number, g: number, b: number]
  shape: PointShape
  /** Pixels at a desk. */
  size: number
}

/** Floats a point takes: where from, when it left, where to, when it arrives, colour, shape and size. */
export const POINT_STRIDE = 12
const [FROM, LEFT, TO, DUE, COLOR, SHAPE, SIZE] = [0, 3, 4, 7, 8, 9, 10] as const

/**
 * Masses that may move. A point is told where it goes and when it will be there; the graphics card moves it, so a
 * picture of ten thousand costs no arithmetic here.
 */
export class PointSet {
  data = new Float32Array(POINT_STRIDE * 64)
  private readonly ids: string[] = []
  private readonly picks: Picked[] = []
  private readonly index = new Map<string, number>()
  private readonly changed: () => void
  version = 0
  /** By the clock of the page: until then something moves. */
  movingUntil = 0
  /** Seconds in `data` count from here: a float holds no time of day to the millisecond. */
  readonly epoch = performance.now()

  constructor(changed: () => void) {
    this.changed = changed
  }

  get size(): number {
    return this.ids.length
  }

  /** A point goes from where it is now to `to`, for `ms`; at once when it is new or `ms` is 0. */
  put(id: string, picked: Picked, to: Enu, look: PointLook, now: number, ms = 0): void {
    let i = this.index.get(id)
    const fresh = i === undefined
    if (i === undefined) {
      i = this.ids.length
      this.index.set(id, i)
      this.ids.push(id)
      this.picks.push(picked)
      if (this.data.length < POINT_STRIDE * this.ids.length) this.grow()
    }
    const { data } = this
    const o = i * POINT_STRIDE
    const [left, due] = [(now - this.epoch) / 1000, (now - this.epoch + ms) / 1000]
    if (fresh || ms === 0) data.set([to.east, to.north, to.up], o + FROM)
    else this.write(i, now, data, o + FROM)
    data[o + LEFT] = left
    data.set([to.east, to.north, to.up], o + TO)
    data[o + DUE] = fresh ? left : due
    const [r, g, b] = look.color
    data[o + COLOR] = r * 65536 + g * 256 + b
    data[o + SHAPE] = POINT_SHAPES.indexOf(look.shape)
    data[o + SIZE] = look.size
    if (!fresh && ms > 0) this.movingUntil = Math.max(this.movingUntil, now + ms)
    this.touch()
  }

  take(id: string): void {
    const i = this.index.get(id)
    if (i === undefined) return
    const last = this.ids.length - 1
    this.index.delete(id)
    if (i !== last) {
      this.ids[i] = this.ids[last] as string
      this.picks[i] = this.picks[last] as Picked
      this.index.set(this.ids[i] as string, i)
      this.data.copyWithin(i * POINT_STRIDE, last * POINT_STRIDE, (last + 1) * POINT_STRIDE)
    }
    this.ids.pop()
    this.picks.pop()
    this.touch()
  }

  picked(i: number): Picked {
    return this.picks[i] as Picked
  }

  /** Where a point is at a moment. */
  where(id: string, now: number): Enu | undefined {
    const i = this.index.get(id)
    if (i === undefined) return undefined
    const out = new Float32Array(3)
    this.write(i, now, out, 0)
    return { east: out[0] as number, north: out[1] as number, up: out[2] as number }
  }

  /** The same arithmetic as in the shader. */
  write(i: number, now: number, out: Float32Array, at: number): void {
    const { data } = this
    const o = i * POINT_STRIDE
    const [left, due] = [data[o + LEFT] as number, data[o + DUE] as number]
    const share = due > left ? Math.min(1, Math.max(0, ((now - this.epoch) / 1000 - left) / (due - left))) : 1
    for (let k = 0; k < 3; k++) {
      const [a, b] = [data[o + FROM + k] as number, data[o + TO + k] as number]
      out[at + k] = a + (b - a) * share
    }
  }

  private touch(): void {
    this.version++
    this.changed()
  }

  private grow(): void {
    const larger = new Float32Array(this.data.length * 2)
    larger.set(this.data)
    this.data = larger
  }
}
