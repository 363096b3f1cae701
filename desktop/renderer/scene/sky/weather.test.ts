import { expect, test } from 'vitest'
import { CLEAR, STALE, strengthOfRain, weatherOf } from './weather.ts'

const fair = { wind: 2, rain: 0, temperature: 24, humidity: 60, pressure: 1012 }

test('fair weather', () => {
  expect(weatherOf(fair)).toEqual({ kind: 'clear', strength: 0, wind: 2 })
})

test('nothing known, or long ago: fair', () => {
  expect(weatherOf(undefined)).toEqual(CLEAR)
  expect(weatherOf({})).toEqual(CLEAR)
  expect(weatherOf({ ...fair, rain: 20 }, STALE + 1)).toEqual(CLEAR)
  expect(weatherOf({ rain: Number.NaN, humidity: Number.NaN, wind: Number.NaN })).toEqual(CLEAR)
})

test('rain, by the grades that weather services use', () => {
  expect(weatherOf({ ...fair, rain: 0.1 }).kind).toBe('clear')
  expect(weatherOf({ ...fair, rain: 0.2 })).toMatchObject({ kind: 'rain', wind: 2 })
  expect([0, 2.5, 8, 16, 50, 300].map(strengthOfRain)).toEqual([0, 0.25, 0.5, 0.75, 1, 1])
  for (let rain = 0; rain < 60; rain += 0.5)
    expect(strengthOfRain(rain + 0.5)).toBeGreaterThanOrEqual(strengthOfRain(rain))
})

test('fog, in damp and still air alone', () => {
  expect(weatherOf({ ...fair, humidity: 98, wind: 0.5 }).kind).toBe('fog')
  expect(weatherOf({ ...fair, humidity: 98, wind: 4 }).kind).toBe('cloudy')
  expect(weatherOf({ ...fair, humidity: 96, wind: 0.5 }).kind).toBe('cloudy')
  const thick = weatherOf({ ...fair, humidity: 100, wind: 0 })
  expect(thick.strength).toBe(1)
  expect(weatherOf({ ...fair, humidity: 97, wind: 2 }).strength).toBeLessThan(0.4)
})

test('rain hides what else there is', () => {
  expect(weatherOf({ ...fair, humidity: 100, wind: 0, rain: 3 }).kind).toBe('rain')
})
