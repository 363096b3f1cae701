import type { DeviceKind } from '#models/kind.ts'
import { HappeningMessage } from '#shared/contract/device-link.ts'
import { AnkanError, refuse } from '#shared/errors.ts'
import type { Registry } from '#shared/registry.ts'
import { type Clock, MINUTE } from '#shared/time.ts'
import { type Device, deviceReported } from '#shared/world/devices.ts'
import type { Draft } from '#shared/world/event.ts'
import type { World } from '#shared/world/world.ts'
import type { EventLog } from '../../log/log.ts'

/** More than this in a minute is a broken contact, not something that happens; the log is for ever. */
const MOST_A_MINUTE = 30

interface Deps {
  log: EventLog
  clock: Clock
  kinds: Registry<DeviceKind>
  /** What the rules make of it, once; what it returns decides on any world. */
  react(device: Device, event: string): (world: World) => Draft[]
  /** Hears what an event means while nothing can be written. */
  missed(drafts: Draft[], device: Device): void
}

/** What devices say happened to them: a line in their history, and what rules that listen make of it. */
export class Happenings {
  private readonly deps: Deps
  private counts = new Map<string, number>()
  private countedSince: number

  constructor(deps: Deps) {
    this.deps = deps
    this.countedSince = deps.clock.monotonic()
  }

  /** Resolves when it is on disk; what is wrong with it is thrown before. */
  async take(id: string, message: unknown): Promise<void> {
    const { log, kinds, react, missed } = this.deps
    const device = log.decided.devices.get(id) ?? refuse('device.unknown', { device: id }, 'no such device')
    const parsed = HappeningMessage.safeParse(message)
    if (!parsed.success) throw new AnkanError('input.invalid', {}, parsed.error.issues[0]?.message ?? 'no event')
    const { event, at, detail } = parsed.data
    if (!Object.hasOwn(kinds.get(device.kind)?.events ?? {}, event))
      refuse('happening.unknown', { event, kind: device.kind }, `nothing of that name happens to a ${device.kind}`)
    this.count(id)
    const said = {
      device: id,
      happening: event,
      ...(at === undefined ? {} : { said: at }),
      ...(detail ? { detail } : {}),
    }
    const decide = react(device, event)
    if (log.fault) {
      missed(decide(log.told), device)
      throw new AnkanError('storage.read-only', { because: log.fault.code }, log.fault.message)
    }
    await log.append((world) => [deviceReported(device.place, said), ...decide(world)], { kind: 'device', id })
  }

  private count(device: string): void {
    const now = this.deps.clock.monotonic()
    if (now - this.countedSince >= MINUTE) {
      this.counts = new Map()
      this.countedSince = now
    }
    const count = (this.counts.get(device) ?? 0) + 1
    this.counts.set(device, count)
    if (count > MOST_A_MINUTE) refuse('happening.too-many', { most: MOST_A_MINUTE }, 'too often within a minute')
  }
}
