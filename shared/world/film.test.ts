import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Frame, LatestValues } from '../contract/wire.ts'
import { alarmAcknowledged, alarmRaised, alarmReturned } from './alarm-events.ts'
import { type Event, SYSTEM } from './event.ts'
import { Film } from './film.ts'
import { Follower } from './follower.ts'
import { worldHash } from './hash.ts'
import { World } from './world.ts'

const START = 1000
const empty = () => {
  const follower = new Follower()
  follower.start({ world: new World().snapshot(), values: {} })
  return follower
}

/** Ten milliseconds a step: something happens to one of a few alarms, or a device shows something else. */
function framesOf(steps: readonly { what: number; alarm: number; value: number }[]): Frame[] {
  let seq = 0
  return steps.map(({ what, alarm: n, value }, i): Frame => {
    const at = START + i * 10
    const values: Record<string, LatestValues> = { [`d${n}`]: [at, { smoke: value }] }
    if (what === 3) return { after: seq, to: seq, at, values }
    const alarm = `a${n}`
    const raised = { alarm, device: `d${n}`, rule: 'r', grade: 3 as const, metric: 'm', limit: 1, value }
    const draft = [
      alarmRaised('jinxiu', { ...raised, position: { lon: 114, lat: 22.5, height: 0 } }),
      alarmAcknowledged('jinxiu', { alarm }),
      alarmReturned('jinxiu', { alarm, value: 0 }),
    ][what]
    const event = { ...draft, seq: seq + 1, at, by: SYSTEM } as Event
    return { after: seq, to: ++seq, at, events: [event], ...(value > 5 ? { values } : {}) }
  })
}

const shownBy = ({ world, values }: Follower) => ({ hash: worldHash(world), values: Object.fromEntries(values) })

function foldedAt(frames: readonly Frame[], at: number) {
  const follower = empty()
  for (const frame of frames) if (frame.at <= at) follower.follow(frame)
  return shownBy(follower)
}

const step = fc.record({
  what: fc.integer({ min: 0, max: 3 }),
  alarm: fc.integer({ min: 0, max: 3 }),
  value: fc.integer({ min: 0, max: 9 }),
})

test('wherever one goes to and fro, it is as if it had only just been folded', () => {
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 40 }),
      fc.array(fc.integer({ min: -20, max: 420 }), { maxLength: 20 }),
      (steps, jumps) => {
        const frames = framesOf(steps)
        const film = new Film(empty(), START - 100)
        film.add(frames, START + 400)
        for (const jump of jumps) {
          film.show(START + jump)
          expect(shownBy(film.follower)).toEqual(foldedAt(frames, START + jump))
        }
      },
    ),
  )
})

test('it tells what differs, and nothing else', () => {
  const frames = framesOf([
    { what: 0, alarm: 1, value: 9 },
    { what: 3, alarm: 2, value: 4 },
    { what: 1, alarm: 1, value: 0 },
  ])
  const film = new Film(empty(), START - 1)
  film.add(frames, START + 100)
  expect(film.show(START)).toEqual({ changes: [{ area: 'alarms', id: 'a1' }], values: ['d1'] })
  expect(film.show(START + 15)).toEqual({ changes: [], values: ['d2'] })
  expect(film.show(START - 1)).toEqual({ changes: [{ area: 'alarms', id: 'a1' }], values: ['d2', 'd1'] })
  expect(film.eventNear(START, 1)).toBe(START + 20)
  expect(film.eventNear(START + 20, -1)).toBe(START)
  expect(film.eventNear(START, -1)).toBeUndefined()
})
