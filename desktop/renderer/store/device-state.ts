import type { Text } from '#models/kind.ts'
import type { Grade } from '#shared/world/alarm-record.ts'
import type { Device } from '#shared/world/devices.ts'
import { isStale } from './heard.ts'
import type { WorldStore } from './world-store.ts'

/** The gravest open alarm of a device, or else what is known of it. */
export type Condition = 'calm' | 'away' | 'unknown' | Grade
export type State = 'calm' | 'away' | 'unknown' | 'alarm'

export const stateNames: Record<State, Text> = {
  calm: { zh: '正常', en: 'Normal' },
  away: { zh: '离线', en: 'Offline' },
  unknown: { zh: '未报数', en: 'Not heard of' },
  alarm: { zh: '报警', en: 'In alarm' },
}

/** How a device is: its gravest open alarm, or else what is known of its link. */
export function conditionOf(
  device: Device,
  world: WorldStore,
  alarms: ReadonlyMap<string, Condition>,
  now: number,
): Condition {
  const alarm = alarms.get(device.device)
  if (alarm) return alarm
  if (device.link === 'offline') return 'away'
  const latest = world.latest(device.device)
  if (!latest || isStale(device.kind, latest[0], now)) return 'unknown'
  return 'calm'
}

export function stateOf(condition: Condition): State {
  return typeof condition === 'number' ? 'alarm' : condition
}

/** The gravest open alarm of each device that has one. */
export function alarmedDevices(world: WorldStore): Map<string, Condition> {
  const found = new Map<string, Condition>()
  for (const alarm of world.calling) {
    const before = found.get(alarm.device)
    if (typeof before !== 'number' || alarm.grade < before) found.set(alarm.device, alarm.grade)
  }
  return found
}
