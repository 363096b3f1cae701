import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deviceKinds } from '../devices/index.ts'
import { type Fix, metresBetween, runsOf, whereAt } from './fixes.ts'
import { lengthOf, paceOf } from './pace.ts'
import { passesOf } from './passes.ts'
import { presenceOf } from './presence.ts'
import { limitsOf, sortsOf } from './sorts.ts'
import { east, fixAt } from './testing.ts'
import { thinned } from './thin.ts'

const walker = { top: 12, silence: 60_000 }
const seconds = (count: number, metres: (s: number) => number) =>
  Array.from({ length: count }, (_, s) => fixAt(s * 1000, metres(s)))

test('one goes on until silence; then another way begins', () => {
  const { runs, breaks, wild } = runsOf([...seconds(10, (s) => s), fixAt(100_000, 12), fixAt(101_000, 13)], walker)
  expect(runs.map((run) => run.length)).toEqual([10, 2])
  expect(breaks).toEqual([{ from: 9000, to: 100_000, why: 'silent' }])
  expect(wild).toEqual([])
})

test('a receiver that errs once is told as such, and the way goes on; a leap that stays is a break', () => {
  const erring = seconds(20, (s) => (s === 7 ? 900 : s))
  const once = runsOf(erring, walker)
  expect([once.runs.length, once.wild]).toEqual([1, [erring[7]]])
  const stays = runsOf(
    seconds(20, (s) => (s >= 7 ? 900 + s : s)),
    walker,
  )
  expect(stays.runs.map((run) => run.length)).toEqual([7, 13])
  expect(stays.breaks).toEqual([{ from: 6000, to: 7000, why: 'leap' }])
  // As far as a receiver wanders, nothing has happened.
  expect(runsOf([fixAt(0, 0), fixAt(1000, 30)], walker).breaks).toEqual([])
})

test('nothing is told of what may not be seen, not even where a way enters it', () => {
  const sees = ({ lon }: Fix) => lon < east(5)
  const { runs, breaks } = runsOf(
    seconds(20, (s) => (s < 10 ? s : 20 - s)),
    walker,
    sees,
  )
  expect(runs.flat().every(sees)).toBe(true)
  expect(breaks).toEqual([{ from: 4000, to: 16_000, why: 'outside' }])
  expect(
    runsOf(
      seconds(5, (s) => s),
      walker,
      () => false,
    ),
  ).toEqual({ runs: [], breaks: [], wild: [] })
})

const wandering = fc
  .array(
    fc.record({ after: fc.integer({ min: 1, max: 90_000 }), step: fc.double({ min: -40, max: 40, noNaN: true }) }),
    {
      maxLength: 60,
    },
  )
  .map((steps) => {
    let [at, metres] = [0, 0]
    return steps.map(({ after, step }) => {
      at += after
      metres += step
      return fixAt(at, metres)
    })
  })

test('any fixes: each in one run or wild, in order, one break less than runs, and no run holds what cannot be', () => {
  fc.assert(
    fc.property(wandering, (fixes) => {
      const { runs, breaks, wild } = runsOf(fixes, walker)
      expect([...runs.flat(), ...wild].sort((a, b) => a.at - b.at)).toEqual(fixes)
      expect(breaks).toHaveLength(Math.max(0, runs.length - 1))
      for (const run of runs)
        for (let i = 1; i < run.length; i++) {
          const [a, b] = [run[i - 1] as Fix, run[i] as Fix]
          expect(b.at - a.at).toBeLessThanOrEqual(walker.silence)
          expect(metresBetween(a, b)).toBeLessThanOrEqual(25.001 + (walker.top * (b.at - a.at)) / 1000)
        }
    }),
  )
})

