import { expect, test } from 'vitest'
import { QualityLadder } from './ladder.ts'
import { FrameMeter } from './meter.ts'
import { firstLevel, qualities } from './quality.ts'

/** A machine that takes so long for a picture of each level. */
function run(ladder: QualityLadder, cost: (level: number) => number, seconds: number, from = 0): number[] {
  const meter = new FrameMeter()
  const levels = [ladder.now.level]
  let now = from
  while (now < from + seconds * 1000) {
    now += cost(ladder.now.level)
    meter.drew(now, true)
    if (ladder.measured(meter, now)) levels.push(ladder.now.level)
  }
  return levels
}

test('a fast machine climbs to the top and stays', () => {
  const ladder = new QualityLadder(2)
  run(ladder, () => 8, 60)
  expect(ladder.now.level).toBe(qualities.length - 1)
})

test('a slow machine goes down to where it keeps up', () => {
  const ladder = new QualityLadder(2)
  run(ladder, (level) => 12 + level * 20, 20)
  expect(ladder.now.level).toBe(1)
})

test('one that is far too slow does not stumble down step by step', () => {
  const ladder = new QualityLadder(4)
  expect(run(ladder, () => 400, 10)).toEqual([4, 0])
})

test('what was too much is tried again less and less often', () => {
  const ladder = new QualityLadder(2)
  // Level 3 is too slow, level 2 has much to spare: it must not swing for ever.
  const levels = run(ladder, (level) => (level >= 3 ? 60 : 10), 600)
  expect(levels.filter((level) => level === 3).length).toBeLessThan(6)
})

test('fixed by hand it stays, and goes on from there when it is let go', () => {
  const ladder = new QualityLadder(4)
  ladder.fix(1)
  expect(run(ladder, () => 400, 5)).toEqual([1])
  ladder.fix(undefined)
  expect([ladder.now.level, ladder.isFixed]).toEqual([1, false])
  ladder.fix(99)
  expect(ladder.now.level).toBe(qualities.length - 1)
})

test('short of memory, tiles become coarser before anything fails, and finer again when there is room', () => {
  const ladder = new QualityLadder(3)
  const { tileError } = ladder.now
  expect(ladder.weighed(2000, 900)).toBe(true)
  expect(ladder.now.tileError).toBeGreaterThan(tileError)
  for (let i = 0; i < 20; i++) ladder.weighed(2000, 900)
  expect(ladder.now.tileError).toBeLessThanOrEqual(tileError * 6)
  for (let i = 0; i < 20; i++) ladder.weighed(100, 900)
  expect([ladder.now.tileError, ladder.isShortOfMemory]).toEqual([tileError, false])
})

test('pauses are no slow pictures', () => {
  const meter = new FrameMeter()
  for (const at of [0, 16, 32, 9000, 9016]) meter.drew(at, true)
  expect(meter.slow).toBe(16)
})

test('without a graphics card one begins at the bottom', () => {
  expect(firstLevel('ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero)), SwiftShader driver)')).toBe(0)
  expect(firstLevel('ANGLE (NVIDIA, NVIDIA GeForce RTX 4070 Direct3D11 vs_5_0 ps_5_0)')).toBeGreaterThan(0)
})

test('while tiles come in, a stutter is no reason to step down', () => {
  const meter = new FrameMeter()
  for (let i = 0; i < 40; i++) meter.drew(i * 90, true)
  const ladder = new QualityLadder(2)
  expect([ladder.measured(meter, 4000, true), ladder.measured(meter, 4000)]).toEqual([false, true])
})
