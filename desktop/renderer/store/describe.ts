import { deviceKinds } from '#models/devices/index.ts'
import { GATEWAY_OUT, healthFindings, healthMetrics } from '#models/health.ts'
import type { DeviceKind, Metric, Text } from '#models/kind.ts'
import type { Alarm, ChatterRemedy } from '#shared/world/alarm-record.ts'
import type { ConditionIs } from '#shared/world/conditions.ts'
import type { Language } from '../i18n/language.ts'
import type { Texts } from '../i18n/zh.ts'

/** Of a kind that has no folder here, what the device's archive calls it. */
export function nameOfKind(kind: string): Text {
  return deviceKinds.get(kind)?.name ?? { zh: `未知类型（${kind}）`, en: `Unknown kind (${kind})` }
}

export interface Described {
  kind: DeviceKind | undefined
  metric: Metric | undefined
  /** What happened, in words. */
  title: string
  /** What to do next. */
  advice: string | undefined
  /** How it was measured. */
  is: ConditionIs
}

/** The words of the rule that raised an alarm: its own, else those that the kind brings along. */
export function describeAlarm(alarm: Alarm, deviceKind: string | undefined, language: Language): Described {
  const kind = deviceKinds.get(deviceKind ?? '')
  const ruleKind = alarm.kind === undefined ? kind : deviceKinds.get(alarm.kind)
  const rule = ruleKind?.rules.find((known) => known.rule === alarm.rule)
  const { name, advice } = alarm.words ?? rule ?? healthFindings[alarm.rule] ?? {}
  return {
    kind,
    metric: kind?.metrics[alarm.metric] ?? healthMetrics[alarm.metric],
    title: name?.[language] ?? alarm.rule,
    advice: advice?.[language],
    is: alarm.is ?? rule?.when.is ?? 'above',
  }
}

/** What was measured against its limit; nothing for a button, whose title says it all. */
export function againstLimit(alarm: Alarm, { metric, is }: Described, t: Texts, language: Language): string {
  if (alarm.rule === GATEWAY_OUT) return t.alarms.behind(alarm.value, alarm.limit)
  if (alarm.group !== undefined && Object.hasOwn(healthFindings, alarm.rule))
    return t.alarms.ofAll(alarm.value, alarm.limit)
  if (is === 'event') return alarm.limit > 1 ? t.alarms.counted.often(alarm.value, alarm.limit) : ''
  if (is === 'often' || is === 'silent' || is === 'together') return t.alarms.counted[is](alarm.value, alarm.limit)
  if (metric && metric.unit === '' && metric.max === 1) return ''
  const name = metric?.name[language] ?? alarm.metric
  return t.alarms.value(name, withUnit(alarm.value, metric), is, withUnit(alarm.limit, metric))
}

/** That it comes and goes, and what would help. */
export function chatterHint(
  { chatters, ...alarm }: Alarm,
  deviceKind: string | undefined,
  t: Texts,
  language: Language,
): string {
  if (!chatters) return ''
  const { metric } = describeAlarm(alarm, deviceKind, language)
  return t.handling.chatterHint(chatters.times, chatterRemedy(chatters.remedy, metric, t, language))
}

/** What helps against chatter, in words. */
export function chatterRemedy(remedy: ChatterRemedy, metric: Metric | undefined, t: Texts, language: Language): string {
  const words = t.handling.chatterRemedies
  if (remedy.how === 'look') return words.look
  const say = (value: number) =>
    remedy.how === 'off-delay' ? words.seconds(value) : valueInWords(value, metric, language)
  return words[remedy.how](say(remedy.from), say(remedy.to))
}

/** A value as people read it: what state it means, or how much it is. */
export function valueInWords(value: number, metric: Metric | undefined, language: Language): string {
  return metric?.states?.[value]?.[language] ?? withUnit(value, metric)
}

export function withUnit(value: number, metric: Metric | undefined): string {
  return metric ? `${value.toFixed(metric.decimals)}${metric.unit && ` ${metric.unit}`}` : String(value)
}