test('thinned, any way keeps its ends and its order and has no more than asked; every fix left out is near where it says', () => {
  fc.assert(
    fc.property(wandering, fc.integer({ min: 2, max: 80 }), (fixes, most) => {
      const { runs } = runsOf(fixes, walker)
      const few = thinned(runs, most)
      expect(few).toHaveLength(runs.length)
      const ends = runs.reduce((sum, run) => sum + Math.min(2, run.length), 0)
      expect(few.flat().length).toBeLessThanOrEqual(Math.max(most, ends))
      for (const [i, run] of runs.entries()) {
        expect([few[i]?.[0], few[i]?.at(-1)]).toEqual([run[0], run.at(-1)])
        expect(run).toEqual(expect.arrayContaining(few[i] as Fix[]))
      }
      const enough = thinned(runs, 10_000)
      for (const [i, run] of runs.entries())
        for (const fix of run) expect(metresBetween(whereAt(enough[i] as Fix[], fix.at) as Fix, fix)).toBeLessThan(0.3)
    }),
  )
})

test('a stop on a straight line stays a stop: the shape alone would lose it', () => {
  const stopping = seconds(600, (s) => (s < 200 ? s : s < 400 ? 200 : s - 200))
  const [few = []] = thinned([stopping], 12)
  expect(few.length).toBeLessThanOrEqual(12)
  for (const at of [250_000, 300_000, 390_000])
    expect(metresBetween(whereAt(few, at) as Fix, fixAt(at, 200))).toBeLessThan(1)
})

test('who stays within a few metres for a minute stands; a run is told without a hole', () => {
  const run = seconds(300, (s) => (s < 100 ? s * 1.4 : s < 200 ? 140 + (s % 3) : 140 + (s - 200) * 1.4))
  const pace = paceOf(run)
  expect(pace.map(({ state }) => state)).toEqual(['moving', 'standing', 'moving'])
  expect(pace[1]?.from).toBeGreaterThan(85_000)
  expect(pace[1]?.to).toBeLessThan(215_000)
  expect([pace[0]?.from, pace.at(-1)?.to]).toEqual([0, 299_000])
  for (let i = 1; i < pace.length; i++) expect(pace[i]?.from).toBe(pace[i - 1]?.to)
  expect(paceOf([fixAt(0, 0)])).toEqual([])
  expect(lengthOf([seconds(11, (s) => s)])).toBeCloseTo(10, 3)
})

test('present from coming to going; a receiver that wavers at the edge does not go', () => {
  const there = (lon: number) => lon >= east(50)
  const times = (metres: (s: number) => number) => presenceOf([seconds(200, metres)], there)
  expect(times((s) => s)).toEqual([{ from: 50_000, to: 199_000 }])
  expect(times((s) => (s % 20 < 5 ? 49 : 51))).toHaveLength(1)
  expect(times((s) => (s < 20 || s > 120 ? 60 : 0))).toHaveLength(2)
  expect(times(() => 0)).toEqual([])
})

test('a patrol comes by a point between two fixes, once while it lingers, and again when it comes back', () => {
  const point = { id: 'p', lon: east(50), lat: 22.5 }
  const run = [fixAt(0, 0), fixAt(40_000, 100), fixAt(60_000, 95), fixAt(110_000, 0)]
  expect(passesOf([run], [point])).toEqual([{ id: 'p', at: expect.closeTo(20_000, -2) }])
  const later = run.map(({ at, ...fix }) => ({ ...fix, at: at + 600_000 }))
  expect(passesOf([run, later], [point])).toHaveLength(2)
  expect(passesOf([run], [{ ...point, lat: 22.501 }])).toEqual([])
  // It comes by in between two ways: nobody knows.
  expect(passesOf([[fixAt(0, 0)], [fixAt(40_000, 100)]], [point])).toEqual([])
})

test('everything that moves is of a sort and has limits; a patrol cart is a vehicle as well', () => {
  for (const kind of deviceKinds.all) expect(sortsOf(kind).length > 0).toBe(kind.moves !== undefined)
  const cart = deviceKinds.get('patrol-cart-terminal')
  expect(cart && sortsOf(cart)).toEqual(['vehicle', 'patrol'])
  expect(cart && limitsOf(cart)).toEqual({ top: 60, silence: 60_000 })
})
