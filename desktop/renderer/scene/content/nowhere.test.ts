import { expect, test } from 'vitest'
import { type Mark, MarkSet } from './marks.ts'
import { NOWHERE } from './nowhere.ts'
import { PointSet } from './points.ts'

const HERE = { east: 1, north: 2, up: 3 }
const picked = { kind: 'device', id: 'a' } as const
const mark: Mark = { at: HERE, place: 'p', picked, image: undefined, size: 20, condition: 'calm', rank: 1 }

test('what is nowhere is not there, and what has lost its place goes', () => {
  const marks = new MarkSet(() => {})
  marks.put('a', mark)
  marks.put('b', { ...mark, at: NOWHERE })
  expect(marks.size).toBe(1)
  marks.put('a', { ...mark, at: { ...HERE, up: Number.POSITIVE_INFINITY } })
  expect(marks.size).toBe(0)

  const points = new PointSet(() => {})
  const look = { color: [1, 2, 3], shape: 'disc', size: 9 } as const
  points.put('a', picked, HERE, look)
  points.put('a', picked, NOWHERE, look)
  expect(points.where('a', 0)).toBeUndefined()
  expect(points.size).toBe(0)
})
