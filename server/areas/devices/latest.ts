import type { LatestValues } from '#shared/contract/wire.ts'
import { isWithin } from '#shared/place/path.ts'
import type { Clock } from '#shared/time.ts'
import { takeNewest } from '#shared/world/newest.ts'
import type { EventLog } from '../../log/log.ts'
import type { Reading } from '../../log/storage.ts'

/** The newest value of every device and metric that is on disk, and what changed since a version. */
export class Latest {
  /** Counts the changes. */
  version = 0
  private readonly values = new Map<string, LatestValues>()
  private readonly changed = new Map<string, number>()
  private dirty = new Set<string>()
  private readonly log: EventLog
  private readonly clock: Clock

  constructor(log: EventLog, clock: Clock) {
    this.clock = clock
    this.log = log
    log.onCommitted(({ at, readings }) => this.take(readings, at))
  }

  take(readings: Reading[], now = this.clock.now()): void {
    for (const reading of readings) if (takeNewest(this.values, reading, now)) this.touch(reading.device)
  }

  /** What was there before the start fills only gaps: newer readings may have come meanwhile. */
  fill(readings: Reading[]): void {
    for (const reading of readings) {
      const known = this.values.get(reading.device)
      if (!known || known[0] <= reading.at) this.take([reading])
      else if (known[1][reading.metric] === undefined) {
        known[1][reading.metric] = reading.value
        this.touch(reading.device)
      }
    }
  }

  /** What was shown before the start, as the record has it: the same as a replay of that moment shows. */
  adopt(shown: Record<string, LatestValues>): void {
    for (const [device, [at, values]] of Object.entries(shown)) {
      const known = this.values.get(device)
      this.values.set(device, [known?.[0] ?? at, { ...values, ...known?.[1] }])
      this.touch(device)
    }
  }

  private touch(device: string): void {
    this.dirty.add(device)
    this.changed.set(device, ++this.version)
  }

  get(device: string): LatestValues | undefined {
    return this.values.get(device)
  }

  takeDirty(): Set<string> {
    const dirty = this.dirty
    if (dirty.size > 0) this.dirty = new Set()
    return dirty
  }

  *since(version: number): Iterable<string> {
    for (const [device, changed] of this.changed) if (changed > version) yield device
  }

  /** The values of those devices (all when not named) that stand within `duty`. */
  within(duty: string, devices: Iterable<string> = this.values.keys()): Record<string, LatestValues> {
    const found: Record<string, LatestValues> = {}
    for (const id of devices) {
      const latest = this.values.get(id)
      const device = this.log.told.devices.get(id)
      if (latest && device && isWithin(device.place, duty)) found[id] = latest
    }
    return found
  }
}
