import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defaultShifts, shiftAt, shiftsWithin } from './shifts.ts'

const at = (day: number, hours: number, minutes = 0) => new Date(2026, 10, day, hours, minutes).getTime()

test.each([
  [at(22, 0), 'night', at(22, 0), at(22, 8)],
  [at(22, 7, 59), 'night', at(22, 0), at(22, 8)],
  [at(22, 8), 'day', at(22, 8), at(22, 16)],
  [at(22, 23, 59), 'late', at(22, 16), at(23, 0)],
])('%i falls into the %s shift', (moment, id, from, to) => {
  expect(shiftAt(moment)).toMatchObject({ shift: { id }, from, to })
})

test('a shift over midnight began on the day before', () => {
  const [night, day] = defaultShifts
  const shifts = [
    { ...night, begins: '20:30' },
    { ...day, begins: '08:30' },
  ] as typeof defaultShifts
  expect(shiftAt(at(22, 3), shifts)).toMatchObject({ shift: { id: 'night' }, from: at(21, 20, 30), to: at(22, 8, 30) })
})

test('shifts follow one another without a gap, and each moment is in the one it falls into', () => {
  fc.assert(
    fc.property(fc.nat(365 * 24 * 60), fc.integer({ min: 1, max: 5000 }), (minute, length) => {
      const from = at(1, 0) + minute * 60_000
      const turns = shiftsWithin(from, from + length * 60_000)
      expect(turns[0]?.from).toBeLessThanOrEqual(from)
      for (const [i, turn] of turns.entries()) if (i > 0) expect(turn.from).toBe(turns[i - 1]?.to)
      expect(turns.at(-1)?.to).toBeGreaterThanOrEqual(from + length * 60_000)
    }),
  )
})
