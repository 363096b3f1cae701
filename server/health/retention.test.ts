import { expect, test } from 'vitest'
import { DAY, HOUR, SimulatedClock } from '#shared/time.ts'
import type { Storage } from '../log/storage.ts'
import { keepReadings } from './retention.ts'

test('days past their keeping are dropped at the start and while it runs, and said so', async () => {
  const clock = new SimulatedClock(Date.UTC(2026, 10, 21, 12))
  const asked: string[] = []
  const said: string[] = []
  let answer: () => Promise<string[]> = async () => ['2026-11-10']
  const storage = {
    dropReadingsBefore(day: string) {
      asked.push(day)
      return answer()
    },
  } as unknown as Storage
  const stop = keepReadings(storage, clock, 10, (text) => said.push(text))
  await Promise.resolve()
  answer = async () => []
  clock.advance(DAY)
  expect([asked[0], asked.length]).toEqual(['2026-11-11', 25])
  expect(asked.at(-1)).toBe('2026-11-12')
  answer = () => Promise.reject(new Error('no disk'))
  clock.advance(HOUR)
  await new Promise((resolve) => setImmediate(resolve))
  expect(said).toEqual([expect.stringContaining('2026-11-10'), expect.stringContaining('no disk')])
  stop()
  clock.advance(DAY)
  expect(asked).toHaveLength(26)
})
