import type { Device } from '#shared/world/devices.ts'
import { behind, Chains } from './chains.ts'

const RECOUNT_MS = 10_000

/** How many devices stand where, and behind which gateway, of those that could be missed: what was never heard of is missed by nobody. */
export class Standing {
  private readonly devices: () => Iterable<Device>
  private readonly wasHeard: (device: Device) => boolean
  private readonly chains = new Chains('floor')
  private counts = new Map<string, number>()
  private countedAt = Number.NEGATIVE_INFINITY

  constructor(devices: () => Iterable<Device>, wasHeard: (device: Device) => boolean) {
    this.devices = devices
    this.wasHeard = wasHeard
  }

  /** Counted anew now and then: with many devices that takes a moment. */
  look(now: number): void {
    if (now - this.countedAt < RECOUNT_MS) return
    this.countedAt = now
    this.counts = new Map()
    for (const device of this.devices()) {
      if (!this.wasHeard(device)) continue
      for (const place of this.chains.of(device.place)) this.count(place)
      if (device.gateway !== undefined) this.count(behind(device.gateway))
    }
  }

  in(group: string): number {
    return this.counts.get(group) ?? 0
  }

  private count(group: string): void {
    this.counts.set(group, this.in(group) + 1)
  }
}
