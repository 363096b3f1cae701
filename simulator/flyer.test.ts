import { expect, test } from 'vitest'
import { toLocal } from '#shared/place/local.ts'
import { seededRandom } from '#shared/random.ts'
import { Flyer } from './flyer.ts'

const center = { lon: 114, lat: 22.5, height: 0 }

test('it rises from its post, flies a round above all roofs, comes home, and never goes faster than it can', () => {
  const flyer = new Flyer(center, { ...center, lon: 114.001 }, seededRandom(1))
  const post = toLocal(center, 114.001, 22.5)
  let before = flyer.step(0)
  let [highest, farthest, home] = [0, 0, 0]
  for (let s = 0; s < 3600; s++) {
    const now = flyer.step(1)
    const [a, b] = [toLocal(center, before.lon, before.lat), toLocal(center, now.lon, now.lat)]
    expect(Math.hypot(b.east - a.east, b.north - a.north)).toBeLessThan(8.01)
    expect(Math.abs(now.height - before.height)).toBeLessThan(3.01)
    expect(now.heading).toBeGreaterThanOrEqual(0)
    expect(now.heading).toBeLessThan(360)
    const away = Math.hypot(b.east - post.east, b.north - post.north)
    // Nowhere near the ground but above its post.
    if (away > 1) expect(now.height).toBeGreaterThan(44)
    highest = Math.max(highest, now.height)
    farthest = Math.max(farthest, away)
    if (now.height === 0 && s > 300) home++
    before = now
  }
  expect([highest > 45, highest <= 75, farthest > 90, home > 60]).toEqual([true, true, true, true])
})

test('after a pause of the program it goes on from where it was', () => {
  const flyer = new Flyer(center, center, seededRandom(2))
  flyer.step(30)
  const { height } = flyer.step(100_000)
  expect(height).toBeLessThanOrEqual(75)
  expect(flyer.step(-5).speed).toBe(0)
})
