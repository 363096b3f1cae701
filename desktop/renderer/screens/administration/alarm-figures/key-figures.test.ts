import { expect, test } from 'vitest'
import type { AlarmFigures } from '#shared/contract/alarm-figures.ts'
import { alarmFiguresZh } from '../../../i18n/admin/alarm-figures.zh.ts'
import { figureText, keyFigures, spanText } from './key-figures.ts'

const figures = {
  from: 0,
  to: 7 * 86_400_000,
  alarms: 200,
  each: { perTenMinutes: 0.25, perDay: 200 },
  floods: { share: 0.004 },
  top: { share: 0.31 },
  chattering: [{}],
  stale: [],
  grades: [
    { grade: 1, count: 2 },
    { grade: 2, count: 4 },
    { grade: 3, count: 40 },
    { grade: 4, count: 154 },
  ],
} as unknown as AlarmFigures

test('every figure says whether it is as recommended', () => {
  expect(keyFigures(figures).map((one) => `${one.target} ${figureText(one)} ${one.met}`)).toEqual([
    'perTenMinutes 0.25 true',
    'perDay 200 false',
    'inFlood 0.4% true',
    'topTen 31% false',
    'chattering 1 false',
    'stale 0 true',
    'high 3.0% true',
    'medium 20% false',
    'low 77% false',
  ])
})

test('of less than a day, what would come of a whole one is not judged', () => {
  const perDay = keyFigures({ ...figures, to: 8 * 3_600_000 }).find(({ target }) => target === 'perDay')
  expect(perDay).toMatchObject({ value: 200, met: null })
})

test('without an alarm there are no shares, and nothing is missed', () => {
  const none = { ...figures, alarms: 0, top: { share: null }, chattering: [], each: { perTenMinutes: 0, perDay: 0 } }
  for (const one of keyFigures(none as never)) expect(one.met).not.toBe(false)
})

test.each([
  [null, '–'],
  [0, '0 秒'],
  [89_000, '89 秒'],
  [150_000, '2.5 分钟'],
  [7_200_000, '2 小时'],
  [4 * 86_400_000, '4 天'],
])('%s ms is %s', (ms, text) => expect(spanText(ms, alarmFiguresZh)).toBe(text))
