import type { DeviceKind } from '#models/kind.ts'
import { HappeningMessage } from '#shared/contract/device-link.ts'
import { AnkanError, refuse } from '#shared/errors.ts'
import type { Registry } from '#shared/registry.ts'
import { type Clock, MINUTE } from '#shared/time.ts'
import { deviceReported } from '#shared/world/devices.ts'
import type { EventLog } from '../../log/log.ts'

/** More than this in a minute is a broken contact, not something that happens; the log is for ever. */
const MOST_A_MINUTE = 30

/** What devices say happened to them: a line in their history. */
export class Happenings {
  private readonly log: EventLog
  private readonly clock: Clock
  private readonly kinds: Registry<DeviceKind>
  private counts = new Map<string, number>()
  private countedSince: number

  constructor(log: EventLog, clock: Clock, kinds: Registry<DeviceKind>) {
    this.log = log
    this.clock = clock
    this.kinds = kinds
    this.countedSince = clock.monotonic()
  }

  /** Resolves when it is on disk; what is wrong with it is thrown before. */
  async take(id: string, message: unknown): Promise<void> {
    const device = this.log.decided.devices.get(id) ?? refuse('device.unknown', { device: id }, 'no such device')
    const parsed = HappeningMessage.safeParse(message)
    if (!parsed.success) throw new AnkanError('input.invalid', {}, parsed.error.issues[0]?.message ?? 'no event')
    const { event, at, detail } = parsed.data
    if (!Object.hasOwn(this.kinds.get(device.kind)?.events ?? {}, event))
      refuse('happening.unknown', { event, kind: device.kind }, `nothing of that name happens to a ${device.kind}`)
    this.count(id)
    const said = {
      device: id,
      happening: event,
      ...(at === undefined ? {} : { said: at }),
      ...(detail ? { detail } : {}),
    }
    await this.log.append(() => [deviceReported(device.place, said)], { kind: 'device', id })
  }

  private count(device: string): void {
    const now = this.clock.monotonic()
    if (now - this.countedSince >= MINUTE) {
      this.counts = new Map()
      this.countedSince = now
    }
    const count = (this.counts.get(device) ?? 0) + 1
    this.counts.set(device, count)
    if (count > MOST_A_MINUTE) refuse('happening.too-many', { most: MOST_A_MINUTE }, 'too often within a minute')
  }
}
