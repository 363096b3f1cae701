import type { Change, Equal, Limit, Often, Simple } from '#shared/world/conditions.ts'

/** What a reading means: the condition is there, is clearly gone, or neither can be said. */
export type Verdict = 'beyond' | 'back' | 'between'

/** A condition on one device, with what it has to remember. Of two values of one moment the graver counts. */
export interface Sense {
  readonly metric: string
  /** What it is measured against. */
  readonly limit: number
  /** What was measured last, in the same terms as the limit. */
  value: number
  /** Undefined: the reading does not speak of it. `at` is when it was measured. */
  read(at: number, values: Record<string, number>): Verdict | undefined
}

const SECOND = 1000
/** A window is looked at in so many steps at most: a rule may cost memory, but not without end. */
const MOST_SAMPLES = 1000

export function senseOf(condition: Simple | Often): Sense {
  switch (condition.is) {
    case 'above':
    case 'below':
      return new LimitSense(condition)
    case 'rising':
    case 'falling':
      return new ChangeSense(condition)
    case 'equal':
      return new EqualSense(condition)
    case 'often':
      return new OftenSense(condition)
  }
}

class LimitSense implements Sense {
  readonly metric: string
  readonly limit: number
  value = Number.NaN
  /** Below a limit is above its mirror image. */
  private readonly sign: 1 | -1
  private readonly beyond: number
  private readonly back: number
  private lastAt = Number.NaN

  constructor({ is, metric, limit, deadBand }: Limit) {
    this.metric = metric
    this.limit = limit
    this.sign = is === 'above' ? 1 : -1
    this.beyond = this.sign * limit
    this.back = this.beyond - deadBand
  }

  read(at: number, values: Record<string, number>): Verdict | undefined {
    const value = values[this.metric]
    if (value === undefined) return undefined
    if (at !== this.lastAt || this.sign * value > this.sign * this.value) this.value = value
    this.lastAt = at
    const signed = this.sign * this.value
    if (signed > this.beyond) return 'beyond'
    return signed <= this.back ? 'back' : 'between'
  }
}

class EqualSense implements Sense {
  readonly metric: string
  readonly limit: number
  value = Number.NaN
  private readonly wanted: ReadonlySet<number>
  private lastAt = Number.NaN

  constructor({ metric, values }: Equal) {
    this.metric = metric
    this.limit = values[0] as number
    this.wanted = new Set(values)
  }

  read(at: number, values: Record<string, number>): Verdict | undefined {
    const value = values[this.metric]
    if (value === undefined) return undefined
    if (at !== this.lastAt || this.wanted.has(value)) this.value = value
    this.lastAt = at
    return this.wanted.has(this.value) ? 'beyond' : 'back'
  }
}

/** Against the lowest (or highest) value of the window: samples that can never be it again are not kept. */
class ChangeSense implements Sense {
  readonly metric: string
  readonly limit: number
  value = 0
  private readonly sign: 1 | -1
  private readonly windowMs: number
  private now = { at: Number.NEGATIVE_INFINITY, signed: Number.POSITIVE_INFINITY }
  private samples: { at: number; signed: number }[] = []

  constructor({ is, metric, by, within }: Change) {
    this.metric = metric
    this.limit = by
    this.sign = is === 'rising' ? 1 : -1
    this.windowMs = within * SECOND
  }

  read(at: number, values: Record<string, number>): Verdict | undefined {
    const value = values[this.metric]
    if (value === undefined) return undefined
    const { samples, now } = this
    const signed = this.sign * value
    // A clock that was set back: what was measured before it cannot be compared.
    if (at < now.at) samples.length = 0
    else if (at > now.at) this.keep(now)
    this.now = at === now.at ? { at, signed: Math.max(signed, now.signed) } : { at, signed }
    let expired = 0
    while ((samples[expired]?.at ?? at) < at - this.windowMs) expired++
    if (expired > 0) samples.splice(0, expired)
    this.value = this.now.signed - Math.min(this.now.signed, samples[0]?.signed ?? Number.POSITIVE_INFINITY)
    return this.value > this.limit ? 'beyond' : 'back'
  }

  private keep(one: { at: number; signed: number }): void {
    const { samples } = this
    while ((samples.at(-1)?.signed ?? Number.NEGATIVE_INFINITY) >= one.signed) samples.pop()
    // Higher than the one before, and as good as of the same time: it will never be the lowest.
    if (one.at - (samples.at(-1)?.at ?? Number.NEGATIVE_INFINITY) >= this.windowMs / MOST_SAMPLES) samples.push(one)
  }
}

class OftenSense implements Sense {
  readonly metric: string
  readonly limit: number
  value = 0
  private readonly inner: Sense
  private readonly windowMs: number
  /** As it is, and as it was before this moment: of several values of one moment none is a new onset by its order. */
  private isBeyond = false
  private before = false
  private lastAt = Number.NaN
  private came: number[] = []

  constructor({ of, times, within }: Often) {
    this.inner = senseOf(of)
    this.metric = this.inner.metric
    this.limit = times
    this.windowMs = within * SECOND
  }

  read(at: number, values: Record<string, number>): Verdict | undefined {
    const verdict = this.inner.read(at, values)
    if (verdict === undefined) return undefined
    if (at !== this.lastAt) this.before = this.isBeyond
    this.lastAt = at
    this.isBeyond = verdict === 'between' ? this.before : verdict === 'beyond'
    if (this.isBeyond && !this.before && this.came.at(-1) !== at) this.came.push(at)
    this.came = this.came.filter((one) => one >= at - this.windowMs && one <= at).slice(-this.limit)
    this.value = this.came.length
    return this.value >= this.limit ? 'beyond' : 'back'
  }
}
