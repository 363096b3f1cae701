import { expect, test } from 'vitest'
import { seededRandom } from '#shared/random.ts'
import { Lens } from './lens.ts'
import { apart, eyeOf, type Pose, poseBetween, turn } from './pose.ts'

const random = seededRandom(7)
const somewhere = (): Pose => ({
  target: { east: random() * 2000 - 1000, north: random() * 2000 - 1000, up: random() * 80 },
  heading: random() * 360,
  pitch: -85 + random() * 80,
  range: 20 + random() * 2000,
})

test('what one looks at is in the middle of the picture, as far away as the pose says', () => {
  for (let i = 0; i < 200; i++) {
    const pose = somewhere()
    const seen = new Lens(pose, 1280, 720).seen(pose.target)
    expect(seen?.x).toBeCloseTo(640, 6)
    expect(seen?.y).toBeCloseTo(360, 6)
    expect(seen?.far).toBeCloseTo(pose.range, 6)
  }
})

test('a point of the screen and the ground under it find one another', () => {
  for (let i = 0; i < 200; i++) {
    const lens = new Lens({ ...somewhere(), pitch: -60 }, 1600, 900)
    const [x, y] = [random() * 1600, random() * 900]
    const ground = lens.onLevel(x, y, 0)
    if (!ground) continue
    const seen = lens.seen(ground)
    expect(seen?.x).toBeCloseTo(x, 4)
    expect(seen?.y).toBeCloseTo(y, 4)
  }
})

test('above the horizon there is no ground, behind the eye nothing', () => {
  const lens = new Lens({ target: { east: 0, north: 0, up: 50 }, heading: 0, pitch: 0, range: 100 }, 800, 600)
  expect(lens.onLevel(400, 100, 0)).toBeUndefined()
  expect(lens.seen({ east: 0, north: -500, up: 50 })).toBeUndefined()
})

test('north is ahead when one faces north, and east is to the right', () => {
  const lens = new Lens({ target: { east: 0, north: 0, up: 0 }, heading: 0, pitch: -45, range: 100 }, 800, 600)
  expect(lens.seen({ east: 10, north: 0, up: 0 })?.x).toBeGreaterThan(400)
  expect(lens.seen({ east: 0, north: 10, up: 0 })?.y).toBeLessThan(300)
})

test('a pose between two points stands at the one and looks at the other', () => {
  for (let i = 0; i < 100; i++) {
    const pose = somewhere()
    const { at } = eyeOf(pose)
    const back = poseBetween(at, pose.target)
    expect(apart(eyeOf(back).at, at)).toBeLessThan(1e-6)
    expect(Math.abs(turn(back.heading, pose.heading))).toBeLessThan(1e-6)
    expect(back.pitch).toBeCloseTo(pose.pitch, 6)
  }
})
