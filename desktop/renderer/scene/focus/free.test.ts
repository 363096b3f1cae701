import { expect, test } from 'vitest'
import { Lens } from '../camera/lens.ts'
import type { Pose } from '../camera/pose.ts'
import { freeOf, intoFree } from './free.ts'

const [WIDTH, HEIGHT] = [1000, 600]

test('a bar at an edge takes that edge, and what lies outside takes nothing', () => {
  expect(freeOf(WIDTH, HEIGHT, [])).toEqual({ left: 0, top: 0, right: WIDTH, bottom: HEIGHT })
  const storeys = { left: 14, top: 52, right: 230, bottom: 420 }
  const tools = { left: 946, top: 12, right: 988, bottom: 420 }
  const row = { left: 14, top: 40, right: 900, bottom: 90 }
  const elsewhere = { left: 1200, top: 0, right: 1300, bottom: 600 }
  expect(freeOf(WIDTH, HEIGHT, [storeys, tools, elsewhere])).toEqual({ left: 230, top: 0, right: 946, bottom: HEIGHT })
  expect(freeOf(WIDTH, HEIGHT, [row])).toEqual({ left: 0, top: 90, right: WIDTH, bottom: HEIGHT })
})

test('what is looked at comes to stand in the middle of what is free', () => {
  const target = { east: 30, north: -20, up: 4 }
  for (const [heading, pitch] of [
    [0, -50],
    [130, -32],
    [300, -85],
  ] as const) {
    const pose: Pose = { target, heading, pitch, range: 60 }
    const moved = intoFree(pose, WIDTH, HEIGHT, { left: 230, top: 60, right: 946, bottom: HEIGHT })
    const seen = new Lens(moved, WIDTH, HEIGHT).seen(target)
    expect(moved.target.up).toBe(target.up)
    // Nearer or farther by the slope: a little off is not seen.
    expect(Math.abs((seen?.x ?? 0) - 588)).toBeLessThan(12)
    expect(Math.abs((seen?.y ?? 0) - 330)).toBeLessThan(12)
  }
})
