import { describe, expect, test } from 'vitest'
import { HOUR, MINUTE } from '#shared/time.ts'
import { airOf, mixAir } from './air.ts'
import { lightIn, lightOf } from './ambience.ts'
import { css, luminance } from './color.ts'
import { fogReach } from './fog.ts'
import type { Light } from './light.ts'
import { sunAt } from './sun.ts'
import { CLEAR, type Weather } from './weather.ts'

const shenzhen = { lon: 114.06, lat: 22.54 }
const midnight = Date.parse('2026-04-10T00:00+08:00')
const at = (hour: number, weather: Weather = CLEAR) =>
  lightOf(sunAt(shenzhen, midnight + hour * HOUR), hour % 24, weather)
const weathers: Weather[] = [
  CLEAR,
  ...(['cloudy', 'fog', 'rain'] as const).flatMap((kind) => [0, 0.5, 1].map((s) => ({ kind, strength: s, wind: 2 }))),
]

/** What reaches level ground from a light that is not known by its direction alone. */
const direct = ({ toSun, sunColor, sunStrength }: Light) =>
  sunColor
    .map((part) => part * sunStrength)
    .flatMap((part) => [toSun.east, toSun.north, toSun.up].map((way) => part * way))
const parts = (color: string) => (color.match(/[\d.]+/g) ?? []).map((part) => Number(part) / 255)

describe.each(weathers)('$kind $strength', (weather) => {
  test('nothing leaps from one minute to the next', () => {
    const lights = Array.from({ length: 24 * 60 + 1 }, (_, minute) => at(minute / 60, weather))
    const leap = (of: (light: Light) => readonly number[]) => {
      const rows = lights.map(of)
      return Math.max(...rows.slice(1).flatMap((row, i) => row.map((part, k) => Math.abs(part - (rows[i]?.[k] ?? 9)))))
    }
    expect(leap(direct)).toBeLessThan(0.05)
    expect(leap(({ sky, ground, fog }) => [...sky, ...ground, ...fog.color])).toBeLessThan(0.015)
    expect(leap(({ windows, shade, wet }) => [windows, shade, wet])).toBeLessThan(0.035)
    expect(leap(({ backdrop }) => Object.values(backdrop).flatMap(parts))).toBeLessThan(0.03)
  })

  test('streets and houses are told apart at every hour, and nothing is ever white', () => {
    for (let hour = 0; hour < 24; hour += 0.5) {
      const { sky, ground, sunStrength, sunColor, toSun } = at(hour, weather)
      expect(luminance(sky)).toBeGreaterThan(0.08)
      expect(luminance(ground)).toBeGreaterThan(0.03)
      const white = luminance(sky) + (luminance(sunColor) * sunStrength * Math.max(0, toSun.up)) / Math.PI
      expect(white).toBeLessThan(0.85)
    }
  })
})

test('by day no window is lit, in the evening all, and at night a few', () => {
  expect(at(12).windows).toBe(0)
  expect(at(18.7).windows).toBeGreaterThan(0.4)
  expect(at(20.5).windows).toBe(1)
  expect(at(24).windows).toBeLessThan(0.8)
  const night = at(3).windows
  expect(night).toBeGreaterThan(0.05)
  expect(night).toBeLessThan(0.2)
  expect(at(5.8).windows).toBeGreaterThan(night)
})

test('a dark day has lamps lit', () => {
  expect(at(12, { kind: 'rain', strength: 1, wind: 3 }).windows).toBeGreaterThan(0.1)
})

test('the sun casts shadows, neither the moon nor a covered sky does; by the end they have faded away', () => {
  expect(at(12)).toMatchObject({ shadows: true })
  expect(at(12).shade).toBeLessThan(0.8)
  expect(at(0)).toMatchObject({ shadows: false, shade: 1 })
  expect(at(12, { kind: 'rain', strength: 0.7, wind: 0 }).shadows).toBe(false)
  for (let minute = 0; minute < 24 * 60; minute++) {
    const [a, b] = [at(minute / 60), at((minute + 1) / 60)]
    if (a.shadows !== b.shadows) expect(Math.min(a.shade, b.shade)).toBeGreaterThan(0.9)
  }
})

test('the light comes from the sun by day, and from high up at night', () => {
  expect(at(7).toSun.east).toBeGreaterThan(0.5)
  expect(at(17.5).toSun.east).toBeLessThan(-0.5)
  expect(at(1).toSun.up).toBeGreaterThan(0.6)
  for (let hour = 0; hour < 24; hour += 0.25) {
    const { toSun } = at(hour)
    expect(Math.hypot(toSun.east, toSun.north, toSun.up)).toBeCloseTo(1, 6)
    expect(toSun.up).toBeGreaterThan(0.1)
  }
})

test('fog and rain shorten the view as far as they should', () => {
  expect(at(12).fog.reach).toBeGreaterThan(3000)
  const reach = (kind: Weather['kind'], strength: number) => at(12, { kind, strength, wind: 0 }).fog.reach
  expect([reach('fog', 0), reach('fog', 1)]).toEqual([900, 250])
  expect([reach('rain', 0), reach('rain', 1)]).toEqual([2500, 900])
})

test('what is looked at is seen in every weather, from every distance', () => {
  for (const weather of weathers)
    for (const range of [50, 300, 1300, 6000]) {
      const left = 3 ** -((range / fogReach(at(12, weather), { range })) ** 2)
      expect(left).toBeGreaterThan(0.75)
    }
})

test('weather turns into weather by and by', () => {
  const [clear, rain] = [airOf(CLEAR), airOf({ kind: 'rain', strength: 1, wind: 0 })]
  const sun = sunAt(shenzhen, midnight + 12 * HOUR)
  const steps = Array.from({ length: 21 }, (_, i) => lightIn(mixAir(clear, rain, i / 20), sun, 12))
  for (const [i, light] of steps.entries()) {
    const next = steps[i + 1]
    if (next) expect(Math.abs(light.sunStrength - next.sunStrength)).toBeLessThan(0.15)
    if (next) expect(light.fog.reach).toBeGreaterThan(next.fog.reach)
  }
  expect(css(steps[20]?.sky ?? [0, 0, 0])).toBe(css(at(12, { kind: 'rain', strength: 1, wind: 0 }).sky))
})

test('polar night and polar day have light, too', () => {
  for (const day of ['2026-06-21', '2026-12-22'])
    for (let minute = 0; minute < 24 * 60; minute += 30) {
      const sun = sunAt({ lon: 18.96, lat: 69.65 }, Date.parse(`${day}T00:00Z`) + minute * MINUTE)
      expect(luminance(lightOf(sun, minute / 60, CLEAR).sky)).toBeGreaterThan(0.08)
    }
})
