import { expect, test } from 'vitest'
import { seededRandom } from '#shared/random.ts'
import { ServerClock } from './server-clock.ts'

test('messages that are late now and then do not move the clock; one that was set is followed within two minutes', () => {
  const random = seededRandom(3)
  const clock = new ServerClock()
  const ahead = 5000
  let told = 0
  let changes = 0
  const hear = (at: number, offset: number) => {
    // Mostly quick, sometimes held up for half a second.
    const way = random() < 0.1 ? 500 * random() : 3 * random()
    const next = clock.heard(at + offset, at + way, at)
    if (next === undefined) return
    changes++
    told = next
  }
  for (let at = 0; at < 600_000; at += 500) hear(at, ahead)
  expect(Math.abs(told - ahead)).toBeLessThan(20)
  expect(changes).toBeLessThan(5)
  for (let at = 600_000; at < 730_000; at += 500) hear(at, ahead - 3000)
  expect(Math.abs(told - ahead + 3000)).toBeLessThan(20)
})
