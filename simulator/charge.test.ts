import { expect, test } from 'vitest'
import { type Battery, LOW_BATTERY } from '#models/battery.ts'
import { seededRandom } from '#shared/random.ts'
import { HOUR, MINUTE } from '#shared/time.ts'
import { Charge } from './charge.ts'

const isLow = (level: number) => Math.round(level) < LOW_BATTERY

/** A fortnight of so many devices, looked at every half hour: how many are low each time, and for how long each of them. */
function fortnight(battery: Battery, many: number) {
  const random = seededRandom(11)
  const charges = Array.from({ length: many }, () => ({ charge: new Charge(battery, random, 0), since: -1 }))
  const low: number[] = []
  let [longest, least] = [0, 100]
  for (let now = 0; now < 14 * 24 * HOUR; now += HOUR / 2) {
    let count = 0
    for (const one of charges) {
      const level = one.charge.at(now)
      least = Math.min(least, level)
      if (!isLow(level)) one.since = -1
      else {
        if (one.since < 0) one.since = now
        longest = Math.max(longest, now - one.since)
        count++
      }
    }
    low.push(count)
  }
  return { low, longest, least }
}

test('of many that run on cells a few are low, always others, and nobody is forgotten', () => {
  const { low, longest, least } = fortnight({ years: 3 }, 2000)
  expect(low[0]).toBeGreaterThan(0)
  expect(Math.max(...low)).toBeLessThan(12)
  // Some come to be low later, when those of the beginning were long seen to.
  expect(low.slice(48).some((count) => count > 0)).toBe(true)
  expect(longest).toBeLessThanOrEqual(8 * HOUR)
  expect(least).toBeGreaterThan(5)
})

test('what is carried is charged every few days, and forgotten now and then', () => {
  const { low, longest, least } = fortnight({ charged: true }, 150)
  expect(low.slice(48).some((count) => count > 0)).toBe(true)
  expect(Math.max(...low)).toBeLessThan(8)
  expect(longest).toBeLessThanOrEqual(8 * HOUR)
  expect(least).toBeGreaterThan(0)
})

test('one that is low and asked for something is seen to at once; one that is not low is not', () => {
  const random = seededRandom(11)
  const charges = Array.from({ length: 2000 }, () => new Charge({ years: 3 }, random, 0))
  const low = charges.filter((charge) => isLow(charge.at(0)))
  expect(low.length).toBeGreaterThan(0)
  const high = charges.find((charge) => charge.at(0) < 90 && !isLow(charge.at(0))) as Charge
  for (const charge of [...low, high]) charge.asked(0)
  for (const charge of low) {
    expect(isLow(charge.at(MINUTE))).toBe(true)
    expect(charge.at(3 * MINUTE)).toBe(100)
  }
  expect(high.at(3 * MINUTE)).toBeLessThan(90)
})
