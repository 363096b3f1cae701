import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FADE_MS, Fade } from './fade.ts'

test('it waits for the picture, turns into it, and back', () => {
  const fade = new Fade(0)
  expect([fade.step(900, false), fade.phase, fade.shown]).toEqual([false, 'opening', 0])
  expect([fade.step(1000, true), fade.phase, fade.shown]).toEqual([true, 'fading-in', 0])
  fade.step(1000 + FADE_MS / 2, true)
  expect(fade.shown).toBe(0.5)
  expect([fade.step(1000 + FADE_MS, true), fade.phase, fade.shown]).toEqual([true, 'here', 1])
  fade.leave(5000)
  fade.step(5000 + FADE_MS / 4, true)
  expect([fade.phase, fade.shown]).toEqual(['fading-out', 0.75])
  expect([fade.step(5000 + FADE_MS, true), fade.phase, fade.shown]).toEqual([true, 'gone', 0])
})

test('one who leaves before there was anything to see is gone at once', () => {
  const fade = new Fade(0)
  fade.leave(100)
  expect(fade.phase).toBe('gone')
})

test('what is seen never jumps, whenever one turns round', () => {
  const steps = fc.array(fc.record({ wait: fc.integer({ min: 1, max: 50 }), ready: fc.boolean() }), { maxLength: 80 })
  fc.assert(
    fc.property(steps, fc.nat(80), (all, leavesAt) => {
      const fade = new Fade(0)
      let now = 0
      for (const [i, { wait, ready }] of all.entries()) {
        const before = fade.shown
        now += wait
        if (i === leavesAt) fade.leave(now)
        fade.step(now, ready)
        // From a phase to the next what is left over of a step may be lost, never gained.
        expect(Math.abs(fade.shown - before)).toBeLessThanOrEqual(50 / FADE_MS + 1e-9)
      }
    }),
  )
})
