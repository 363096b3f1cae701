import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { FullState } from '#shared/contract/wire.ts'
import type { Clock } from '#shared/time.ts'
import { rowSeen } from '#shared/world/sight.ts'
import type { Latest } from '../areas/devices/latest.ts'
import type { EventLog } from '../log/log.ts'
import type { Scope } from './scope.ts'

const pack = promisify(gzip)
/** Five hundred screens that come back at once after a restart share a few packed states. */
const REUSE_MS = 2000

export interface Packed {
  seq: number
  /** Of the values in it: what came later is sent besides. */
  version: number
  body: Buffer
}

/** Full states for joining screens: made once for a scope, compressed off the main thread, shared for a moment. */
export class PackedStates {
  private readonly recent = new Map<string, { made: number; packed: Promise<Packed> }>()
  private readonly log: EventLog
  private readonly latest: Latest
  private readonly clock: Clock

  constructor(log: EventLog, latest: Latest, clock: Clock) {
    this.log = log
    this.latest = latest
    this.clock = clock
  }

  /** `world: false` packs the newest values alone, for a screen that resumes; `fresh`: none that was made before. */
  get(scope: Scope, world: boolean, fresh: boolean): Promise<Packed> {
    const key = `${scope.key} ${world}`
    const now = this.clock.monotonic()
    const recent = this.recent.get(key)
    if (recent && !fresh && now - recent.made < REUSE_MS) return recent.packed
    const packed = this.make(scope, world)
    this.recent.set(key, { made: now, packed })
    packed.catch(() => this.recent.delete(key))
    for (const [old, { made }] of this.recent) if (now - made >= REUSE_MS) this.recent.delete(old)
    return packed
  }

  private async make(scope: Scope, world: boolean): Promise<Packed> {
    const seq = this.log.told.seq
    const version = this.latest.version
    const state: FullState = {
      world: world ? this.log.told.snapshot((area, row) => rowSeen(area, row, scope)) : null,
      values: scope.areas.has('devices') ? this.latest.within(scope.place) : {},
    }
    return { seq, version, body: await pack(JSON.stringify(state), { level: 2 }) }
  }
}
