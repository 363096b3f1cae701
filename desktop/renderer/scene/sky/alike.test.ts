import { expect, test } from 'vitest'
import { fallsAlike, looksAlike } from './alike.ts'
import { lightOf } from './ambience.ts'
import type { Light } from './light.ts'
import { sunAt } from './sun.ts'
import { CLEAR } from './weather.ts'

const DAWN = Date.UTC(2026, 10, 21, 22, 0)
const lightAt = (minutes: number) =>
  lightOf(sunAt({ lon: 114.06, lat: 22.54 }, DAWN + minutes * 60_000), 6 + minutes / 60, CLEAR)

test('a sky from one moment to the next looks alike, an hour later it does not', () => {
  expect(looksAlike(lightAt(240), lightAt(240.3))).toBe(true)
  expect(looksAlike(lightAt(240), lightAt(300))).toBe(false)
})

test('what changes at all is seen: the sun, a colour, a cloud before it, lit windows, wet ground', () => {
  const light = lightAt(240)
  const changes: Partial<Light>[] = [
    { toSun: { ...light.toSun, east: light.toSun.east + 0.05 } },
    { shadows: !light.shadows },
    { windows: light.windows + 0.1 },
    { wet: 0.5 },
    { backdrop: { ...light.backdrop, top: 'rgb(0 0 0)' } },
    { fog: { ...light.fog, reach: light.fog.reach * 0.8 } },
  ]
  for (const change of changes) expect(looksAlike(light, { ...light, ...change })).toBe(false)
})

test('wind is seen in rain alone', () => {
  const rain = { kind: 'rain', strength: 0.4, wind: 3, from: 90 } as const
  expect(fallsAlike(rain, { ...rain, wind: 3.2, from: 92 })).toBe(true)
  expect(fallsAlike(rain, { ...rain, wind: 6 })).toBe(false)
  expect(fallsAlike(rain, { ...rain, from: 120 })).toBe(false)
  expect(fallsAlike(rain, { ...rain, strength: 0.6 })).toBe(false)
  expect(fallsAlike(CLEAR, { ...CLEAR, wind: 9 })).toBe(true)
  expect(fallsAlike(CLEAR, rain)).toBe(false)
})

test('on a clear day a picture is due now and then, not all the time', () => {
  let [told, count] = [lightAt(0), 0]
  for (let minutes = 0; minutes < 24 * 60; minutes++) {
    const light = lightAt(minutes)
    if (looksAlike(told, light)) continue
    told = light
    count++
  }
  expect(count).toBeGreaterThan(100)
  expect(count).toBeLessThan(500)
})
