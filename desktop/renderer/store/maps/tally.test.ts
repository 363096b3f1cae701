import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Device } from '#shared/world/devices.ts'
import type { Condition } from '../device-state.ts'
import type { DimensionId } from './dimensions.ts'
import type { Picks } from './map.ts'
import { tally, total } from './tally.ts'
import type { Thing } from './thing.ts'

const WANTED: DimensionId[] = ['kind', 'grid', 'condition', 'building']

function thing(
  device: string,
  kind: string,
  place: string,
  condition: Condition,
  at: [number, number] = [0, 0],
): Thing {
  return { device: { device, kind, place, name: device } as Device, condition, values: undefined, at }
}

const things = [
  thing('s1', 'smoke', 'c/g1/b1', 1, [1, 1]),
  thing('s2', 'smoke', 'c/g1/b2', 'calm', [5, 5]),
  thing('g1', 'gas', 'c/g2/b3/F1', 'away', [1, 2]),
  thing('p1', 'guard', 'c', 'unknown', [9, 9]),
]

test('a pick narrows what is within and the counts of the others, and leaves its own to be picked', () => {
  const { within, counts } = tally(things, WANTED, { kind: ['smoke'] }, undefined)
  expect(within.map(({ device }) => device.device)).toEqual(['s1', 's2'])
  expect(counts.get('kind')?.get('gas')).toEqual({ alarm: 0, away: 1, unknown: 0, calm: 0 })
  expect([...(counts.get('grid') ?? [])]).toEqual([['c/g1', { alarm: 1, away: 0, unknown: 0, calm: 1 }]])
})

test('an area narrows every count, its own picks too; what is nowhere in a dimension is left out there alone', () => {
  const area: [number, number][] = [
    [0, 0],
    [3, 0],
    [3, 3],
    [0, 3],
  ]
  const { within, counts } = tally(things, WANTED, {}, area)
  expect(within.map(({ device }) => device.device)).toEqual(['s1', 'g1'])
  expect([...(counts.get('kind')?.keys() ?? [])]).toEqual(['smoke', 'gas'])
  const everywhere = tally(things, WANTED, {}, undefined)
  expect(everywhere.within).toHaveLength(4)
  expect([...(everywhere.counts.get('building')?.keys() ?? [])]).toEqual(['c/g1/b1', 'c/g1/b2', 'c/g2/b3'])
})

test('whatever is picked, the picked bars of a dimension add up to what is within', () => {
  const kinds = fc.constantFrom('smoke', 'gas', 'guard')
  const places = fc.constantFrom('c/g1/b1', 'c/g1/b2', 'c/g2/b3')
  const conditions = fc.constantFrom<Condition>(1, 4, 'away', 'unknown', 'calm')
  const some = fc.array(fc.tuple(kinds, places, conditions), { maxLength: 40 })
  const picked = fc.record({
    kind: fc.uniqueArray(kinds),
    condition: fc.uniqueArray(fc.constantFrom('1', '4', 'away', 'calm')),
    grid: fc.uniqueArray(fc.constantFrom('c/g1', 'c/g2')),
  })
  fc.assert(
    fc.property(some, picked, (rows, picks: Picks) => {
      const all = rows.map(([kind, place, condition], i) => thing(`d${i}`, kind, place, condition))
      const { within, counts } = tally(all, WANTED, picks, undefined)
      for (const id of ['kind', 'condition', 'grid'] as const) {
        const keys = picks[id] ?? []
        const bars = [...(counts.get(id) ?? [])].filter(([key]) => keys.length === 0 || keys.includes(key))
        expect(bars.reduce((sum, [, count]) => sum + total(count), 0)).toBe(within.length)
      }
    }),
  )
})
