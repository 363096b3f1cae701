import { expect, test } from 'vitest'
import type { Entry } from './find.ts'
import { houseIn, roomQuestions } from './rooms.ts'

const house = (id: string): Entry => ({ kind: 'building', id, name: id, beside: '', known: [] })

test('a number behind a house is a home on a floor', () => {
  expect(houseIn('锦绣西里3栋 301')).toBe('锦绣西里3栋')
  expect(houseIn('jxxl3d1204室')).toBe('jxxl3d')
  for (const typed of ['锦绣西里3栋', '301', '烟感 3']) expect(houseIn(typed)).toBeUndefined()
  expect(roomQuestions('3栋 1204', [house('c/z1/b01'), house('c/z1/b02')])).toEqual([
    '3栋 1204',
    'c/z1/b01/f12/1204',
    'c/z1/b02/f12/1204',
  ])
})

test('what is no home is asked for as it is typed; a single letter is not asked for', () => {
  expect(roomQuestions('水泵房', [])).toEqual(['水泵房'])
  expect(roomQuestions('水', [])).toEqual([])
})
