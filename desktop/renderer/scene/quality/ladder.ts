import type { FrameMeter } from './meter.ts'
import { type Quality, qualities } from './quality.ts'

/** Slower than this, a turning camera is seen to stutter. */
const TOO_SLOW_MS = 42
const FAR_TOO_SLOW = 4
/** Faster than this, there is something to give. */
const TO_SPARE_MS = 21
const ENOUGH = 12
/** A step up that had to be taken back is tried again later and later. */
const PATIENCE_MS = 8000
const MOST_PATIENCE_MS = 600_000
/** Of the memory for shapes, in MB, beyond which finer ones are no longer asked for. */
const MEMORY_MB = 900
const COARSER = 1.6
const COARSEST = 6

/**
 * Steps what the scene spends down and up by what pictures take. What holds on the machine at hand is found out, never
 * assumed: a wall with a good card and a tablet both get the best they can keep up.
 */
export class QualityLadder {
  private level: number
  private fixedAt: number | undefined
  private patience = PATIENCE_MS
  private changedAt = Number.NEGATIVE_INFINITY
  private climbed = false
  /** By how much tiles are coarser than the level says, because memory is short. */
  private coarser = 1

  constructor(level: number) {
    this.level = level
  }

  get now(): Quality {
    const quality = qualities[this.fixedAt ?? this.level] as Quality
    return this.coarser === 1 ? quality : { ...quality, tileError: quality.tileError * this.coarser }
  }

  get isFixed(): boolean {
    return this.fixedAt !== undefined
  }

  get isShortOfMemory(): boolean {
    return this.coarser > 1
  }

  /** By hand; undefined leaves it to the measuring again. */
  fix(level: number | undefined): void {
    if (level === undefined && this.fixedAt !== undefined) this.level = this.fixedAt
    this.fixedAt = level === undefined ? undefined : Math.min(qualities.length - 1, Math.max(0, level))
  }

  /** True: another quality than before holds from now on. While tiles come in, only what is far too slow counts. */
  measured(meter: FrameMeter, now: number, loading = false): boolean {
    if (this.fixedAt !== undefined || meter.count < ENOUGH) return false
    if (loading && meter.mean < FAR_TOO_SLOW * TOO_SLOW_MS) return false
    if (meter.slow > TOO_SLOW_MS && this.level > 0) {
      // What was just tried was too much: be slower to try it again.
      if (this.climbed) this.patience = Math.min(MOST_PATIENCE_MS, this.patience * 3)
      // Far too slow: not step by step.
      this.step(meter.mean > FAR_TOO_SLOW * TOO_SLOW_MS ? 0 : this.level - 1, now, meter, false)
      return true
    }
    if (meter.slow < TO_SPARE_MS && this.level < qualities.length - 1 && now - this.changedAt > this.patience) {
      this.step(this.level + 1, now, meter, true)
      return true
    }
    return false
  }

  /** Memory is watched before it is gone: coarser tiles, one step at a time, and back when there is room. */
  weighed(megabytes: number, budget = MEMORY_MB): boolean {
    const before = this.coarser
    if (megabytes > budget) this.coarser = Math.min(COARSEST, this.coarser * COARSER)
    else if (megabytes < budget * 0.5) this.coarser = Math.max(1, this.coarser / COARSER)
    if (this.coarser < 1.01) this.coarser = 1
    return before !== this.coarser
  }

  private step(level: number, now: number, meter: FrameMeter, up: boolean): void {
    this.level = level
    this.changedAt = now
    this.climbed = up
    meter.forget()
  }
}
