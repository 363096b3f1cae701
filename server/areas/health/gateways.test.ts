import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import type { Device } from '#shared/world/devices.ts'
import type { Finding } from '../rules/engine/running.ts'
import { behind, gatewayIn } from './chains.ts'
import { Gathering } from './gathering.ts'

const S = 1000
const lost = (id: string): Finding => ({
  device: id,
  rule: 'lost',
  level: 'on',
  at: 0,
  grade: 4,
  is: 'silent',
  metric: '',
  limit: 60,
  value: 60,
})

/**
 * Six buildings of two floors with four devices each; the first two of a floor are behind a gateway, one of each zone, that
 * stands on the first floor of the first building there.
 */
const all = [1, 2].flatMap((zone) => {
  const gateway = { device: `gw${zone}`, place: `jx/z${zone}/b${zone}1/f1` } as Device
  const floors = [1, 2, 3].flatMap((building) => [1, 2].map((floor) => `jx/z${zone}/b${zone}${building}/f${floor}`))
  return [
    gateway,
    ...floors.flatMap((place) =>
      [0, 1, 2, 3].map(
        (n) => ({ device: `${place} ${n}`, place, ...(n < 2 ? { gateway: gateway.device } : {}) }) as unknown as Device,
      ),
    ),
  ]
})
const at = (place: string) => all.filter((one) => `${one.place}/`.startsWith(`${place}/`))
const reachedBy = (gateway: string) => all.filter((one) => one.gateway === gateway)
const membersOf = (group: string) => {
  const gateway = gatewayIn(group)
  return gateway === undefined ? at(group) : reachedBy(gateway)
}

let gathering: Gathering
const away = new Set<string>()
beforeEach(() => {
  away.clear()
  gathering = new Gathering(
    {
      rule: 'outage',
      grade: 2,
      metric: 'lost',
      deepest: 'floor',
      patienceMs: 45 * S,
      quietMs: 20 * S,
      latestMs: 150 * S,
      gateway: { rule: 'gateway-out', grade: 2 },
    },
    {
      total: (group) => membersOf(group).length,
      isTold: () => true,
      behind: reachedBy,
      isAway: (gateway) => away.has(gateway),
    },
  )
})

const strike = (devices: readonly Device[], second: number) => {
  for (const one of devices) gathering.strike(one, lost(one.device), second * S)
}
const about = ({ group, rule, device }: Finding) => group ?? (rule === 'gateway-out' ? behind(device) : device)
function said(from: number, to: number): string[] {
  const found: string[] = []
  for (let second = from; second <= to; second++)
    for (const finding of gathering.settle(second * S))
      found.push(`${finding.level} ${about(finding)}${about(finding) === finding.device ? '' : ` ${finding.value}`}`)
  return found
}

test('a gateway that falls silent takes those behind it along, wherever they are: one alarm, about it', () => {
  strike([all[0] as Device], 0)
  for (const [i, one] of reachedBy('gw1').entries()) strike([one], 2 * i)
  expect(said(0, 200)).toEqual(['on gateway:gw1 12'])
  for (const one of reachedBy('gw1').slice(0, 10)) gathering.release(one.device)
  // As long as the gateway itself is silent, that is why the others are.
  expect(said(201, 203)).toEqual([])
  gathering.release('gw1')
  expect(said(204, 204)).toEqual(['off gateway:gw1 2'])
  const left = reachedBy('gw1').slice(10)
  expect(said(205, 260)).toEqual(left.map(({ device }) => `on ${device}`))
})

test('of a gateway that never speaks itself its link tells, or that most behind it are silent', () => {
  away.add('gw1')
  strike(reachedBy('gw1').slice(0, 2), 0)
  expect(said(0, 100)).toEqual(['on gateway:gw1 2'])
  strike(reachedBy('gw2').slice(0, 5), 101)
  expect(said(101, 200).filter((one) => one.includes('gateway'))).toEqual([])
  strike(reachedBy('gw2').slice(5), 201)
  expect(said(201, 300)).toEqual(['on gateway:gw2 12'])
})

test('one that was told alone is about all that are behind it as soon as they fall silent too', () => {
  strike([all[0] as Device], 0)
  expect(said(0, 100)).toEqual(['on gw1'])
  strike(reachedBy('gw1'), 101)
  expect(said(101, 200)).toEqual(['off gw1', 'on gateway:gw1 12'])
})

test('a place that is dark besides explains the gateway of those in it; one that is dark by it does not', () => {
  // Half of a zone is behind its gateway: only those are silent.
  strike(reachedBy('gw1'), 0)
  expect(said(0, 100)).toEqual(['on gateway:gw1 12'])
  // Now others of the zone as well, most of them: that is more than the gateway.
  strike([...at('jx/z1/b11'), ...at('jx/z1/b12')], 101)
  expect(said(101, 200)).toEqual(['off gateway:gw1 12', 'on jx/z1 21'])
})

test('a building that loses its power is one alarm, with the gateway in it', () => {
  strike(at('jx/z1/b11'), 0)
  expect(said(0, 30)).toEqual(['on jx/z1/b11 9'])
})

test('whatever falls silent and comes back: each is said by itself, by its place or by its gateway, and all ends', () => {
  const step = fc.record({
    of: fc.nat(all.length - 1),
    many: fc.nat(15),
    behind: fc.constantFrom(undefined, 'gw1', 'gw2'),
    away: fc.boolean(),
    back: fc.boolean(),
    pause: fc.nat(90),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      let now = 0
      const silent = new Set<string>()
      const open = new Set<string>()
      const hear = (until: number) => {
        for (; now <= until; now += 5 * S)
          for (const finding of gathering.settle(now)) {
            expect([about(finding), open.has(about(finding))]).toEqual([about(finding), finding.level === 'off'])
            if (finding.level === 'on') open.add(about(finding))
            else open.delete(about(finding))
          }
      }
      const release = (id: string) => {
        silent.delete(id)
        gathering.release(id)
        open.delete(id)
      }
      for (const { of, many, behind: gateway, away: isAway, back, pause } of steps) {
        if (gateway !== undefined) {
          if (isAway) away.add(gateway)
          else away.delete(gateway)
        }
        for (const one of gateway === undefined ? all.slice(of, of + many) : reachedBy(gateway).slice(0, many)) {
          if (back) release(one.device)
          else {
            silent.add(one.device)
            gathering.strike(one, lost(one.device), now)
          }
        }
        hear(now + pause * S)
      }
      hear(now + 200 * S)
      for (const one of all) {
        const isCovered = [...open].some((group) => group === one.device || membersOf(group).includes(one))
        if (silent.has(one.device))
          expect([one.device, isCovered || open.has(behind(one.device))]).toEqual([one.device, true])
      }
      // What is said of a place is not said of a smaller one in it.
      const places = [...open].filter((group) => group.startsWith('jx/') && !group.includes(' '))
      for (const place of places)
        expect(places.filter((other) => other !== place && `${place}/`.startsWith(`${other}/`))).toEqual([])
      for (const one of all) release(one.device)
      hear(now + 10 * S)
      expect([...open]).toEqual([])
      away.clear()
    }),
    { numRuns: 60, seed: 6 },
  )
})
