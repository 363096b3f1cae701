import { expect, test } from 'vitest'
import { PointSet } from './points.ts'

const LOOK = { color: [1, 2, 3], shape: 'disc', size: 10 } as const
const at = (east: number) => ({ east, north: 0, up: 0 })
const picked = (id: string) => ({ kind: 'device', id }) as const

test('a point glides to where it was said to be, and stands there', () => {
  const points = new PointSet(() => {})
  const now = points.epoch
  points.put('a', picked('a'), at(0), LOOK)
  points.move('a', at(10), now + 1000, 1000)
  expect(points.where('a', now + 1000)?.east).toBeCloseTo(0, 6)
  expect(points.where('a', now + 1500)?.east).toBeCloseTo(5, 3)
  expect(points.where('a', now + 5000)?.east).toBe(10)
  expect(points.movingUntil).toBeCloseTo(now + 2000, 6)
})

test('told anew on the way, it goes on from where it is', () => {
  const points = new PointSet(() => {})
  const now = points.epoch
  points.put('a', picked('a'), at(0), LOOK)
  points.move('a', at(10), now, 1000)
  points.move('a', at(-5), now + 500, 1000)
  expect(points.where('a', now + 500)?.east).toBeCloseTo(5, 3)
  expect(points.where('a', now + 1500)?.east).toBeCloseTo(-5, 3)
})

test('told again what is so already, nothing is drawn anew', () => {
  let [changes, moves] = [0, 0]
  const points = new PointSet(
    () => changes++,
    () => moves++,
  )
  const now = points.epoch
  points.put('a', picked('a'), at(0.1), LOOK)
  points.put('a', picked('a'), at(0.1), LOOK)
  points.move('a', at(0.1), now, 1000)
  expect([changes, moves, points.version, points.movingUntil]).toEqual([1, 0, 1, 0])
  points.put('a', picked('a'), at(0.1), { ...LOOK, shape: 'ring' })
  points.move('a', at(10.1), now, 1000)
  points.move('a', at(10.1), now + 500, 1000)
  expect([changes, moves, points.movingUntil]).toEqual([2, 1, now + 1000])
  expect(points.where('a', now + 1000)?.east).toBeCloseTo(10.1, 3)
  // Where it went is not where it stood: it is drawn there at once.
  points.put('a', picked('a'), at(0.1), { ...LOOK, shape: 'ring' })
  expect([changes, points.where('a', now + 1000)?.east]).toEqual([3, expect.closeTo(0.1, 5)])
})

test('one taken away leaves the others as they are', () => {
  const points = new PointSet(() => {})
  for (let i = 0; i < 300; i++) points.put(`p${i}`, picked(`p${i}`), at(i), LOOK)
  for (let i = 0; i < 300; i += 2) points.take(`p${i}`)
  expect(points.size).toBe(150)
  for (let i = 0; i < 300; i++) expect(points.where(`p${i}`, points.epoch)?.east).toBe(i % 2 === 0 ? undefined : i)
  for (let i = 0; i < points.size; i++) {
    const { id } = points.picked(i)
    const out = new Float32Array(3)
    points.write(i, points.epoch, out, 0)
    expect(`p${out[0]}`).toBe(id)
  }
})

test('what only glides does not ask for a picture at once', () => {
  const asked = { changed: 0, moved: 0 }
  const points = new PointSet(
    () => asked.changed++,
    () => asked.moved++,
  )
  points.put('a', picked('a'), at(0), LOOK)
  points.move('a', at(1), points.epoch, 100)
  points.move('nobody', at(1), points.epoch, 100)
  expect(asked).toEqual({ changed: 1, moved: 1 })
})

test('after a month it glides as smoothly as on the first day', () => {
  const points = new PointSet(() => {})
  points.put('a', picked('a'), at(0), LOOK)
  points.put('b', picked('b'), at(7), LOOK)
  const month = points.epoch + 30 * 86_400_000
  points.move('a', at(10), month, 1000)
  points.move('b', at(8), month, 1000)
  for (let ms = 0; ms <= 1000; ms += 50) expect(points.where('a', month + ms)?.east).toBeCloseTo(ms / 100, 2)
  expect(points.where('b', month + 2000)?.east).toBe(8)
})
