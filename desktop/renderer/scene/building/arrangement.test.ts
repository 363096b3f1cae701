import { expect, test } from 'vitest'
import { layoutOf } from './arrangement.ts'
import { Raising } from './raising.ts'
import type { Storey } from './storeys.ts'
import { Transition } from './transition.ts'

const tower = (basements: number, floors: number): Storey[] =>
  [
    ...Array.from({ length: basements }, (_, i) => i - basements),
    ...Array.from({ length: floors }, (_, i) => i + 1),
  ].map((floor) => ({
    floor,
    name: String(floor),
    path: `c/z/b/${floor}`,
    level: floor < 0 ? floor * 3.6 : (floor - 1) * 3,
    height: floor < 0 ? 3.6 : 3,
  }))
const storeys = tower(2, 4)

test('closed, all stands as built and the ground hides the cellars', () => {
  const { lifts, shown, drawn, walls } = layoutOf({ mode: 'closed', seeThrough: false }, storeys)
  expect(lifts).toEqual([0, 0, 0, 0, 0, 0])
  expect(shown).toEqual([1, 1, 1, 1, 1, 1])
  expect(drawn).toEqual([0, 0, 1, 1, 1, 1])
  expect(walls).toBe(1)
})

test('apart, no storey is under the ground, and each is well above the one below', () => {
  for (const list of [storeys, tower(0, 4), tower(2, 30)]) {
    const { lifts, drawn } = layoutOf({ mode: 'apart', seeThrough: false }, list)
    const bottoms = list.map(({ level }, i) => level + (lifts[i] ?? 0))
    expect(Math.min(...bottoms)).toBeGreaterThanOrEqual(0)
    for (const [i, bottom] of bottoms.slice(1).entries())
      expect(bottom - (bottoms[i] as number)).toBeGreaterThanOrEqual(2.5 * (list[i] as Storey).height)
    expect(drawn.every((share) => share === 1)).toBe(true)
  }
})

test('alone, one storey stays where it is; a floor that there is not hides nothing', () => {
  const alone = layoutOf({ mode: 'alone', floor: -1, seeThrough: false }, storeys)
  expect(alone.shown).toEqual([0, 1, 0, 0, 0, 0])
  expect(alone.lifts[1]).toBe(0)
  expect(alone.around).toBeLessThan(0.5)
  expect(layoutOf({ mode: 'alone', floor: 9, seeThrough: false }, storeys).shown).toEqual([1, 1, 1, 1, 1, 1])
})

test('walls of glass stand as high as they are', () => {
  expect(layoutOf({ mode: 'apart', seeThrough: true }, storeys)).toMatchObject({ walls: 1, clear: 1 })
  expect(layoutOf({ mode: 'apart', seeThrough: false }, storeys).walls).toBeLessThan(0.6)
})

test('it goes gently, turns without a jump, and is there at once for who wants no motion', () => {
  const closed = layoutOf({ mode: 'closed', seeThrough: false }, storeys)
  const apart = layoutOf({ mode: 'apart', seeThrough: false }, storeys)
  const transition = new Transition(closed)
  transition.to(apart, false)
  transition.step(1000)
  transition.step(1500)
  const half = transition.current.lifts[5] as number
  expect(half).toBeGreaterThan(0)
  expect(half).toBeLessThan(apart.lifts[5] as number)
  transition.to(closed, false)
  transition.step(1510)
  expect(transition.current.lifts[5]).toBeCloseTo(half, 1)
  transition.step(9000)
  expect(transition.current).toEqual(closed)
  expect(transition.isMoving).toBe(false)
  expect(transition.step(9100)).toBe(false)
  transition.to(apart, true)
  expect(transition.current).toEqual(apart)
  transition.to({ ...apart }, false)
  expect(transition.isMoving).toBe(false)
})

test('what stands on a storey goes with it; what is outside stays; what is hidden is nowhere', () => {
  const ring = [
    [0, 0],
    [20, 0],
    [20, 10],
    [0, 10],
  ] as const
  const raising = new Raising(storeys, ring)
  const apart = layoutOf({ mode: 'apart', seeThrough: false }, storeys)
  raising.set(apart, apart)
  expect(raising.at(5, 5, 6.5)).toBeCloseTo(apart.lifts[4] as number, 4)
  expect(raising.at(5, 5, -3)).toBeCloseTo(apart.lifts[1] as number, 4)
  expect(raising.at(25, 5, 6.5)).toBe(0)
  const alone = layoutOf({ mode: 'alone', floor: 3, seeThrough: false }, storeys)
  raising.set(alone, alone)
  expect(raising.at(5, 5, 6.5)).toBe(0)
  expect(raising.at(5, 5, 0.5)).toBeUndefined()
})
