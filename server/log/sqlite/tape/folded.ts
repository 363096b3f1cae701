import type { FullState, LatestValues } from '#shared/contract/wire.ts'
import { isWithin } from '#shared/place/path.ts'
import { type Measured, takeNewest } from '#shared/world/newest.ts'
import { rowSeen, type Sight } from '#shared/world/sight.ts'
import { World } from '#shared/world/world.ts'
import type { Commit } from './block.ts'
import type { SeriesName } from './log-reader.ts'

/** A world with what its devices show, as it stands behind an event and a row of the tape. */
export class Folded {
  world = new World()
  values = new Map<string, LatestValues>()
  row = 0
  at = 0

  static from({ world, values }: FullState, row: number, at: number): Folded {
    const folded = new Folded()
    if (world) folded.world = World.from(world)
    for (const [device, latest] of Object.entries(values)) folded.values.set(device, copied(latest))
    folded.row = row
    folded.at = at
    return folded
  }

  get seq(): number {
    return this.world.seq
  }

  /** Tells which devices show something else. */
  take(
    { row, at, readings: { series, at: measured, value } }: Commit,
    name: (series: number) => SeriesName | undefined,
  ) {
    const touched: string[] = []
    for (let i = 0; i < series.length; i++) {
      const known = name(series[i] as number)
      if (!known) continue
      const { device, metric } = known
      // Written out: to spread what is known of each reading takes ten times as long as all else here.
      if (this.show({ device, metric, at: measured[i] as number, value: value[i] as number }, at)) touched.push(device)
    }
    this.row = row
    this.at = Math.max(this.at, at)
    return touched
  }

  show(reading: Measured, now: number): boolean {
    return takeNewest(this.values, reading, now)
  }

  whole(): FullState {
    return { world: this.world.snapshot(), values: Object.fromEntries(this.values) }
  }

  /** As much as somebody may see. */
  seen(sight: Sight): FullState {
    const world = this.world.snapshot((area, row) => rowSeen(area, row, sight))
    return { world, values: sight.areas.has('devices') ? this.valuesOf(this.values.keys(), sight.place) : {} }
  }

  valuesOf(devices: Iterable<string>, place: string): Record<string, LatestValues> {
    const found: Record<string, LatestValues> = {}
    for (const id of devices) {
      const latest = this.values.get(id)
      const device = this.world.devices.get(id)
      if (latest && device && isWithin(device.place, place)) found[id] = copied(latest)
    }
    return found
  }
}

function copied([at, values]: LatestValues): LatestValues {
  return [at, { ...values }]
}
