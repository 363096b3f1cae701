import type { Position } from '#shared/place/position.ts'
import { type Alarm, alarmCause, alarmRaised, alarmRecurred, alarmReturned } from '#shared/world/alarms.ts'
import type { Device } from '#shared/world/devices.ts'
import type { Draft } from '#shared/world/event.ts'
import type { World } from '#shared/world/world.ts'
import type { Finding } from '../rules/engine/running.ts'

/** The events that what was found causes. All state is the open alarm itself, so a restart changes nothing. */
export function judge(
  world: World,
  findings: readonly Finding[],
  device: Device,
  at: number,
  /** Where it happens: asked only when something does. */
  where: () => Position = () => device.position,
): Draft[] {
  let drafts = NONE
  for (const finding of findings) {
    const draft = consequence(world, finding, device, at, where)
    if (draft) drafts = [...drafts, draft]
  }
  return drafts
}

const NONE: Draft[] = []

/** The alarm that is open for this reason, whether or not its condition is still there. */
export function openAlarm(world: World, cause: Parameters<typeof alarmCause>[0]): Alarm | undefined {
  for (const id of world.alarms.where('cause', alarmCause(cause))) return world.alarms.get(id)
  return undefined
}

function consequence(
  world: World,
  finding: Finding,
  device: Device,
  at: number,
  where: () => Position,
): Draft | undefined {
  const { rule, kind, group, level, grade, is, words, metric, limit, value } = finding
  const alarm = openAlarm(world, finding)
  if (!alarm)
    return level === 'off'
      ? undefined
      : alarmRaised(group ?? device.place, {
          alarm: `${device.device}~${rule}~${at.toString(36)}`,
          device: device.device,
          rule,
          ...(group === undefined ? {} : { group, kind }),
          grade,
          is,
          ...(words && { words }),
          position: where(),
          metric,
          limit,
          value,
        })
  const said = { alarm: alarm.alarm, value }
  if (level === 'off') return alarm.state === 'returned' ? undefined : alarmReturned(alarm.place, said)
  return alarm.state === 'returned' ? alarmRecurred(alarm.place, said) : undefined
}
