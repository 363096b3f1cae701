import { expect, test } from 'vitest'
import { bandsOf, linesOf, type Step, splitAt } from './track-lines.ts'

const run: Step[] = Array.from({ length: 11 }, (_, i) => ({ at: i * 1000, east: i * 10, north: 0, up: 2 }))
const look = { color: [1, 2, 3], isFocus: false } as const
const ends = (points: Float32Array) => [points[0], points[points.length - 3]]

test('what was and what is to come meet where the playhead is, also between two positions', () => {
  const { past, coming } = splitAt(run, 4500)
  expect(past.at(-1)).toEqual({ at: 4500, east: 45, north: 0, up: 2 })
  expect(coming[0]).toEqual(past.at(-1))
  expect(splitAt(run, 4000).coming[0]).toEqual(run[4])
  expect(splitAt(run, -1)).toEqual({ past: [], coming: run })
  expect(splitAt(run, 99_000)).toEqual({ past: run, coming: [] })
})

test('older is fainter, without a hole between two tones', () => {
  const bands = bandsOf(run, 0, 10_000)
  expect(bands.map(({ band }) => band)).toEqual([...bands.map(({ band }) => band)].sort((a, b) => b - a))
  expect(bands.at(-1)?.band).toBe(0)
  for (let i = 1; i < bands.length; i++) expect(bands[i]?.steps[0]).toBe(bands[i - 1]?.steps.at(-1))
  const cores = linesOf([run], 0, 10_000, look).filter(({ color, dashed }) => color[0] === 1 && !dashed)
  const alphas = cores.map(({ color }) => color[3])
  expect(alphas).toEqual([...alphas].sort((a, b) => a - b))
})

test('nothing is drawn across a gap, nor before anything was known', () => {
  const later = run.map((step) => ({ ...step, at: step.at + 100_000, east: step.east + 500 }))
  for (const { points } of linesOf([run, later], 0, 200_000, look)) {
    const [a = 0, b = 0] = ends(points)
    expect(Math.abs(b - a)).toBeLessThanOrEqual(100)
  }
  const before = linesOf([run], 0, -1, look)
  expect(before.map(({ dashed }) => dashed)).toEqual([true])
})

test('what flies is joined to the ground, what drives is not', () => {
  const stems = (up: number) =>
    linesOf([run.map((step) => ({ ...step, up }))], 0, 10_000, look).filter(
      ({ points }) => points.length === 6 && points[0] === points[3] && points[1] === points[4],
    )
  expect(stems(2)).toEqual([])
  expect(stems(40).length).toBeGreaterThan(2)
})

test('who goes the same way again and again has the arrows of the last time, and none upon another', () => {
  const patrol = Array.from({ length: 200 }, (_, i) => {
    const along = i % 40
    return { at: i * 1000, east: (along < 20 ? along : 40 - along) * 10, north: 0, up: 2 }
  })
  const arrows = linesOf([patrol], 0, 300_000, look).filter(({ color }) => color[0] === 255)
  expect(arrows.length).toBeGreaterThan(3)
  const tips = arrows.map(({ points }) => points[3] as number).sort((a, b) => a - b)
  const wing = Math.abs((arrows[0]?.points[0] as number) - (arrows[0]?.points[3] as number))
  for (let i = 1; i < tips.length; i++) expect((tips[i] as number) - (tips[i - 1] as number)).toBeGreaterThan(2 * wing)
})
