import { countAlarms } from '#shared/contract/alarms.ts'
import { readDeviceHistory, readSeries } from '#shared/contract/devices.ts'
import { readHappened } from '#shared/contract/history.ts'
import { listDeliveries } from '#shared/contract/notices.ts'
import { readTracks, searchTracks } from '#shared/contract/tracks.ts'
import { readTrend } from '#shared/contract/trends.ts'
import { isStep, type StepTo } from '#shared/world/happenings.ts'

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
  [searchTracks.name]: ({ from, to }) => ({
    found: ['警车01', '保安03 陈*', '巡逻无人机01'].map((name, i) => ({
      ...moverNth(`mover-${i}`, name),
      times: [{ from: Number(from) + i * 60_000, to: Number(to) }],
      moreTimes: false,
    })),
    more: false,
    missing: [],
  }),
  [readTracks.name]: ({ devices, from, to }) => {
    const asked = devices as string[]
    const [start, long] = [Number(from), Number(to) - Number(from)]
    const at = (share: number) => start + share * long
    const tracks = asked.map((device, nth) => ({
      ...moverNth(device, device),
      runs: [[0, 0.5].map((share) => [at(share), 114 + share / 500, 22.5 + nth / 2000, 0])],
      breaks: [{ from: at(0.5), to: at(0.7), why: 'silent' }],
      wild: [[at(0.3), 114, 22, 0]],
      pace: [
        { from: at(0), to: at(0.2), state: 'moving' },
        { from: at(0.2), to: at(0.5), state: 'standing' },
        { from: at(0.7), to: at(1), state: 'moving' },
      ],
      visits: [{ device: 'point', name: '南门巡更点', at: at(0.1) }],
      fixes: 1200,
      metres: 1840,
    }))
    const nearest = { at: at(0.4), metres: 3.2, lon: 114, lat: 22.5, height: 0 }
    const meetings = asked.length > 1 ? [{ who: asked.slice(0, 2), from: at(0.38), to: at(0.42), nearest }] : []
    return { tracks, meetings, moreMeetings: false, missing: [] }
  },
  [listDeliveries.name]: () => ({ deliveries: [], next: [] }),
  [readHappened.name]: ({ to }, now) => {
    const device = 'smoke-1'
    const events = [
      { type: 'alarm:acknowledged', by: { kind: 'user', id: 'li', name: '李值班' }, data: { alarm: 'smoke-1~fire~1' } },
      { type: 'alarm:raised', by: { kind: 'device', id: device }, data: { device, rule: 'fire', grade: 1 } },
      { type: 'device:connected', by: { kind: 'device', id: device }, data: { device } },
    ].map((event, i) => ({ ...event, seq: 9 - i, at: now - i * 61_000, place: 'jinxiu' }))
    return { events: events.filter((event) => isStep(event as never, to as StepTo)), until: null }
  },
  [readDeviceHistory.name]: ({ device }, now) => {
    const by = { kind: 'device', id: device }
    const events = ['alarm:raised', 'device:connected', 'device:registered'].map((type, i) => {
      return { seq: 9 - i, at: now - (i + 1) * HOUR, type, by, data: { device } }
    })
    return { events, more: false }
  },
}

function moverNth(device: string, name: string) {
  return { device, kind: 'police-car-terminal', name, masked: name.includes('*'), sorts: ['vehicle'], retired: false }
}
