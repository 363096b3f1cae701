import { deviceKinds } from '#models/devices/index.ts'
import type { DeviceKind, Metric, ThresholdRule } from '#models/kind.ts'
import type { Alarm } from '#shared/world/alarms.ts'
import type { Language } from '../i18n/language.ts'

export interface Described {
  kind: DeviceKind | undefined
  rule: ThresholdRule | undefined
  metric: Metric | undefined
  /** What happened, in words. */
  title: string
}

/** The words that a kind brings along for one of its alarms. */
export function describeAlarm(alarm: Alarm, deviceKind: string | undefined, language: Language): Described {
  const kind = deviceKinds.get(deviceKind ?? '')
  const rule = kind?.rules.find((known) => known.rule === alarm.rule)
  return { kind, rule, metric: kind?.metrics[alarm.metric], title: rule?.name[language] ?? alarm.rule }
}

export function withUnit(value: number, metric: Metric | undefined): string {
  return metric ? `${value.toFixed(metric.decimals)}${metric.unit && ` ${metric.unit}`}` : String(value)
}
