import { type DeviceKind, simulated } from '#models/kind.ts'
import { Charge } from './charge.ts'

/** Somebody or something on its way: where so many seconds more have led it. */
export interface Mover {
  step(seconds: number): Record<string, number>
}

/** Where somebody is changes each second; the battery that is carried along does not. */
const SELDOM_MS = 30_000

/** What one device measures, as the real one would tell it: rounded, within its range. */
export class Measuring {
  /** 1: its self-check says that it is broken. */
  fault = 0
  private readonly kind: DeviceKind
  private readonly random: () => number
  private readonly set: Readonly<Record<string, number>>
  private readonly walker: Mover | undefined
  private movedAt: number | undefined
  private measuredAt = Number.NEGATIVE_INFINITY
  private lastEvent = 0
  private toldFault: number | undefined
  private charge: Charge | undefined
  private readonly drains: boolean

  constructor(
    kind: DeviceKind,
    random: () => number,
    set: Readonly<Record<string, number>> = kind.state,
    walker?: Mover,
    /** Its battery does; else it stays as it is. */
    drains = false,
  ) {
    this.kind = kind
    this.random = random
    this.set = set
    this.walker = walker
    this.drains = drains
  }

  /** Whoever listens now may not have heard what is told only when it changes. */
  tellAll(): void {
    this.toldFault = undefined
  }

  /** Somebody has asked it for something. */
  asked(now: Date): void {
    this.charge?.asked(now.getTime())
  }

  take(now: Date, event: number): Record<string, number> {
    const values = { ...this.move(now.getTime()), ...this.measure(now, event), ...this.checkItself() }
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
    return simulated(this.kind, { hour, random: this.random, event, set: this.set, ...this.battery(now.getTime()) })
  }

  private battery(now: number): { charge?: number } {
    const { battery } = this.kind
    if (!battery || !this.drains) return {}
    this.charge ??= new Charge(battery, this.random, now)
    return { charge: this.charge.at(now) }
  }

  private checkItself(): Record<string, number> {
    if (this.fault === this.toldFault) return {}
    this.toldFault = this.fault
    return { fault: this.fault }
  }

  private move(at: number): Record<string, number> {
    const before = this.movedAt ?? at
    this.movedAt = at
    return this.walker ? { ...this.walker.step((at - before) / 1000) } : {}
  }
}
