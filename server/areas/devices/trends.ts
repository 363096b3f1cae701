import type { DeviceKind } from '#models/kind.ts'
import { exportReadings, readTrend } from '#shared/contract/trends.ts'
import { refuse } from '#shared/errors.ts'
import type { Registry } from '#shared/registry.ts'
import { answer, type Served } from '../../gateway/serve.ts'
import type { EventLog } from '../../log/log.ts'
import { dayOf, type Storage } from '../../log/storage.ts'
import { ownDevice } from './own.ts'

interface Deps {
  log: EventLog
  storage: Storage
  kinds: Registry<DeviceKind>
}

export function trendCalls({ log, storage, kinds }: Deps): Served[] {
  const check = (device: string, metric: string, duty: string) => {
    const { kind } = ownDevice(log.told, device, duty)
    const known = kinds.get(kind)
    // Of a kind that is gone, what was measured is still there.
    if (known && !Object.hasOwn(known.metrics, metric))
      refuse('metric.unknown', { device, metric }, `${kind} has no metric ${metric}`)
  }
  return [
    answer(readTrend, async ({ series, from, to, most }, { duty }) => {
      for (const { device, metric } of series) check(device, metric, duty)
      const trends = []
      // One after another: others ask as well.
      for (const one of series) trends.push({ ...one, ...(await storage.trend({ ...one, from, to, most })) })
      // Asked for last: a damaged day may only have been met now.
      const damaged = await storage.damagedDays()
      return { series: trends, missing: damaged.filter((day) => day >= dayOf(from) && day <= dayOf(to)) }
    }),
    answer(exportReadings, ({ device, metric }, { duty }) => {
      check(device, metric, duty)
      return {}
    }),
  ]
}
