import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Fix, metresBetween, whereAt } from './fixes.ts'
import { meetingsOf, type Walk } from './meetings.ts'
import { fixAt } from './testing.ts'

const wish = { within: 10, atLeast: 30_000 }
const stands = (id: string, x: number, from: number, to: number): Walk => ({
  id,
  runs: [[fixAt(from, x), fixAt(to, x)]],
})

test('two that pass by one another quickly have not met; one that waits has', () => {
  const runs = (speed: number): Walk => ({ id: 'b', runs: [[fixAt(0, -100), fixAt((200 / speed) * 1000, 100)]] })
  const post = stands('a', 0, 0, 1_000_000)
  expect(meetingsOf([post, runs(1.4)], wish)).toEqual([])
  const [slow, ...others] = meetingsOf([post, runs(0.5)], wish)
  expect(others).toEqual([])
  // From 10 m before to 10 m behind, half a metre a second: between two fixes that are far apart.
  expect(slow).toMatchObject({ who: ['a', 'b'], from: expect.closeTo(180_000, -2), to: expect.closeTo(220_000, -2) })
  expect(slow?.nearest).toMatchObject({ at: expect.closeTo(200_000, -2), metres: expect.closeTo(0, 3) })
})

test('nobody meets across a gap', () => {
  const a = stands('a', 0, 0, 300_000)
  const through: Walk = {
    id: 'b',
    runs: [
      [fixAt(0, -50), fixAt(100_000, -40)],
      [fixAt(200_000, 40), fixAt(300_000, 50)],
    ],
  }
  expect(meetingsOf([a, through], wish)).toEqual([])
  const joined: Walk = { id: 'b', runs: [through.runs.flat()] }
  expect(meetingsOf([a, joined], { ...wish, atLeast: 20_000 })).toHaveLength(1)
  // Near before and after, but for too short a time each.
  const [before, after] = [
    [fixAt(0, 1), fixAt(20_000, 1)],
    [fixAt(200_000, 1), fixAt(220_000, 1)],
  ]
  expect(meetingsOf([a, { id: 'b', runs: [before, after] }], wish)).toEqual([])
})

test('a receiver that wavers at the edge has not parted; a minute apart has', () => {
  const a = stands('a', 0, 0, 400_000)
  const wavers = (away: number): Walk => ({
    id: 'b',
    runs: [
      [
        fixAt(0, 5),
        fixAt(100_000, 5),
        fixAt(101_000, 11),
        fixAt(101_000 + away, 11),
        fixAt(102_000 + away, 5),
        fixAt(300_000, 5),
      ],
    ],
  })
  expect(meetingsOf([a, wavers(5000)], wish)).toHaveLength(1)
  expect(meetingsOf([a, wavers(60_000)], wish)).toHaveLength(2)
})

test('three that stand together have one meeting; two that come one after the other have two', () => {
  const a = stands('a', 0, 0, 600_000)
  expect(meetingsOf([a, stands('b', 3, 0, 300_000), stands('c', 6, 100_000, 600_000)], wish)).toMatchObject([
    { who: ['a', 'b', 'c'], from: 0, to: 600_000 },
  ])
  expect(meetingsOf([a, stands('b', 3, 0, 200_000), stands('c', 6, 300_000, 600_000)], wish)).toMatchObject([
    { who: ['a', 'b'], from: 0, to: 200_000 },
    { who: ['a', 'c'], from: 300_000, to: 600_000 },
  ])
})

test('a drone high above has met nobody', () => {
  const drone: Walk = { id: 'd', runs: [[fixAt(0, 0, 0, 60), fixAt(300_000, 0, 0, 60)]] }
  expect(meetingsOf([stands('a', 0, 0, 300_000), drone], wish)).toEqual([])
})

const run = fc
  .array(
    fc.tuple(
      fc.integer({ min: 500, max: 40_000 }),
      fc.integer({ min: -30, max: 30 }),
      fc.integer({ min: -30, max: 30 }),
    ),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((steps) => {
    let at = 0
    return steps.map(([after, x, y]) => {
      at += after
      return fixAt(at, x, y)
    })
  })
const walks = fc.array(fc.tuple(run, run), { minLength: 2, maxLength: 4 }).map((all) =>
  all.map(([first, second], i): Walk => {
    const end = first.at(-1)?.at ?? 0
    return { id: `w${i}`, runs: [first, second.map((fix) => ({ ...fix, at: fix.at + end + 30_000 }))] }
  }),
)

test('whoever is named first, and in whatever order they come, the meetings are the same', () => {
  fc.assert(
    fc.property(walks, fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 30 }), (all, within, s) => {
      const asked = { within, atLeast: s * 1000 }
      const forth = meetingsOf(all, asked)
      expect(meetingsOf([...all].reverse(), asked)).toEqual(forth)
      // Another name only changes the name.
      const renamed = meetingsOf(
        all.map((walk, i) => ({ ...walk, id: `w${all.length - 1 - i}` })),
        asked,
      )
      expect(renamed).toHaveLength(forth.length)
      expect(renamed.map(({ from, to }) => [Math.round(from), Math.round(to)]).sort()).toEqual(
        forth.map(({ from, to }) => [Math.round(from), Math.round(to)]).sort(),
      )
    }),
  )
})

test('of two, whoever is said to meet was near at that time, and whoever is not was not near for so long', () => {
  fc.assert(
    fc.property(walks, fc.integer({ min: 5, max: 40 }), ([one, two], within) => {
      const [a, b] = [one as Walk, two as Walk]
      const met = meetingsOf([a, b], { within, atLeast: 20_000 })
      const apart = (at: number): number | undefined => {
        const find = ({ runs }: Walk) =>
          runs.map((each) => whereAt(each, at)).find((fix): fix is Fix => fix !== undefined)
        const [x, y] = [find(a), find(b)]
        return x && y && metresBetween(x, y)
      }
      for (const { from, to, nearest } of met) {
        expect(to - from).toBeGreaterThanOrEqual(20_000)
        expect(nearest.at).toBeGreaterThanOrEqual(from - 1)
        expect(nearest.at).toBeLessThanOrEqual(to + 1)
        expect(apart(nearest.at)).toBeCloseTo(nearest.metres, 1)
        expect(nearest.metres).toBeLessThanOrEqual(within + 0.01)
        for (let at = from; at <= to; at += 1000) expect(apart(at), 'across a gap').toBeDefined()
      }
      let near = 0
      const end = Math.max(...[a, b].map(({ runs }) => runs.at(-1)?.at(-1)?.at ?? 0))
      for (let at = 0; at <= end; at += 500) {
        const metres = apart(at)
        near = metres !== undefined && metres < within - 0.1 ? near + 500 : 0
        if (near > 21_000) expect(met.some(({ from, to }) => from <= at && at <= to + 500)).toBe(true)
      }
    }),
  )
})
