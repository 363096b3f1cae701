import { expect, test } from 'vitest'
import { seededRandom } from '#shared/random.ts'
import { type NameWish, placeNames, Taken } from './names.ts'

const wish = (more: Partial<NameWish>): NameWish => ({
  text: 'x',
  x: 100,
  y: 100,
  width: 60,
  height: 18,
  gap: 10,
  rank: 1,
  must: false,
  faint: false,
  ...more,
})

test('no name covers another', () => {
  const random = seededRandom(9)
  const wishes = Array.from({ length: 400 }, () =>
    wish({
      x: random() * 1200,
      y: random() * 700,
      width: 30 + random() * 120,
      gap: random() < 0.5 ? 0 : 12,
      rank: Math.floor(random() * 5),
    }),
  )
  const placed = placeNames(wishes, new Taken(), 200)
  expect(placed.length).toBeGreaterThan(60)
  for (const [i, a] of placed.entries())
    for (const b of placed.slice(i + 1)) {
      const apart =
        a.left + a.wish.width <= b.left ||
        b.left + b.wish.width <= a.left ||
        a.top + a.wish.height <= b.top ||
        b.top + b.wish.height <= a.top
      expect(apart).toBe(true)
    }
})

test('the more important name gets the room, and the chosen one always does', () => {
  const low = wish({ text: 'low', gap: 0 })
  const high = wish({ text: 'high', rank: 5, gap: 0 })
  const must = wish({ text: 'must', must: true, gap: 0 })
  const both = placeNames([low, high], new Taken(), 10)
  expect(both.map(({ wish, top }) => [wish.text, top])).toEqual([
    ['high', 91],
    ['low', 73],
  ])
  expect(placeNames([low, high], new Taken(), 1).map(({ wish }) => wish.text)).toEqual(['high'])
  expect(placeNames([low, high, must], new Taken(), 0).map(({ wish }) => wish.text)).toEqual(['must'])
})

test('a name goes to another side of its mark before it gives way', () => {
  const taken = new Taken()
  taken.take({ left: 112, right: 200, top: 80, bottom: 120 })
  const [placed] = placeNames([wish({})], taken, 10)
  expect(placed && placed.left + placed.wish.width).toBeLessThanOrEqual(130)
})
