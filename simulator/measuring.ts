import type { DeviceKind } from '#models/kind.ts'
import type { Walker } from './walker.ts'

/** Where somebody is changes each second; the battery that is carried along does not. */
const SELDOM_MS = 30_000

/** What one device measures, as the real one would tell it: rounded, within its range. */
export class Measuring {
  private readonly kind: DeviceKind
  private readonly random: () => number
  private readonly walker: Walker | undefined
  private movedAt: number | undefined
  private measuredAt = Number.NEGATIVE_INFINITY
  private lastEvent = 0

  constructor(kind: DeviceKind, random: () => number, walker?: Walker) {
    this.kind = kind
    this.random = random
    this.walker = walker
  }

  take(now: Date, event: number): Record<string, number> {
    const values = { ...this.move(now.getTime()), ...this.measure(now, event) }
    for (const [name, metric] of Object.entries(this.kind.metrics)) {
      const value = values[name]
      if (value !== undefined)
        values[name] = Number(Math.min(metric.max, Math.max(metric.min, value)).toFixed(metric.decimals))
    }
    return values
  }

  private measure(now: Date, event: number): Record<string, number> {
    const isDue = !this.walker || event !== this.lastEvent || now.getTime() - this.measuredAt >= SELDOM_MS
    if (!isDue) return {}
    this.measuredAt = now.getTime()
    this.lastEvent = event
    const hour = now.getHours() + now.getMinutes() / 60
    return this.kind.simulate({ hour, random: this.random, event })
  }

  private move(at: number): Record<string, number> {
    const before = this.movedAt ?? at
    this.movedAt = at
    return this.walker ? { ...this.walker.step((at - before) / 1000) } : {}
  }
}
