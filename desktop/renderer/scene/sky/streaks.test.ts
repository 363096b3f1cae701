import { expect, test } from 'vitest'
import { seededRandom } from '#shared/random.ts'
import { fall, STREAK, scatter, streaksIn, wayOf } from './streaks.ts'

const [WIDTH, HEIGHT] = [1600, 900]

test('no rain, no streaks; a downpour has few enough to read through', () => {
  expect(streaksIn(WIDTH, HEIGHT, 0)).toBe(0)
  expect(streaksIn(WIDTH, HEIGHT, Number.NaN)).toBe(0)
  expect(streaksIn(WIDTH, HEIGHT, 0.2)).toBeLessThan(streaksIn(WIDTH, HEIGHT, 1))
  expect(streaksIn(7680, 2160, 1)).toBe(220)
})

test('they fall, near ones faster, and drift with the wind', () => {
  const streaks = new Float32Array([100, 100, 0, 100, 100, 1])
  const way = wayOf(0.5, 5)
  fall(streaks, way, 0.05, WIDTH, HEIGHT, () => 0.5)
  const [x0, y0, , x1, y1] = [...streaks] as [number, number, number, number, number]
  expect(y0).toBeGreaterThan(100)
  expect(y1).toBeGreaterThan(y0)
  expect(x1).toBeGreaterThan(x0)
  expect(wayOf(0.5, 0).x).toBe(0)
})

test('for an hour of rain none is lost, whatever the wind', () => {
  const random = seededRandom(3)
  let lost = 0
  for (const wind of [0, 4, 40, -8]) {
    const streaks = new Float32Array(40 * STREAK)
    scatter(streaks, WIDTH, HEIGHT, random)
    const way = wayOf(1, wind)
    for (let i = 0; i < 2000; i++) {
      fall(streaks, way, 0.05, WIDTH, HEIGHT, random)
      for (let o = 0; o < streaks.length; o += STREAK) {
        const [x, y] = [streaks[o] as number, streaks[o + 1] as number]
        if (!(Math.abs(x - WIDTH / 2) < WIDTH / 2 + 80 && y < HEIGHT + 100)) lost++
      }
    }
  }
  expect(lost).toBe(0)
})

test('where they fall stays even: they do not gather on one side', () => {
  const random = seededRandom(9)
  const streaks = new Float32Array(400 * STREAK)
  scatter(streaks, WIDTH, HEIGHT, random)
  for (let i = 0; i < 400; i++) fall(streaks, wayOf(1, 12), 0.05, WIDTH, HEIGHT, random)
  let left = 0
  for (let o = 0; o < streaks.length; o += STREAK) if ((streaks[o] as number) < WIDTH / 2) left++
  expect(left).toBeGreaterThan(150)
  expect(left).toBeLessThan(250)
})
