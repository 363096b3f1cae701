import type { Enu } from '#shared/place/geodesy.ts'
import { pageNow } from '../page-time.ts'
import type { Picked } from '../picked.ts'
import { isSomewhere } from './nowhere.ts'

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

const REBASE_MS = 600_000

const { fround } = Math

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
  private readonly moved: () => void
  version = 0
  /** By the clock of the page: until then something moves. */
  movingUntil = 0
  /** Seconds in `data` count from here: a float holds no time of day to the millisecond. */
  epoch = pageNow()

  /** `changed`: another picture is due at once; `moved`: something will glide, in its own time. */
  constructor(changed: () => void, moved: () => void = changed) {
    this.changed = changed
    this.moved = moved
  }

  get size(): number {
    return this.ids.length
  }

  /** Sets a point, or changes how it looks; it stands at `to` at once. What is nowhere is not there. */
  put(id: string, picked: Picked, to: Enu, look: PointLook): void {
    if (!isSomewhere(to)) {
      this.take(id)
      return
    }
    const wanted = standing(to, look)
    const i = this.index.get(id)
    // What is told again, as after a jump in time, is no reason for another picture.
    if (i !== undefined && wanted.every((value, k) => value === this.data[i * POINT_STRIDE + k])) return
    const place = i ?? this.add(id, picked)
    this.data.set(wanted, place * POINT_STRIDE)
    this.version++
    this.changed()
  }

  private add(id: string, picked: Picked): number {
    const i = this.ids.length
    this.index.set(id, i)
    this.ids.push(id)
    this.picks.push(picked)
    if (this.data.length < POINT_STRIDE * this.ids.length) this.grow()
    return i
  }

  /** A point goes from where it is now to another place, for `ms`. Thousands a second: nothing is made here. */
  move(id: string, { east, north, up }: Enu, now: number, ms: number): void {
    const i = this.index.get(id)
    if (i === undefined) return
    if (now - this.epoch > REBASE_MS) this.rebase(now)
    const { data } = this
    const o = i * POINT_STRIDE
    // It stands there already, or is on its way.
    if (data[o + TO] === fround(east) && data[o + TO + 1] === fround(north) && data[o + TO + 2] === fround(up)) return
    this.write(i, now, data, o + FROM)
    data[o + LEFT] = (now - this.epoch) / 1000
    data[o + TO] = east
    data[o + TO + 1] = north
    data[o + TO + 2] = up
    data[o + DUE] = (now - this.epoch + ms) / 1000
    if (now + ms > this.movingUntil) this.movingUntil = now + ms
    this.version++
    this.moved()
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
    this.version++
    this.changed()
  }

  id(i: number): string {
    return this.ids[i] as string
  }

  picked(i: number): Picked {
    return this.picks[i] as Picked
  }

  /** A wall runs for months: seconds since its start would soon be too coarse for a glide. */
  private rebase(now: number): void {
    const passed = (now - this.epoch) / 1000
    for (let o = 0; o < this.ids.length * POINT_STRIDE; o += POINT_STRIDE)
      for (const at of [o + LEFT, o + DUE]) this.data[at] = (this.data[at] as number) - passed
    this.epoch = now
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

  private grow(): void {
    const larger = new Float32Array(this.data.length * 2)
    larger.set(this.data)
    this.data = larger
  }
}

function standing({ east, north, up }: Enu, { color: [r, g, b], shape, size }: PointLook): Float32Array {
  const point = new Float32Array(POINT_STRIDE)
  point.set([east, north, up], FROM)
  point.set([east, north, up], TO)
  point[COLOR] = r * 65536 + g * 256 + b
  point[SHAPE] = POINT_SHAPES.indexOf(shape)
  point[SIZE] = size
  return point
}
