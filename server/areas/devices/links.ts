import { LinkMessage } from '#shared/contract/device-link.ts'
import { AnkanError } from '#shared/errors.ts'
import { type Clock, SECOND } from '#shared/time.ts'
import { deviceChanged } from '#shared/world/device-changes.ts'
import { type Device, deviceConnected, deviceDisconnected } from '#shared/world/devices.ts'
import { SYSTEM } from '#shared/world/event.ts'
import type { World } from '#shared/world/world.ts'
import type { EventLog } from '../../log/log.ts'

/** After a start the devices have this long to come back before they count as gone. */
const GRACE = 30 * SECOND
/** A connection that comes back within this was never gone: a wavering link is no news each time. */
const PATIENCE = 10 * SECOND

/** Turns connections into facts: a device is online, itself or by its gateway, or it is not. */
export class Links {
  private readonly up = new Set<string>()
  /** Of which a gateway, or their own last will, says that they cannot be reached. */
  private readonly lost = new Set<string>()
  private readonly log: EventLog
  private readonly clock: Clock
  private readonly cancel: () => void
  private open = true

  constructor(log: EventLog, clock: Clock) {
    this.log = log
    this.clock = clock
    this.cancel = clock.after(GRACE, () => this.settle([...log.told.devices.ids()]))
    log.onCommitted(({ events }) => {
      // Behind another gateway its link is another one.
      for (const { type, data } of events)
        if (type === deviceChanged.type && 'gateway' in (data as { was: object }).was)
          this.settle([(data as { device: string }).device])
    })
    log.onFault((fault) => {
      if (!fault) this.settle([...log.told.devices.ids()])
    })
  }

  linked(device: string, up: boolean): void {
    if (up) {
      this.up.add(device)
      this.lost.delete(device)
      this.settle(this.withThoseBehind(device))
      return
    }
    this.up.delete(device)
    this.clock.after(PATIENCE, () => this.open && this.settle(this.withThoseBehind(device)))
  }

  /** Somebody who knows says whether it can be reached; resolves when that is on disk. */
  async told(device: string, message: unknown): Promise<void> {
    const parsed = LinkMessage.safeParse(message)
    if (!parsed.success) throw new AnkanError('input.invalid', {}, parsed.error.issues[0]?.message ?? 'no link')
    if (parsed.data.online) this.lost.delete(device)
    else this.lost.add(device)
    await this.write([device])
  }

  private withThoseBehind(device: string): string[] {
    return [device, ...this.log.told.devices.where('gateway', device)]
  }

  private isUp({ device, gateway }: Device): boolean {
    if (this.lost.has(device)) return false
    return this.up.has(device) || (gateway !== undefined && this.up.has(gateway))
  }

  private settle(devices: string[]): void {
    // Not written now: it is made good when the disk is back, see above.
    this.write(devices).catch(() => {})
  }

  /** Writes what differs between the record and the truth. */
  private async write(devices: string[]): Promise<void> {
    const decide = (world: World) =>
      devices.flatMap((id) => {
        const device = world.devices.get(id)
        if (!device) return []
        if (this.isUp(device)) return device.link === 'online' ? [] : [deviceConnected(device.place, { device: id })]
        return device.link === 'online' ? [deviceDisconnected(device.place, { device: id })] : []
      })
    await this.log.append(decide, SYSTEM)
  }

  close(): void {
    this.open = false
    this.cancel()
  }
}
