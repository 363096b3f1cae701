import type { DeviceKind } from '#models/kind.ts'
import { ReadingMessage } from '#shared/contract/reading.ts'
import { AnkanError, refuse } from '#shared/errors.ts'
import type { Registry } from '#shared/registry.ts'
import { type Clock, DAY, MINUTE } from '#shared/time.ts'
import type { Device } from '#shared/world/devices.ts'
import type { Draft } from '#shared/world/event.ts'
import type { World } from '#shared/world/world.ts'
import type { EventLog } from '../log/log.ts'
import type { Reading } from '../log/storage.ts'
import { readingSchema } from './reading-schema.ts'

/** Older ones are recorded readings, not live ones: they are kept from a file (`replay/`), not sent by a sensor. */
const LATEST_BACK = 2 * DAY
const FURTHEST_AHEAD = 5 * MINUTE

/** Looks at the values that are true now, once; what it returns decides on any world. */
export type React = (
  device: Device,
  kind: DeviceKind,
  at: number,
  values: Record<string, number>,
) => (world: World) => Draft[]

export interface IntakeDeps {
  log: EventLog
  kinds: Registry<DeviceKind>
  clock: Clock
  react: React
  /** Hears what a reading means while nothing can be written. */
  missed: (drafts: Draft[], device: Device) => void
  /** True while space is so short that readings are not taken. */
  sparing: () => boolean
  /** Hears when a device says it measured, right or wrong. */
  timed: (device: Device, at: number) => void
  /** Hears which device speaks: what is played instead of it has to end before. */
  spoke: (device: string) => void
  /** When the newest reading of a device that is on disk was measured: a restart must not forget it. */
  newestAt: (device: string) => number | undefined
}

/** Every reading, from whatever source, enters here: checked, judged, written in one group, then answered. */
export class Intake {
  private readonly log: EventLog
  private readonly kinds: Registry<DeviceKind>
  private readonly clock: Clock
  private readonly react: React
  private readonly missed: (drafts: Draft[], device: Device) => void
  private readonly sparing: () => boolean
  private readonly spoke: (device: string) => void
  private readonly timed: (device: Device, at: number) => void
  private readonly newestAt: (device: string) => number | undefined
  private readonly newest = new Map<string, Map<string, number>>()

  constructor(deps: IntakeDeps) {
    this.log = deps.log
    this.kinds = deps.kinds
    this.clock = deps.clock
    this.react = deps.react
    this.missed = deps.missed
    this.sparing = deps.sparing
    this.timed = deps.timed
    this.spoke = deps.spoke
    this.newestAt = deps.newestAt
    // What was judged but not written comes again, and must then not count as late: believe the disk.
    deps.log.onFault(() => this.newest.clear())
  }

  /** Resolves when the reading and all that it caused are on disk. A refusal is thrown at once, before any write. */
  take(deviceId: string, message: unknown): Promise<void> {
    return this.keep(this.check(deviceId, message))
  }

  /** Throws what is wrong with a message; what it returns can be kept. */
  check(deviceId: string, message: unknown): Checked {
    const device = this.log.decided.devices.get(deviceId) ?? refuseUnknown(this.log.decided, deviceId)
    const kind = this.kinds.get(device.kind) ?? refuse('kind.unknown', { kind: device.kind }, 'no such kind of device')
    const parsed = readingSchema(kind).safeParse(message)
    if (!parsed.success) throw explained(kind, message)
    const now = this.clock.now()
    const { at = now, values } = parsed.data
    if (parsed.data.at !== undefined) this.timed(device, at)
    if (at > now + FURTHEST_AHEAD || at < now - LATEST_BACK)
      throw new AnkanError(
        'reading.out-of-time',
        { at, now },
        'the clock of the device is wrong, or the reading is too old',
      )
    const readings: Reading[] = []
    for (const metric in values)
      if (values[metric] !== undefined) readings.push({ device: device.device, metric, at, value: values[metric] })
    if (readings.length === 0) throw new AnkanError('reading.invalid', {}, 'no values')
    return { device, kind, at, values, readings }
  }

  /** `played`: it comes from a recording, not from the device. */
  keep({ device, kind, at, values, readings }: Checked, played = false): Promise<void> {
    if (!played) this.spoke(device.device)
    const current = this.currentOf(device.device, at, values)
    const decide = this.react(device, kind, at, current)
    if (this.log.fault) {
      this.missed(decide(this.log.told), device)
      return Promise.reject(
        new AnkanError('storage.read-only', { because: this.log.fault.code }, this.log.fault.message),
      )
    }
    this.noteNewest(device.device, at, current)
    if (this.sparing()) return this.keepEventsOnly(device, decide)
    return this.log.record(readings, decide, { kind: 'device', id: device.device })
  }

  /**
   * The values that say what is true now. A late one is history: it is kept, but a newer one of its metric has
   * spoken. A clock that runs ahead must not silence what follows: no reading counts as newer than its arrival.
   */
  private currentOf(device: string, at: number, values: Record<string, number>): Record<string, number> {
    const now = this.clock.now()
    const known = this.newest.get(device)
    const current: Record<string, number> = {}
    for (const metric in values) {
      const newest = (known ? known.get(metric) : this.newestAt(device)) ?? 0
      if (at >= Math.min(newest, now)) current[metric] = values[metric] as number
    }
    return current
  }

  private noteNewest(device: string, at: number, current: Record<string, number>): void {
    let known = this.newest.get(device)
    if (!known) {
      known = new Map()
      this.newest.set(device, known)
    }
    const seen = Math.min(at, this.clock.now())
    for (const metric in current) known.set(metric, seen)
  }

  /** The little space that is left belongs to the alarms; the device keeps its reading and comes again. */
  private async keepEventsOnly(device: Device, decide: (world: World) => Draft[]): Promise<never> {
    await this.log.record([], decide, { kind: 'device', id: device.device })
    throw new AnkanError('storage.full', {}, 'no space for readings; alarms are kept')
  }
}

function refuseUnknown(world: World, device: string): never {
  if (world.archive.get(device)?.retired) return refuse('device.retired', { device }, 'this device is retired')
  return refuse('device.unknown', { device }, 'no such device')
}

export interface Checked {
  device: Device
  kind: DeviceKind
  at: number
  values: Record<string, number>
  readings: Reading[]
}

/** The kind's schema said no; this says why, in words for the person who set up the device. */
function explained(kind: DeviceKind, message: unknown): AnkanError {
  const parsed = ReadingMessage.safeParse(message)
  if (!parsed.success) return new AnkanError('reading.invalid', {}, parsed.error.issues[0]?.message ?? 'not a reading')
  for (const [metric, value] of Object.entries(parsed.data.values)) {
    const known = Object.hasOwn(kind.metrics, metric) ? kind.metrics[metric] : undefined
    if (!known) return new AnkanError('reading.invalid', { metric }, `${kind.kind} has no metric ${metric}`)
    if (value < known.min || value > known.max)
      return new AnkanError(
        'reading.invalid',
        { metric, value },
        `${metric} is outside of ${known.min} to ${known.max}`,
      )
  }
  return new AnkanError('reading.invalid', {}, 'not a reading')
}
