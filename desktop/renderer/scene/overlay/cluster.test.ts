import { expect, test } from 'vitest'
import { seededRandom } from '#shared/random.ts'
import { Lens } from '../camera/lens.ts'
import type { Pose } from '../camera/pose.ts'
import { type Mark, MarkSet } from '../content/marks.ts'
import { clustered } from './cluster.ts'

const HOME: Pose = { target: { east: 0, north: 0, up: 0 }, heading: 12, pitch: -38, range: 900 }
const NEAR: Pose = { ...HOME, range: 30 }
const lift = () => 0

function marked(at: { east: number; north: number; up: number }[], more: Partial<Mark> = {}): MarkSet {
  const set = new MarkSet(() => {})
  at.forEach((where, i) => {
    const picked = { kind: 'device', id: `d${i}` } as const
    const mark = { at: where, place: 'p', picked, image: undefined, size: 20, condition: 'calm', rank: 1 } as const
    set.put(`d${i}`, { ...mark, cluster: 'devices', ...more })
  })
  return set
}

test('every mark is in the picture once: alone, or as one of a cluster', () => {
  const random = seededRandom(3)
  const set = marked(
    Array.from({ length: 5000 }, () => ({
      east: random() * 1000 - 500,
      north: random() * 1000 - 500,
      up: random() * 60,
    })),
  )
  const { singles, clusters } = clustered([set], new Lens(HOME, 1280, 720), 1, lift)
  expect(singles.length + clusters.reduce((sum, { count }) => sum + count, 0)).toBe(5000)
  expect(singles.length + clusters.length).toBeLessThan(500)
})

test('near by they come apart', () => {
  const set = marked([
    { east: 0, north: 0, up: 2 },
    { east: 6, north: 0, up: 2 },
    { east: 0, north: 6, up: 2 },
  ])
  expect(clustered([set], new Lens(HOME, 1280, 720), 1, lift).clusters).toHaveLength(1)
  expect(clustered([set], new Lens(NEAR, 1280, 720), 1, lift).singles).toHaveLength(3)
})

test('turning about leaves clusters as they are', () => {
  const random = seededRandom(5)
  const set = marked(Array.from({ length: 800 }, () => ({ east: random() * 300, north: random() * 300, up: 0 })))
  const eye = { target: { east: 0, north: 0, up: 100 }, pitch: -30, range: 400 }
  const sizes = (heading: number) => {
    const lens = new Lens({ ...eye, heading }, 1280, 720)
    // The same eye, looking elsewhere.
    const fixed = Object.assign(Object.create(lens) as Lens, {
      eye: { ...lens.eye, at: { east: -200, north: -200, up: 250 } },
    })
    return clustered([set], fixed, 1, lift).clusters.map(({ count }) => count)
  }
  expect(sizes(90)).toEqual(sizes(10))
})

test('a hundred thousand at one spot are one cluster, in little time and memory', () => {
  const set = marked(Array.from({ length: 100_000 }, () => ({ east: 3, north: 4, up: 5 })))
  const began = performance.now()
  const { clusters } = clustered([set], new Lens(HOME, 1280, 720), 1, lift)
  expect(performance.now() - began).toBeLessThan(1000)
  expect(clusters).toMatchObject([{ count: 100_000, spread: 0 }])
  expect(clusters[0]?.marks.length).toBeLessThanOrEqual(200)
})

test('what stands on a hidden storey is not there, what is lifted stands higher', () => {
  const set = marked([
    { east: 0, north: 0, up: 3 },
    { east: 400, north: 0, up: 3 },
  ])
  expect(clustered([set], new Lens(HOME, 1280, 720), 1, () => undefined)).toEqual({ singles: [], clusters: [] })
})

test('taking a mark away leaves the others in their places', () => {
  const set = marked(Array.from({ length: 200 }, (_, i) => ({ east: i, north: 0, up: 0 })))
  for (let i = 0; i < 200; i += 3) set.take(`d${i}`)
  expect(set.size).toBe(133)
  for (let i = 0; i < set.size; i++) expect(set.at[3 * i]).toBe(set.rows[i]?.at.east)
  for (let i = 0; i < 200; i++) expect(set.get(`d${i}`)?.at.east).toBe(i % 3 === 0 ? undefined : i)
})
