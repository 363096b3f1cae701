import { expect, test } from 'vitest'
import { seededRandom } from '#shared/random.ts'
import { flightBetween } from './flight.ts'
import { Lens } from './lens.ts'
import { apart, eyeOf, type Pose } from './pose.ts'
import { Rig } from './rig.ts'

const START: Pose = { target: { east: 0, north: 0, up: 0 }, heading: 20, pitch: -40, range: 300 }
const BOUNDS = { nearest: 8, farthest: 3000, radius: 1500, lowest: -10, highest: 1000 }
const newRig = () => new Rig(START, BOUNDS)

test('a flight begins where one is, ends where it goes, and never jumps', () => {
  const end: Pose = { target: { east: 900, north: -400, up: 30 }, heading: 350, pitch: -20, range: 120 }
  const way = flightBetween(START, end)
  expect(apart(eyeOf(way.at(0)).at, eyeOf(START).at)).toBeLessThan(1e-6)
  expect(apart(way.at(1).target, end.target)).toBeLessThan(1e-9)
  expect(way.at(1).range).toBeCloseTo(end.range, 9)
  for (let i = 1; i <= 200; i++) {
    const [a, b] = [eyeOf(way.at((i - 1) / 200)).at, eyeOf(way.at(i / 200)).at]
    expect(apart(a, b)).toBeLessThan(60)
  }
})

test('it turns the shorter way around', () => {
  const way = flightBetween({ ...START, heading: 350 }, { ...START, heading: 10 })
  expect(way.at(0.5).heading % 360).toBeCloseTo(0, 6)
})

test('flying ends exactly there', () => {
  const rig = newRig()
  const end: Pose = { ...START, target: { east: 100, north: 0, up: 0 } }
  rig.flyTo(end, { now: 0 })
  for (let now = 0; now < 4000 && rig.step(now, 0.016); now += 16);
  expect(rig.pose).toEqual(end)
  expect([rig.isFlying, rig.step(5000, 0.016)]).toEqual([false, false])
})

test('dragging keeps the ground under the pointer', () => {
  const rig = newRig()
  const lens = new Lens(rig.pose, 1200, 800)
  const [from, to] = [
    { x: 500, y: 500 },
    { x: 640, y: 430 },
  ]
  const ground = lens.onLevel(from.x, from.y, 0)
  rig.pan(from, to, lens)
  const seen = ground && new Lens(rig.pose, 1200, 800).seen(ground)
  expect(seen?.x).toBeCloseTo(to.x, 4)
  expect(seen?.y).toBeCloseTo(to.y, 4)
})

test('zooming keeps the ground under the pointer, once it has come to rest', () => {
  const rig = newRig()
  const at = { x: 800, y: 450 }
  const ground = new Lens(rig.pose, 1200, 800).onLevel(at.x, at.y, 0)
  rig.zoom(0.5, at, 1200, 800)
  for (let i = 0; i < 200 && rig.step(i * 16, 0.016); i++);
  expect(rig.pose.range).toBeCloseTo(150, 6)
  const seen = ground && new Lens(rig.pose, 1200, 800).seen(ground)
  expect(seen?.x).toBeCloseTo(at.x, 0)
  expect(seen?.y).toBeCloseTo(at.y, 0)
})

test('whatever the hand does, the eye stays above the ground, within bounds and a number', () => {
  const random = seededRandom(11)
  const rig = newRig()
  for (let i = 0; i < 3000; i++) {
    const [x, y] = [random() * 1200, random() * 800]
    const lens = new Lens(rig.pose, 1200, 800)
    const act = Math.floor(random() * 5)
    if (act === 0) rig.orbit(random() * 200 - 100, random() * 200 - 100)
    else if (act === 1) rig.pan({ x, y }, { x: random() * 1200, y: random() * 800 }, lens)
    else if (act === 2) rig.zoom(Math.exp(random() * 4 - 2), { x, y }, 1200, 800)
    else if (act === 3) rig.walk(random() * 1000 - 500, random() * 1000 - 500)
    else rig.flyTo({ ...rig.pose, pitch: random() * 400 - 200, range: random() * 9000 }, { now: i * 16 })
    rig.step(i * 16, 0.016)
    const { target, range, pitch, heading } = rig.pose
    expect(Number.isFinite(target.east + target.north + target.up + range + pitch + heading)).toBe(true)
    expect(eyeOf(rig.pose).at.up).toBeGreaterThanOrEqual(BOUNDS.lowest)
    expect(range).toBeGreaterThanOrEqual(BOUNDS.nearest - 1e-6)
    expect(Math.hypot(target.east, target.north)).toBeLessThanOrEqual(BOUNDS.radius + 1e-6)
  }
})

test('it goes along with something until it is taken over, or until it is gone', () => {
  const rig = newRig()
  let where: { east: number; north: number; up: number } | undefined = { east: 5, north: 6, up: 0 }
  rig.follow(() => where)
  const first = { ...rig.pose.target }
  rig.step(0, 0.016)
  // No jump, but soon there.
  expect(apart(rig.pose.target, first)).toBeLessThan(2)
  const soon = () => {
    for (let i = 0; i < 120; i++) rig.step(i * 16, 0.016)
  }
  soon()
  expect(rig.pose.target).toEqual(where)
  where = { east: 50, north: 60, up: 0 }
  rig.orbit(30, 0)
  soon()
  expect(rig.pose.target).toEqual(where)
  where = undefined
  expect(rig.step(5000, 0.016)).toBe(false)
  expect(rig.isFollowing).toBe(false)
})
