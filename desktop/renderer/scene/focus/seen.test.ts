import { expect, test } from 'vitest'
import { seededRandom } from '#shared/random.ts'
import { eyeOf } from '../camera/pose.ts'
import { inTheWay, meets, type Obstacle } from './obstacles.ts'
import { seenPose } from './seen.ts'

function house(west: number, south: number, east: number, north: number, top: number): Obstacle {
  return {
    place: `house-${west}-${south}`,
    ring: [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
    ],
    top,
    box: [west, south, east, north],
  }
}

test('a wall hides what is behind it, not what is before or above it', () => {
  const wall = house(10, -50, 12, 50, 30)
  const from = { east: 0, north: 0, up: 2 }
  expect(meets(from, { east: 20, north: 0, up: 2 }, wall)).toBeCloseTo(0.5, 6)
  expect(meets(from, { east: 9, north: 0, up: 2 }, wall)).toBeUndefined()
  expect(meets({ ...from, up: 40 }, { east: 20, north: 0, up: 35 }, wall)).toBeUndefined()
  // Down over the roof into the house.
  expect(meets({ east: 0, north: 0, up: 60 }, { east: 11, north: 0, up: 5 }, wall)).toBeGreaterThan(0.5)
})

test('in the densest streets there is always a view that no house stands in', () => {
  const random = seededRandom(4)
  for (let round = 0; round < 60; round++) {
    const houses = Array.from({ length: 60 }, () => {
      const [x, y] = [random() * 400 - 200, random() * 400 - 200]
      return house(x, y, x + 10 + random() * 30, y + 10 + random() * 30, 8 + random() * 90)
    })
    const target = { east: random() * 100 - 50, north: random() * 100 - 50, up: 1.5 }
    if (houses.some((one) => inTheWay(target, { ...target, up: target.up + 0.01 }, [one]))) continue
    const pose = seenPose({ target, heading: random() * 360, range: 190, obstacles: houses })
    expect(inTheWay(eyeOf(pose).at, target, houses)).toBeUndefined()
  }
})

test('in the open it keeps to the way one looked before', () => {
  const pose = seenPose({ target: { east: 0, north: 0, up: 0 }, heading: 77, range: 190, obstacles: [] })
  expect([pose.heading, pose.pitch]).toEqual([77, -32])
})
