import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import type { Device } from '#shared/world/devices.ts'
import type { Finding } from '../rules/engine/running.ts'
import { Gathering } from './gathering.ts'

const S = 1000
const device = (id: string, place: string) => ({ device: id, place }) as Device
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

/** Two zones of three buildings with two floors of ten devices each. */
const all: Device[] = []
for (const zone of [1, 2])
  for (const building of [1, 2, 3])
    for (const floor of [1, 2])
      for (let n = 0; n < 10; n++) {
        const place = `jx/z${zone}/b${zone}${building}/f${floor}`
        all.push(device(`d${zone}${building}${floor}${n}`, place))
      }
const within = (place: string) => all.filter((one) => `${one.place}/`.startsWith(`${place}/`))

let gathering: Gathering
const speaking = new Set<string>()
beforeEach(() => {
  speaking.clear()
  gathering = new Gathering(
    {
      rule: 'outage',
      grade: 2,
      metric: 'lost',
      deepest: 'floor',
      patienceMs: 45 * S,
      quietMs: 20 * S,
      latestMs: 150 * S,
    },
    {
      total: (place) => within(place).length,
      isTold: (id) => !speaking.has(id),
      behind: () => [],
      isAway: () => undefined,
    },
  )
})

const strike = (devices: Device[], at: number) => {
  for (const one of devices) gathering.strike(one, lost(one.device), at * S)
}
/** What is said from one second to another: which level, of whom. */
function said(from: number, to: number): string[] {
  const found: string[] = []
  for (let second = from; second <= to; second++)
    for (const { level, group, device: id, value } of gathering.settle(second * S))
      found.push(group === undefined ? `${level} ${id}` : `${level} ${group} ${value}`)
  return found
}

test('one alone is told after its patience, and again only when it may not have been heard', () => {
  strike([all[0] as Device], 0)
  expect(said(0, 44)).toEqual([])
  expect(said(45, 100)).toEqual(['on d1110'])
  gathering.repeat()
  expect(said(101, 102)).toEqual(['on d1110'])
})

test('a cut cable is one alarm at the place it is about, though its devices fall silent one after another', () => {
  const building = within('jx/z1/b12')
  building.forEach((one, i) => {
    strike([one], i)
  })
  expect(said(20, 200)).toEqual(['on jx/z1/b12 20'])
  for (const one of building.slice(0, 15)) gathering.release(one.device)
  expect(said(201, 202)).toEqual([])
  gathering.release((building[15] as Device).device)
  // Whoever is still not heard of may be on the way back, and is told alone when it is not.
  expect(said(203, 247)).toEqual(['off jx/z1/b12 4'])
  expect(said(248, 250)).toEqual(building.slice(16).map((one) => `on ${one.device}`))
})

test('what a larger place explains is not said of the smaller ones', () => {
  strike(within('jx/z1'), 0)
  strike(within('jx/z2/b21'), 0)
  // Eighty of a hundred and twenty: it is more than a zone.
  expect(said(0, 100)).toEqual(['on jx 80'])
})

test('an outage that grows takes the smaller alarm over', () => {
  strike(within('jx/z1/b11/f1'), 0)
  expect(said(0, 30)).toEqual(['on jx/z1/b11 10'])
  strike(within('jx/z1'), 31)
  expect(said(31, 100)).toEqual(['off jx/z1/b11 20', 'on jx 60'])
})

test('while more and more fall silent the smaller places wait for the larger one', () => {
  // A whole community goes dark over two minutes, floor after floor.
  const found: string[] = []
  for (let second = 0; second < 240; second++) {
    strike(all.slice(second, second + 1), second)
    found.push(...said(second, second))
  }
  expect(found).toHaveLength(1)
  expect(found[0]).toMatch(/^on jx /)
})

test('on the way back nobody is told alone whose turn to speak has not come', () => {
  strike(all, 0)
  expect(said(0, 60)).toEqual(['on jx 120'])
  const found: string[] = []
  for (const [i, one] of all.entries()) {
    gathering.release(one.device)
    if (i % 4 === 0) found.push(...said(61 + i / 4, 61 + i / 4))
  }
  expect(found).toEqual(['off jx 23'])
})

test('what is heard of in another way is not told, until it is not', () => {
  const one = all[0] as Device
  speaking.add(one.device)
  strike([one], 0)
  expect(said(0, 100)).toEqual([])
  speaking.clear()
  expect(said(101, 101)).toEqual([`on ${one.device}`])
})

test('a few of many are no outage', () => {
  strike(
    within('jx/z1/b11').filter((_, i) => i % 5 === 0),
    0,
  )
  expect(said(0, 100)).toHaveLength(4)
})

test('whatever falls silent and comes back in whatever order: each is said by itself or by its place, and all ends', () => {
  const step = fc.record({ of: fc.nat(all.length - 1), many: fc.nat(30), back: fc.boolean(), pause: fc.nat(90) })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      let now = 0
      const silent = new Set<string>()
      const open = new Set<string>()
      const hear = (until: number) => {
        for (; now <= until; now += 5 * S)
          for (const { level, group, device: id } of gathering.settle(now)) {
            const about = group ?? id
            expect(open.has(about)).toBe(level === 'off')
            if (level === 'on') open.add(about)
            else open.delete(about)
          }
      }
      const release = (id: string) => {
        silent.delete(id)
        gathering.release(id)
        open.delete(id)
      }
      for (const { of, many, back, pause } of steps) {
        for (const one of all.slice(of, of + many)) {
          if (back) release(one.device)
          else {
            silent.add(one.device)
            gathering.strike(one, lost(one.device), now)
          }
        }
        hear(now + pause * S)
      }
      hear(now + 150 * S)
      for (const one of all) {
        const covered = [...open].some((about) => about === one.device || `${one.place}/`.startsWith(`${about}/`))
        if (silent.has(one.device)) expect([one.device, covered]).toEqual([one.device, true])
      }
      for (const one of all) release(one.device)
      hear(now + 10 * S)
      expect([...open]).toEqual([])
    }),
    { numRuns: 30, seed: 6 },
  )
})
