import type { RecordingPlan } from '#shared/contract/recordings.ts'
import type { DeviceKind } from '../kind.ts'
import { columnNames, namesOf } from './recorded-rows.ts'
import { formOf } from './recorded-time.ts'
import { conversionsTo } from './units.ts'

/** What columns are called in files of this world; the better name comes first. */
const HEADS = {
  time: [
    'time',
    'timestamp',
    'datetime',
    'date',
    'ts',
    'at',
    '时间',
    '采集时间',
    '上报时间',
    '测量时间',
    '日期时间',
    '时间戳',
  ],
  device: [
    'id',
    'device id',
    'device_id',
    'deviceid',
    'deveui',
    'dev_eui',
    '编号',
    '设备编号',
    '设备id',
    'device',
    '设备',
  ],
  metric: ['metric', 'measurement', 'parameter', 'field', '指标', '参数', '测点'],
  value: ['value', 'reading', '数值', '值', '读数', '测量值'],
} as const

/**
 * What a file seems to be, from its first rows: whole for our own export and for files that call things as we do. What cannot
 * be told is left out, for somebody to say.
 */
export function guessPlan(rows: readonly (readonly string[])[], kinds: readonly DeviceKind[]): Partial<RecordingPlan> {
  const [first = [], ...rest] = rows
  const heads = !first.some((cell) => cell.trim() !== '' && formOf([cell]) !== undefined)
  const columns = columnNames(first, heads)
  const body = heads ? rest : rows
  const cellsOf = (i: number) => body.map((row) => row[i] ?? '').filter((cell) => cell.trim() !== '')
  const named = (what: keyof typeof HEADS) =>
    heads
      ? HEADS[what].map((word) => columns.findIndex((name) => name.toLowerCase() === word)).find((i) => i >= 0)
      : undefined
  // Of a column that is called so, some rows may be wrong.
  const formAt = (i: number) => formOf(cellsOf(i), i === named('time') ? 0.5 : 1)
  const timeAt = [named('time'), ...columns.keys()].find((i) => i !== undefined && formAt(i) !== undefined)
  const form = timeAt === undefined ? undefined : formAt(timeAt)
  const [deviceAt, metricAt, valueAt] = [named('device'), named('metric'), named('value')]
  const at = (i: number) => columns[i] as string
  const isLong = metricAt !== undefined && valueAt !== undefined
  return {
    heads,
    prefix: '',
    ...(timeAt !== undefined && form ? { time: { column: at(timeAt), form } } : {}),
    ...(deviceAt === undefined ? {} : { device: { column: at(deviceAt) } }),
    ...(isLong ? { long: { metric: at(metricAt), value: at(valueAt) }, fields: [] } : {}),
    ...(isLong
      ? {}
      : { fields: columns.flatMap((name, i) => (i === timeAt || i === deviceAt ? [] : fieldOf(name, kinds))) }),
  }
}

/** `temp`, `温度`, `Temperature (°F)`: the metric that a column is called after, with its unit where that is another one. */
function fieldOf(column: string, kinds: readonly DeviceKind[]) {
  const [, word = '', said] = /^(.*?)\s*(?:[([（【](.*)[)\]）】])?$/.exec(column) ?? []
  for (const kind of kinds) {
    const metric = namesOf(kind).get(word.trim().toLowerCase())
    if (metric === undefined) continue
    const unit = conversionsTo(kind.metrics[metric]?.unit ?? '').find(({ from }) => from === plainUnit(said))?.from
    return [{ metric, path: column, ...(unit === undefined ? {} : { unit }) }]
  }
  return []
}

function plainUnit(said: string | undefined): string | undefined {
  return said?.trim().replace('℃', '°C').replace('℉', '°F')
}
