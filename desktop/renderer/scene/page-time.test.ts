import { expect, test } from 'vitest'
import { holdPageTime, pageNow } from './page-time.ts'

test('held, the clock goes on only as it is told; let go, it goes on from there and never back', async () => {
  const before = pageNow()
  const clock = holdPageTime()
  const began = pageNow()
  expect(began).toBeGreaterThanOrEqual(before)
  await new Promise((resolve) => setTimeout(resolve, 5))
  expect(pageNow()).toBe(began)
  expect(() => holdPageTime()).toThrow('held')
  clock.goOn(40)
  expect(pageNow()).toBe(began + 40)
  clock.release()
  clock.release()
  expect(pageNow()).toBeGreaterThanOrEqual(began + 40)
  expect(pageNow()).toBeLessThan(began + 1040)
  await expect.poll(() => pageNow()).toBeGreaterThan(began + 40)
})
