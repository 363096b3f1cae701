import type { ThresholdRule } from '#models/kind.ts'
import type { Position } from '#shared/place/position.ts'
import { alarmCause, alarmRaised, alarmRecurred, alarmReturned } from '#shared/world/alarms.ts'
import type { Device } from '#shared/world/devices.ts'
import type { Draft } from '#shared/world/event.ts'
import type { World } from '#shared/world/world.ts'

/** What a reading means for one rule: beyond the limit, clearly back, or in the dead band between. */
export function judgeValue(rule: ThresholdRule, value: number): 'beyond' | 'back' | 'between' {
  if (rule.when === 'above') {
    if (value > rule.limit) return 'beyond'
    return value <= rule.limit - rule.deadBand ? 'back' : 'between'
  }
  if (value < rule.limit) return 'beyond'
  return value >= rule.limit + rule.deadBand ? 'back' : 'between'
}

/** The events that a reading of a device causes. All state is the open alarm itself, so a restart changes nothing. */
export function judge(
  world: World,
  rules: readonly ThresholdRule[],
  device: Device,
  at: number,
  values: Record<string, number>,
  /** Where it happens: asked only when something does. */
  where: () => Position = () => device.position,
): Draft[] {
  let drafts = NONE
  for (const rule of rules) {
    const value = values[rule.metric]
    if (value === undefined) continue
    const verdict = judgeValue(rule, value)
    if (verdict === 'between') continue
    const draft = consequence(world, rule, device, at, value, verdict, where)
    if (draft) drafts = [...drafts, draft]
  }
  return drafts
}

const NONE: Draft[] = []

function consequence(
  world: World,
  rule: ThresholdRule,
  device: Device,
  at: number,
  value: number,
  verdict: 'beyond' | 'back',
  where: () => Position,
): Draft | undefined {
  const [open] = world.alarms.where('cause', alarmCause(device.device, rule.rule))
  const alarm = open === undefined ? undefined : world.alarms.get(open)
  if (!alarm)
    return verdict === 'back'
      ? undefined
      : alarmRaised(device.place, {
          alarm: `${device.device}~${rule.rule}~${at.toString(36)}`,
          device: device.device,
          rule: rule.rule,
          grade: rule.grade,
          position: where(),
          metric: rule.metric,
          limit: rule.limit,
          value,
        })
  if (verdict === 'back')
    return alarm.state === 'returned' ? undefined : alarmReturned(alarm.place, { alarm: alarm.alarm, value })
  return alarm.state === 'returned' ? alarmRecurred(alarm.place, { alarm: alarm.alarm, value }) : undefined
}
