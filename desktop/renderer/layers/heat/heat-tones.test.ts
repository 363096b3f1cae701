import { expect, test } from 'vitest'
import { toneOf } from './heat-tones.ts'

/** Rec. 709: how bright an eye finds it, whichever colours it tells apart. */
const brightness = ([r, g, b]: readonly number[]) =>
  0.2126 * (r as number) + 0.7152 * (g as number) + 0.0722 * (b as number)

test('more is brighter and covers more, in steps that can be told apart', () => {
  const tones = [0, 0.25, 0.5, 0.75, 1].map(toneOf)
  for (let i = 1; i < tones.length; i++) {
    const [less, more] = [tones[i - 1], tones[i]] as const
    expect(brightness(more ?? [])).toBeGreaterThan(brightness(less ?? []) + 10)
    expect(more?.[3]).toBeGreaterThan(less?.[3] as number)
  }
})

test('nothing has no colour, and there is no more than all', () => {
  expect(toneOf(0)[3]).toBe(0)
  expect(toneOf(7)).toEqual(toneOf(1))
})
