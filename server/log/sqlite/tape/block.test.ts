import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Commit, packBlock, unpackBlock } from './block.ts'

const T = Date.UTC(2026, 10, 22, 8)
const reading = fc.record({
  series: fc.integer({ min: 1, max: 100_000 }),
  late: fc.integer({ min: -100_000, max: 400 * 86_400_000 }),
  value: fc.double(),
})

function commitsOf(groups: { series: number; late: number; value: number }[][]): Commit[] {
  return groups.map((group, i) => ({
    row: 7 + i * 2,
    at: T + i * 13,
    readings: {
      series: Uint32Array.from(group, ({ series }) => series),
      at: Float64Array.from(group, ({ late }) => T + i * 13 - late),
      value: Float64Array.from(group, ({ value }) => value),
    },
  }))
}

test('what is packed comes back to the very bit, in its order', () => {
  fc.assert(
    fc.property(fc.array(fc.array(reading, { maxLength: 8 }), { maxLength: 20 }), (groups) => {
      const commits = commitsOf(groups)
      expect(unpackBlock(packBlock(commits))).toEqual(commits)
    }),
  )
})

test('steady sensors take few bytes each', () => {
  const groups = Array.from({ length: 400 }, (_, i) =>
    Array.from({ length: 10 }, (_, n) => ({
      series: 1 + ((i * 10 + n) % 500),
      late: 20 + (n % 5),
      value: 20 + (n % 7) / 10,
    })),
  )
  expect(packBlock(commitsOf(groups)).length / 4000).toBeLessThan(7)
})
