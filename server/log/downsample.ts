import type { Span, Trend } from './storage.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Spans that people count in. From a quarter of an hour on each is made of whole quarters. */
const STEPS = [
  ...[1, 2, 5, 10, 15, 30].map((n) => n * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((n) => n * MINUTE),
  ...[1, 2, 3, 4, 6, 8, 12].map((n) => n * HOUR),
]

/** How long a span is, of which about `most` make the whole. */
export function stepFor(range: number, most: number): number {
  const wanted = range / most
  return STEPS.find((step) => step >= wanted) ?? DAY * 2 ** Math.max(0, Math.ceil(Math.log2(wanted / DAY)))
}

/** What is known of a span: of readings, or of smaller spans put together. */
export type Part = Omit<Span, 'mean'> & { sum: number }

/**
 * Makes few spans of many readings, which come in the order of their time. Spans begin at multiples of their length; the
 * least and the greatest of each keep their value and time, the first of those that are alike. While the readings are few
 * they are all kept as well: then nothing need be put together.
 */
export class Downsampling {
  private readonly every: number
  private readonly most: number
  private readonly done: Part[] = []
  private points: [number, number][] | undefined = []
  private current: Part | undefined
  private end = Number.NEGATIVE_INFINITY

  constructor(every: number, most: number) {
    this.every = every
    this.most = most
  }

  reading(at: number, value: number): void {
    this.keep(at, value)
    const current = this.current
    if (!current || at >= this.end) {
      this.begin(at, { at, count: 1, sum: value, min: value, minAt: at, max: value, maxAt: at })
      return
    }
    current.count++
    current.sum += value
    if (value < current.min) {
      current.min = value
      current.minAt = at
    }
    if (value > current.max) {
      current.max = value
      current.maxAt = at
    }
  }

  /** Of spans that lie within the ones that are made. */
  part(part: Readonly<Part>): void {
    if (part.count === 1) this.keep(part.minAt, part.min)
    else this.points = undefined
    const current = this.current
    if (!current || part.at >= this.end) {
      this.begin(part.at, { ...part })
      return
    }
    current.count += part.count
    current.sum += part.sum
    if (part.min < current.min) {
      current.min = part.min
      current.minAt = part.minAt
    }
    if (part.max > current.max) {
      current.max = part.max
      current.maxAt = part.maxAt
    }
  }

  private keep(at: number, value: number): void {
    if (!this.points) return
    if (this.points.length < this.most) this.points.push([at, value])
    else this.points = undefined
  }

  private begin(at: number, part: Part): void {
    const start = Math.floor(at / this.every) * this.every
    this.end = start + this.every
    part.at = start
    this.current = part
    this.done.push(part)
  }

  get parts(): readonly Part[] {
    return this.done
  }

  get trend(): Trend {
    if (this.points) return { every: 0, points: this.points, spans: [] }
    return { every: this.every, points: [], spans: this.done.map(spanOf) }
  }
}

function spanOf({ sum, ...part }: Part): Span {
  // The sum of numbers near the end of all numbers is none.
  const mean = Number.isFinite(sum) ? sum / part.count : part.min / 2 + part.max / 2
  return { ...part, mean: Math.min(part.max, Math.max(part.min, mean)) }
}
