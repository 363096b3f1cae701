import { describe, expect, test } from 'vitest'
import { RecordingPlan } from '#shared/contract/recordings.ts'
import { deviceKinds } from '../devices/index.ts'
import { guessPlan } from './guess.ts'
import { columnNames, NoColumn, RecordedRows } from './recorded-rows.ts'
import { formOf, recordedTime } from './recorded-time.ts'

const NOW = Date.UTC(2026, 10, 22, 12)
const AT = Date.UTC(2026, 10, 20, 8)
const kinds: Record<string, string> = { 's-1': 'smoke-detector', 's-2': 'smoke-detector', 'air-1': 'air-quality' }
const local = (y: number, mo: number, d: number, h = 0, mi = 0, s = 0, ms = 0) =>
  new Date(y, mo - 1, d, h, mi, s, ms).getTime()

function read(plan: object, columns: string[], ...rows: string[][]): string[] {
  const reader = new RecordedRows(RecordingPlan.parse({ heads: true, ...plan }), columns, {
    kindOf: (device) => deviceKinds.get(kinds[device] ?? ''),
    isRetired: (device) => device === 'old-1',
    now: NOW,
  })
  const said: string[] = []
  for (const cells of rows)
    reader.read(cells, {
      problem: (problem, where, what) => said.push(`${problem} ${where} ${what}`.trim()),
      reading: (device, metric, at, value) => said.push(`${device} ${metric} ${at - AT} ${value}`),
    })
  return said
}

describe('times', () => {
  test.each([
    ['1700000000000', 'milliseconds', 1_700_000_000_000],
    ['1700000000.5', 'seconds', 1_700_000_000_500],
    ['2026-11-20T08:00:00Z', 'text', AT],
    ['2026-11-20T16:00:00.250+08:00', 'text', AT + 250],
    ['2026-11-20 16:00 +0800', 'text', AT],
    ['2026-11-20 08:00:00', 'text', local(2026, 11, 20, 8)],
    ['2026/1/5 8:05', 'text', local(2026, 1, 5, 8, 5)],
    ['2026年1月5日 8:05:09', 'text', local(2026, 1, 5, 8, 5, 9)],
    ['2026-11-20', 'text', local(2026, 11, 20)],
    ['2026-11-20 08:00:00.1234567', 'text', local(2026, 11, 20, 8, 0, 0, 123)],
    ['2026-02-31 08:00', 'text', undefined],
    ['2026-11-20 25:00', 'text', undefined],
    ['11/20/2026', 'text', undefined],
    ['sensor 1', 'text', undefined],
    ['', 'milliseconds', undefined],
    ['NaN', 'seconds', undefined],
    ['2026', 'text', undefined],
  ] as const)('%s as %s', (said, form, at) => {
    expect(recordedTime(said, form)).toBe(at)
  })

  test('the form is told from the cells, and one that is no time makes all of them none', () => {
    expect(formOf(['1700000000'])).toBe('seconds')
    expect(formOf(['1700000000000', '1700000001000'])).toBe('milliseconds')
    expect(formOf(['2026-01-05 08:00', '2026-01-05T00:00:00Z'])).toBe('text')
    expect(formOf(['2026-01-05 08:00', '-'])).toBeUndefined()
    expect(formOf([])).toBeUndefined()
  })
})

