import { deviceKinds } from '#models/devices/index.ts'
import type { Metric } from '#models/kind.ts'
import { columnNames } from '#models/mapping/recorded-rows.ts'
import { type Recording, RecordingPlan } from '#shared/contract/recordings.ts'
import { type FieldRow, mappingOf, rowOf } from '../connectors/entry.ts'

/** A plan as the form holds it. */
export interface PlanFields {
  heads: boolean
  timeColumn?: string | undefined
  timeForm: 'milliseconds' | 'seconds' | 'text'
  deviceFrom: 'column' | 'fixed'
  deviceColumn?: string | undefined
  fixed?: string | undefined
  prefix: string
  shape: 'long' | 'wide'
  metricColumn?: string | undefined
  valueColumn?: string | undefined
  fields: FieldRow[]
}

export function fieldsOfPlan(plan: Recording['plan'] = {}): PlanFields {
  const { heads = true, time, device, prefix = '', long, fields = [] } = plan
  return {
    heads,
    timeColumn: time?.column,
    timeForm: time?.form ?? 'text',
    deviceFrom: device && 'fixed' in device ? 'fixed' : 'column',
    deviceColumn: device && 'column' in device ? device.column : undefined,
    fixed: device && 'fixed' in device ? device.fixed : undefined,
    prefix,
    shape: long ? 'long' : 'wide',
    metricColumn: long?.metric,
    valueColumn: long?.value,
    fields: fields.map(rowOf),
  }
}

/** Throws where what was typed is none. */
export function planOf(typed: PlanFields): RecordingPlan {
  const { heads, timeColumn, timeForm, deviceFrom, deviceColumn, fixed, prefix, shape, metricColumn, valueColumn } =
    typed
  return RecordingPlan.parse({
    heads,
    time: { column: timeColumn, form: timeForm },
    device: deviceFrom === 'fixed' ? { fixed } : { column: deviceColumn },
    prefix: prefix.trim(),
    ...(shape === 'long' ? { long: { metric: metricColumn, value: valueColumn } } : {}),
    fields: typed.fields.map(mappingOf),
  })
}

/** The columns of the first rows; of a file that somebody says has no heads they are numbers. */
export function columnsOf(first: readonly (readonly string[])[], heads: boolean): string[] {
  return columnNames(first[0] ?? [], heads)
}

/** Of the devices that were found in a file, or else that its first rows name. */
export function kindsOf({ found, first }: Recording, kindOf: (device: string) => string | undefined): string[] {
  const kinds = found?.devices.map(({ kind }) => kind) ?? []
  return [...new Set(kinds.length > 0 ? kinds : first.flat().flatMap((cell) => kindOf(cell.trim()) ?? []))]
}

/** The metrics of those kinds, of all kinds where none is known. */
export function metricsOf(kinds: readonly string[]): Record<string, Metric> {
  const known = kinds.flatMap((kind) => deviceKinds.get(kind) ?? [])
  const all = known.length > 0 ? known : deviceKinds.all
  return Object.fromEntries(all.flatMap(({ metrics }) => Object.entries(metrics)))
}
