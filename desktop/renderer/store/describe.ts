import { deviceKinds } from '#models/devices/index.ts'
import type { DeviceKind, Metric, Text, ThresholdRule } from '#models/kind.ts'
import type { Alarm } from '#shared/world/alarms.ts'
import type { Language } from '../i18n/language.ts'
import type { Texts } from '../i18n/zh.ts'

/** Of a kind that has no folder here, what the device's archive calls it. */
export function nameOfKind(kind: string): Text {
  return deviceKinds.get(kind)?.name ?? { zh: `未知类型（${kind}）`, en: `Unknown kind (${kind})` }
}

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

/** What was measured against its limit; nothing for a button, whose title says it all. */
export function againstLimit(alarm: Alarm, { metric, rule }: Described, t: Texts, language: Language): string {
  if (metric && metric.unit === '' && metric.max === 1) return ''
  const name = metric?.name[language] ?? alarm.metric
  return t.alarms.value(name, withUnit(alarm.value, metric), rule?.when ?? 'above', withUnit(alarm.limit, metric))
}

export function withUnit(value: number, metric: Metric | undefined): string {
  return metric ? `${value.toFixed(metric.decimals)}${metric.unit && ` ${metric.unit}`}` : String(value)
}
