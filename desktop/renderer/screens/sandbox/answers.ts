import { countAlarms } from '#shared/contract/alarms.ts'
import { readDeviceHistory, readSeries } from '#shared/contract/devices.ts'
import { listDeliveries } from '#shared/contract/notices.ts'
import { readTrend } from '#shared/contract/trends.ts'

const HOUR = 3_600_000

/** What a server would say to a panel, made up. A question that is not listed has an empty answer. */
export const answers: Record<string, (input: Record<string, unknown>, now: number) => unknown> = {
  [countAlarms.name]: (_, now) => {
    const from = (Math.floor(now / HOUR) - 23) * HOUR
    const counts = [2, 7, 8, 13, 20, 23].map((hour, i) => ({
      at: from + hour * HOUR,
      grade: (i % 4) + 1,
      count: i + 1,
    }))
    return { from, counts }
  },
  [readSeries.name]: ({ from, to }) => {
    const points = Array.from({ length: 120 }, (_, i) => [
      Number(from) + (i * (Number(to) - Number(from) - 60_000)) / 119,
      5 + Math.sin(i / 9) * 3,
    ])
    return { points, more: false, missing: [] }
  },
  [readTrend.name]: ({ series, from, to }) => {
    const every = Math.ceil((Number(to) - Number(from)) / 200)
    const spans = (nth: number) =>
      Array.from({ length: 200 }, (_, i) => {
        const [at, mean] = [Number(from) + i * every, 5 + nth * 3 + Math.sin(i / (9 + nth)) * 3]
        return { at, count: 9, mean, min: mean - 0.6, minAt: at, max: mean + (i === 120 ? 6 : 0.8), maxAt: at + 1 }
      }).filter((_, i) => i < 60 || i > 72)
    const asked = series as { device: string; metric: string }[]
    return { series: asked.map((one, nth) => ({ ...one, every, points: [], spans: spans(nth) })), missing: [] }
  },
  [listDeliveries.name]: () => ({ deliveries: [], next: [] }),
  [readDeviceHistory.name]: ({ device }, now) => {
    const by = { kind: 'device', id: device }
    const events = ['alarm:raised', 'device:connected', 'device:registered'].map((type, i) => {
      return { seq: 9 - i, at: now - (i + 1) * HOUR, type, by, data: { device } }
    })
    return { events, more: false }
  },
}