describe('rows', () => {
  const time = { column: 'time', form: 'milliseconds' }
  const device = { column: 'id' }
  const long = { time, device, long: { metric: 'what', value: 'v' } }
  const columns = ['time', 'id', 'what', 'v']

  test.each([
    ['our own id of a metric', `${AT}`, 's-1', 'smoke', '5', 's-1 smoke 0 5'],
    ['our Chinese name of it', `${AT}`, 's-1', '温度', '21.5', 's-1 temperature 0 21.5'],
    ['spaces around it', `${AT}`, ' s-1 ', ' SMOKE ', ' 5 ', 's-1 smoke 0 5'],
    ['no time', 'noon', 's-1', 'smoke', '5', 'bad-time time noon'],
    ['seconds for milliseconds', '1700000000', 's-1', 'smoke', '5', 'too-early time 1700000000'],
    ['tomorrow', `${NOW + 86_400_000}`, 's-1', 'smoke', '5', `future time ${NOW + 86_400_000}`],
    ['no device', `${AT}`, '', 'smoke', '5', 'no-device id'],
    ['an unknown device', `${AT}`, 'x-9', 'smoke', '5', 'device-unknown  x-9'],
    ['a retired device', `${AT}`, 'old-1', 'smoke', '5', 'device-retired  old-1'],
    ['an unknown metric', `${AT}`, 's-1', 'lel', '5', 'metric-unknown what lel'],
    ['NaN', `${AT}`, 's-1', 'smoke', 'NaN', 'not-a-number smoke NaN'],
    ['nothing', `${AT}`, 's-1', 'smoke', '', 'not-a-number smoke'],
    ['endless', `${AT}`, 's-1', 'smoke', 'Infinity', 'not-a-number smoke Infinity'],
    ['too much', `${AT}`, 's-1', 'smoke', '1e9', 'out-of-range smoke 1e9'],
  ])('a long file: %s', (_, ...given) => {
    expect(read(long, columns, given.slice(0, 4))).toEqual([given[4]])
  })

  test('a wide file: columns with unit, factor and words; empty cells say nothing; all that is wrong is told', () => {
    const plan = {
      time,
      device,
      prefix: 's-',
      fields: [
        { metric: 'temperature', path: 't', unit: '°F' },
        { metric: 'smoke', path: 'raw', scale: 0.01 },
        { metric: 'fault', path: 'state', values: [{ said: 'OK', means: 0 }] },
      ],
    }
    const heads = ['time', 'id', 't', 'raw', 'state']
    expect(read(plan, heads, [`${AT}`, '1', '212', '1200', 'ok'])).toEqual([
      expect.stringMatching(/^s-1 temperature 0 (100|99\.99|100\.0)/),
      's-1 smoke 0 12',
      's-1 fault 0 0',
    ])
    expect(read(plan, heads, [`${AT + 1}`, '2', '', '7', '?'])).toEqual(['s-2 smoke 1 0.07', 'unknown-word fault ?'])
    expect(read(plan, heads, [`${AT}`, '2', '', '', ''])).toEqual(['no-value'])
    expect(read(plan, heads, [`${AT}`])).toEqual(['no-device id'])
  })

  test('one device for all rows; a metric that its kind does not have is told', () => {
    const plan = { time, device: { fixed: 'air-1' }, fields: [{ metric: 'smoke', path: 'v' }] }
    expect(read(plan, ['time', 'v'], [`${AT}`, '1'])).toEqual(['metric-unknown smoke air-1 (air-quality)'])
    expect(() => read(plan, ['time', 'w'])).toThrow(NoColumn)
  })
})

describe('guessing', () => {
  const guess = (...rows: string[][]) =>
    guessPlan(
      rows,
      [...deviceKinds.all].filter(({ kind }) => kind === 'smoke-detector'),
    )

  test('our own export, in either language, needs nothing', () => {
    const zh = guess(
      ['设备', '编号', '指标', '单位', '时间', '数值'],
      ['东门烟感', 's-1', '温度', '°C', '2026-11-20T16:00:00.000+08:00', '21'],
    )
    expect(RecordingPlan.parse(zh)).toMatchObject({
      time: { column: '时间', form: 'text' },
      device: { column: '编号' },
      long: { metric: '指标', value: '数值' },
    })
    const en = guess(
      ['Device', 'Id', 'Metric', 'Unit', 'Time', 'Value'],
      ['x', 's-1', 'Temperature', '°C', '2026-11-20T08:00:00.000Z', '21'],
    )
    expect(RecordingPlan.parse(en)).toMatchObject({
      device: { column: 'Id' },
      long: { metric: 'Metric', value: 'Value' },
    })
  })

  test('a wide file of others: columns by name and unit; what cannot be told is left out', () => {
    expect(guess(['ts', 'devEui', '温度(℉)', 'smoke', 'rssi'], ['1700000000', 'a', '70', '1', '-80'])).toEqual({
      heads: true,
      prefix: '',
      time: { column: 'ts', form: 'seconds' },
      device: { column: 'devEui' },
      fields: [
        { metric: 'temperature', path: '温度(℉)', unit: '°F' },
        { metric: 'smoke', path: 'smoke' },
      ],
    })
    expect(guess(['1700000000', '70'], ['1700000060', '71'])).toMatchObject({
      heads: false,
      time: { column: '#1', form: 'seconds' },
      fields: [],
    })
    expect(guess(['a', 'b'], ['c', 'd']).time).toBeUndefined()
  })

  test('columns without a head, or with one twice, go by their number', () => {
    expect(columnNames(['time', '', 'v', 'v'], true)).toEqual(['time', '#2', 'v', '#4'])
    expect(columnNames(['1', '2'], false)).toEqual(['#1', '#2'])
  })
})
