import { seededRandom } from '#shared/random.ts'
import { alarmAcknowledged, alarmClosed, alarmRaised, alarmReturned } from '#shared/world/alarm-events.ts'
import { deviceRegistered } from '#shared/world/devices.ts'
import { type Draft, type Event, SYSTEM } from '#shared/world/event.ts'
import type { Reading } from '../log/storage.ts'

export interface Beat {
  at: number
  events: Event[]
  readings: Reading[]
}

const DEVICES = 500
const METRICS = ['smoke', 'temperature', 'battery']
const EVERY_MS = 1000
/** So many alarms are open at a time. */
const OPEN = 60

/** Days of a community of 500 devices, beat by beat: readings and the course of alarms, seeded. */
export function* pastOf(begin: number, count: { events: number; readings: number }): Generator<Beat> {
  const random = seededRandom(11)
  const beats = Math.ceil(count.readings / 1000)
  const eventsEach = Math.ceil(count.events / beats)
  let seq = 0
  const event = (draft: Draft, at: number): Event => ({ ...draft, seq: ++seq, at, by: SYSTEM })
  const placeOf = (n: number) => `jinxiu/z${n % 4}/b${n % 40}/f${n % 9}`
  const courses: { alarm: string; n: number; step: number }[] = []
  for (let beat = 0; beat < beats; beat++) {
    const at = begin + beat * EVERY_MS
    const events: Event[] = []
    if (beat === 0)
      for (let n = 0; n < DEVICES; n++)
        events.push(
          event(
            deviceRegistered(placeOf(n), {
              device: `d-${n}`,
              kind: 'smoke-detector',
              name: `device ${n}`,
              place: placeOf(n),
              position: { lon: 114 + n / 1e5, lat: 22.5, height: 3 },
              source: 'site',
            }),
            at,
          ),
        )
    for (let i = 0; i < eventsEach; i++) {
      if (courses.length < OPEN) {
        const n = Math.floor(random() * DEVICES)
        const alarm = `d-${n}~smoke-high~${seq}`
        courses.push({ alarm, n, step: 0 })
        const raised = {
          alarm,
          device: `d-${n}`,
          rule: 'smoke-high',
          grade: 2 as const,
          metric: 'smoke',
          limit: 8,
          value: 12,
        }
        events.push(event(alarmRaised(placeOf(n), { ...raised, position: { lon: 114, lat: 22.5, height: 3 } }), at))
        continue
      }
      const k = Math.floor(random() * courses.length)
      const course = courses[k] as (typeof courses)[number]
      const { alarm, n } = course
      const next = [
        () => alarmAcknowledged(placeOf(n), { alarm }),
        () => alarmReturned(placeOf(n), { alarm, value: 1 }),
        () => alarmClosed(placeOf(n), { alarm, verdict: 'false', cause: 'steam', disposal: 'aired' }),
      ][course.step++]
      if (next) events.push(event(next(), at))
      if (course.step >= 3) courses.splice(k, 1)
    }
    const readings: Reading[] = []
    for (let i = 0; i < 1000; i++) {
      const n = (beat * 333 + Math.floor(i / 3)) % DEVICES
      readings.push({
        device: `d-${n}`,
        metric: METRICS[i % 3] as string,
        at: at - Math.floor(random() * 900),
        value: Math.round(random() * 300) / 10,
      })
    }
    yield { at, events, readings }
  }
}
