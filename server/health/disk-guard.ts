import { rm, stat, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { HealthState } from '#shared/contract/wire.ts'
import { type Clock, every, SECOND } from '#shared/time.ts'
import type { EventLog } from '../log/log.ts'

const MB = 1024 * 1024
const BALLAST_BYTES = 64 * MB
/** Below this much free space, readings are no longer taken. */
const LOW_BYTES = 256 * MB
/** And taken again above this: the state must not flutter. */
const WELL_BYTES = 384 * MB
const LOOK_EVERY = 10 * SECOND
const PROBE_EVERY = 3 * SECOND

export type FreeBytes = (folder: string) => Promise<number>

export const freeBytes: FreeBytes = async (folder) => {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

/**
 * Watches the space that is left, holds a ballast to throw off when there is none, and tries again after a
 * failed write. ok > low-space (alarms and commands kept, readings not) > read-only (shown, not kept).
 */
export class DiskGuard {
  state: HealthState = 'ok'
  reason: string | undefined
  since: number
  free = 0
  private readonly folder: string
  private readonly log: EventLog
  private readonly clock: Clock
  private readonly measure: FreeBytes
  private readonly changed: () => void
  private readonly stops: (() => void)[] = []
  private looking = false

  constructor(folder: string, log: EventLog, clock: Clock, measure: FreeBytes, changed: () => void) {
    this.folder = folder
    this.log = log
    this.clock = clock
    this.measure = measure
    this.changed = changed
    this.since = clock.now()
    this.stops.push(log.onFault((fault) => void this.onFault(fault?.message)))
    this.stops.push(every(clock, LOOK_EVERY, () => void this.look()))
    this.stops.push(every(clock, PROBE_EVERY, () => void (log.fault && log.probe())))
  }

  get sparing(): boolean {
    return this.state === 'low-space'
  }

  get summary(): { state: HealthState; reason?: string } {
    return this.reason === undefined ? { state: this.state } : { state: this.state, reason: this.reason }
  }

  async look(): Promise<void> {
    if (this.looking) return
    this.looking = true
    try {
      this.free = await this.measure(this.folder)
      if (this.log.fault) return
      if (this.free < LOW_BYTES) this.become('low-space', `${Math.floor(this.free / MB)} MB left in ${this.folder}`)
      else if (this.free >= WELL_BYTES) {
        await this.loadBallast()
        this.become('ok')
      }
    } catch (error) {
      this.become(this.state, `cannot look at ${this.folder}: ${(error as Error).message}`)
    } finally {
      this.looking = false
    }
  }

  private async onFault(message: string | undefined): Promise<void> {
    if (message === undefined) {
      // Writing works again, perhaps only on the space of the ballast: say ok when the space is there.
      this.become('low-space', 'writing works again, space is being checked')
      return this.look()
    }
    this.become('read-only', message)
    if (this.log.fault?.code !== 'storage.full') return
    await rm(this.ballast, { force: true }).catch(() => {})
    await this.log.probe()
  }

  private get ballast(): string {
    return join(this.folder, 'ballast')
  }

  private async loadBallast(): Promise<void> {
    const size = await stat(this.ballast).then(
      (found) => found.size,
      () => 0,
    )
    if (size !== BALLAST_BYTES) await writeFile(this.ballast, Buffer.alloc(BALLAST_BYTES)).catch(() => {})
  }

  private become(state: HealthState, reason?: string): void {
    if (this.state === state && this.reason === reason) return
    if (this.state !== state) this.since = this.clock.now()
    this.state = state
    this.reason = reason
    this.changed()
  }

  close(): void {
    for (const stop of this.stops) stop()
  }
}
