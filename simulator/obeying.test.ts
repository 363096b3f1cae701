import { expect, test } from 'vitest'
import { deviceKinds } from '#models/devices/index.ts'
import type { DeviceKind } from '#models/kind.ts'
import { SimulatedClock } from '#shared/time.ts'
import { Obeying } from './obeying.ts'

function obeying(kind: string) {
  const clock = new SimulatedClock()
  const log = { ended: 0, changed: 0 }
  const device = new Obeying({
    kind: deviceKinds.get(kind) as DeviceKind,
    now: () => clock.now(),
    after: (seconds, run) => void clock.after(seconds * 1000, run),
    end: () => log.ended++,
    changed: () => log.changed++,
  })
  const tell = (order: string, command: string, input = {}, within = 10_000) =>
    device.take(JSON.stringify({ order, command, input, until: clock.now() + within }))
  return { clock, log, device, tell }
}

test('a door that is opened for somebody locks again, unless it is told otherwise meanwhile', () => {
  const { clock, device, tell } = obeying('door-access')
  expect(tell('a', 'open')).toEqual({ order: 'a', done: true })
  expect(device.set.lock).toBe(0)
  clock.advance(8000)
  expect(device.set.lock).toBe(1)
  tell('b', 'open')
  tell('c', 'hold-open')
  clock.advance(60_000)
  expect(device.set.lock).toBe(2)
})

test('what sets nothing leaves a door on its way back; opened twice it locks after the second time', () => {
  const { clock, device, tell } = obeying('door-access')
  tell('a', 'open')
  clock.advance(2000)
  tell('b', 'report')
  clock.advance(2000)
  tell('c', 'open')
  clock.advance(7000)
  expect(device.set.lock).toBe(0)
  clock.advance(1000)
  expect(device.set.lock).toBe(1)
})

test('an order is carried out once, however often it comes, and never when it is too late', () => {
  const { clock, log, tell } = obeying('street-lamp')
  expect(tell('a', 'on', { level: 40 })).toEqual({ order: 'a', done: true })
  expect(tell('a', 'on', { level: 40 })).toEqual({ order: 'a', done: true })
  expect(log.changed).toBe(1)
  const late = { order: 'b', command: 'off', input: {}, until: clock.now() - 1 }
  const { device } = obeying('street-lamp')
  expect(device.take(JSON.stringify(late))).toBeUndefined()
  expect(device.set.mode).toBe(0)
})

test('an input becomes a state; what it does not know is refused; what is no order is not answered', () => {
  const { device, tell } = obeying('hvac')
  tell('a', 'set-temperature', { temperature: 24.5 })
  expect(device.set.setpoint).toBe(24.5)
  expect(tell('b', 'fly')).toMatchObject({ done: false })
  expect(tell('c', 'toString')).toMatchObject({ done: false })
  for (const junk of ['', '{', '[]', '{"order":"x"}']) expect(device.take(junk)).toBeUndefined()
})

test('a button that is reset ends what had happened', () => {
  const { log, tell } = obeying('sos-button')
  tell('a', 'reset')
  expect(log.ended).toBe(1)
})
