import { expect, test } from 'vitest'
import type { LimitLine } from '#models/limits.ts'
import { axesOf, isInOwnScale } from './axes.ts'
import { lineOf } from './line.ts'

const limit: LimitLine = { when: 'above', limit: 100, grade: 2 }
const curve = (unit: string, values: number[], limits: LimitLine[] = []) => ({
  unit,
  limits,
  line: lineOf({ every: 0, points: values.map((value, i) => [i, value]), spans: [] }, 99),
})

test('curves of one unit share an axis; the third unit has a scale of its own that is not drawn', () => {
  const axes = axesOf([curve('°C', [1]), curve('%', [1]), curve('°C', [9]), curve('kPa', [1]), curve('', [1])])
  expect(axes).toEqual([
    { unit: '°C', side: 'left' },
    { unit: '%', side: 'right' },
    { unit: 'kPa', side: 'none' },
    { unit: '', side: 'none' },
  ])
})

test('before there is a curve there is an axis all the same', () => {
  expect(axesOf([])).toEqual([{ unit: '', side: 'left' }])
})

test('an axis goes as far as a limit that is half reached by any of its curves', () => {
  expect(axesOf([curve('%', [1, 2]), curve('%', [60], [limit])])).toEqual([{ unit: '%', side: 'left', most: 108 }])
  expect(axesOf([curve('%', [1, 2], [limit])])).toEqual([{ unit: '%', side: 'left' }])
  expect(axesOf([curve('%', [], [limit])])).toEqual([{ unit: '%', side: 'left' }])
})

test('states of one metric have a scale of their own, with a word for each; the third scale is said to be its own', () => {
  const door = { ...curve('', [0, 1]), metricName: '门锁', states: { 0: '开', 1: '锁' } }
  const pump = { ...curve('', [2]), metricName: '水泵', states: { 0: '停', 1: '手动', 2: '自动' } }
  const axes = axesOf([door, curve('°C', [20]), pump])
  expect(axes).toMatchObject([
    { unit: '门锁', side: 'left', least: 0, most: 1, states: { 0: '开', 1: '锁' } },
    { unit: '°C', side: 'right' },
    { unit: '水泵', side: 'none', least: 0, most: 2 },
  ])
  expect([door, curve('°C', [20]), pump].map((one) => isInOwnScale(one, axes))).toEqual([false, false, true])
})
