import { type Clock, SECOND } from '#shared/time.ts'
import { deviceConnected, deviceDisconnected } from '#shared/world/devices.ts'
import { SYSTEM } from '#shared/world/event.ts'
import type { EventLog } from '../../log/log.ts'

/** After a start the devices have this long to come back before they count as gone. */
const GRACE = 30 * SECOND
/** A connection that comes back within this was never gone: a wavering link is no news each time. */
const PATIENCE = 10 * SECOND

/** Turns connections into facts: a device is online, or it is not. */
export class Links {
  private readonly up = new Set<string>()
  private readonly log: EventLog
  private readonly clock: Clock
  private readonly cancel: () => void
  private open = true

  constructor(log: EventLog, clock: Clock) {
    this.log = log
    this.clock = clock
    this.cancel = clock.after(GRACE, () => this.settle([...log.told.devices.ids()]))
    log.onFault((fault) => {
      if (!fault) this.settle([...log.told.devices.ids()])
    })
  }

  linked(device: string, up: boolean): void {
    if (up) {
      this.up.add(device)
      this.settle([device])
      return
    }
    this.up.delete(device)
    this.clock.after(PATIENCE, () => this.open && this.settle([device]))
  }

  /** Writes what differs between the record and the truth. */
  private settle(devices: string[]): void {
    this.log
      .append(
        (world) =>
          devices.flatMap((id) => {
            const device = world.devices.get(id)
            if (!device) return []
            if (this.up.has(id)) return device.link === 'online' ? [] : [deviceConnected(device.place, { device: id })]
            return device.link === 'online' ? [deviceDisconnected(device.place, { device: id })] : []
          }),
        SYSTEM,
      )
      // Not written now: it is made good when the disk is back, see above.
      .catch(() => {})
  }

  close(): void {
    this.open = false
    this.cancel()
  }
}
