import { describe, expect, test } from 'vitest'
import { DAY, HOUR, MINUTE } from '#shared/time.ts'
import { sunAt, sunTimes, wayTo } from './sun.ts'

const shenzhen = { lon: 114.06, lat: 22.54 }
const beijing = { lon: 116.4, lat: 39.9 }
const sydney = { lon: 151.21, lat: -33.87 }
const tromso = { lon: 18.96, lat: 69.65 }

const within = (minutes: number, time: number | undefined, expected: string) =>
  expect(Math.abs((time ?? Number.NaN) - Date.parse(expected)) / MINUTE).toBeLessThan(minutes)

describe('where the sun stands', () => {
  test('at noon of the solstices, over Shenzhen', () => {
    const summer = sunTimes(shenzhen, Date.parse('2026-06-21T04:00Z')).noon
    expect(sunAt(shenzhen, summer).elevation).toBeCloseTo(90 - (23.44 - 22.54), 1)
    // North of the tropic's other side: in June it is seen in the north.
    expect(Math.abs(sunAt(shenzhen, summer).azimuth - 0) % 360).toBeLessThan(1)
    const winter = sunTimes(shenzhen, Date.parse('2026-12-22T04:00Z')).noon
    expect(sunAt(shenzhen, winter).elevation).toBeCloseTo(90 - 22.54 - 23.44, 1)
    expect(sunAt(shenzhen, winter).azimuth).toBeCloseTo(180, 1)
  })

  test('as in the worked example of the solar position algorithm of NREL', () => {
    const sun = sunAt({ lon: -105.1786, lat: 39.742476 }, Date.parse('2003-10-17T19:30:30Z'))
    expect(sun.azimuth).toBeCloseTo(194.34, 1)
    expect(sun.elevation).toBeCloseTo(39.888, 1)
  })

  test('in the north at noon, south of the tropics', () => {
    const { noon } = sunTimes(sydney, Date.parse('2026-06-21T02:00Z'))
    const { azimuth, elevation } = sunAt(sydney, noon)
    expect(Math.min(azimuth, 360 - azimuth)).toBeLessThan(0.1)
    expect(elevation).toBeCloseTo(90 - 33.87 - 23.44, 1)
  })

  test('in the east in the morning, in the west in the evening, and without a leap from minute to minute', () => {
    const from = Date.parse('2026-03-20T00:00+08:00')
    expect(sunAt(shenzhen, from + 8 * HOUR).azimuth).toBeLessThan(180)
    expect(sunAt(shenzhen, from + 17 * HOUR).azimuth).toBeGreaterThan(180)
    for (let at = from; at < from + DAY; at += MINUTE) {
      const [a, b] = [sunAt(shenzhen, at), sunAt(shenzhen, at + MINUTE)]
      expect(Math.abs(a.elevation - b.elevation)).toBeLessThan(0.5)
    }
  })
})

describe('when it rises and sets', () => {
  test('in Shenzhen and Beijing', () => {
    const june = sunTimes(shenzhen, Date.parse('2026-06-21T12:00+08:00'))
    within(3, june.rise, '2026-06-21T05:40+08:00')
    within(3, june.set, '2026-06-21T19:11+08:00')
    const winter = sunTimes(beijing, Date.parse('2026-12-22T12:00+08:00'))
    within(3, winter.rise, '2026-12-22T07:32+08:00')
    within(3, winter.set, '2026-12-22T16:53+08:00')
  })

  test('in the southern summer', () => {
    const { rise, set } = sunTimes(sydney, Date.parse('2026-12-22T12:00+11:00'))
    within(3, rise, '2026-12-22T05:41+11:00')
    within(3, set, '2026-12-22T20:05+11:00')
  })

  test('is when its upper edge meets the horizon', () => {
    const { rise, set } = sunTimes(beijing, Date.parse('2026-09-23T12:00+08:00'))
    for (const at of [rise, set]) expect(sunAt(beijing, at ?? 0).elevation).toBeCloseTo(-0.27, 0)
  })

  test('never, beyond the polar circle at the solstices', () => {
    for (const day of ['2026-06-21', '2026-12-22']) {
      const { rise, set, noon } = sunTimes(tromso, Date.parse(`${day}T12:00+01:00`))
      expect([rise, set]).toEqual([undefined, undefined])
      expect(sunAt(tromso, noon).elevation > 0).toBe(day === '2026-06-21')
      expect(sunAt(tromso, noon + 12 * HOUR).elevation > 0).toBe(day === '2026-06-21')
    }
  })

  test('belongs to the solar day around the moment that is asked about', () => {
    for (let hour = -11; hour <= 11; hour++) {
      const { noon } = sunTimes(shenzhen, Date.parse('2026-05-01T12:20+08:00') + hour * HOUR)
      within(1, noon, '2026-05-01T12:21+08:00')
    }
  })
})

test('the way to it has the length 1', () => {
  const { east, north, up } = wayTo({ azimuth: 90, elevation: 30 })
  expect([east, north, up].map((part) => Math.round(part * 1000) / 1000)).toEqual([0.866, 0, 0.5])
})
