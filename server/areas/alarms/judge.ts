import type { Position } from '#shared/place/position.ts'
import { MINUTE } from '#shared/time.ts'
import {
  alarmClustered,
  alarmRaised,
  alarmRecurred,
  alarmRegraded,
  alarmReturned,
  alarmSetAside,
} from '#shared/world/alarm-events.ts'
import { isThere } from '#shared/world/alarm-life.ts'
import type { Alarm } from '#shared/world/alarm-record.ts'
import { alarmCause } from '#shared/world/alarms.ts'
import type { Device } from '#shared/world/devices.ts'
import type { Draft } from '#shared/world/event.ts'
import type { World } from '#shared/world/world.ts'
import type { Finding } from '../rules/engine/running.ts'
import { type LifeOf, reasonAside } from './asides.ts'
import { nearestKin } from './kin.ts'

/** Where and when it was found. */
interface Found {
  device: Device
  at: number
  /** Where it happens: asked only when something does. */
  where: () => Position
  lifeOf: LifeOf
}

/** The events that what was found causes. All state is the open alarm itself, so a restart changes nothing. */
export function judge(world: World, findings: readonly Finding[], found: Found): Draft[] {
  return findings.length === 0 ? NONE : findings.flatMap((finding) => consequences(world, finding, found))
}

const NONE: Draft[] = []

type Cause = Parameters<typeof alarmCause>[0]

/** The alarm that is open for this reason, whether or not its condition is still there. */
export function openAlarm(world: World, cause: Cause): Alarm | undefined {
  return ofCause(world, cause).find(({ state }) => state !== 'settled')
}

/** What comes again so soon belongs to the case that waits to be closed; later it is an alarm of its own. */
const SAME_CASE_MS = 10 * MINUTE

function settledAlarm(world: World, cause: Cause, at: number): Alarm | undefined {
  return ofCause(world, cause).find(
    ({ state, returnedAt = 0 }) => state === 'settled' && at - returnedAt < SAME_CASE_MS,
  )
}

function ofCause(world: World, cause: Cause): Alarm[] {
  return [...world.alarms.where('cause', alarmCause(cause))].flatMap((id) => world.alarms.get(id) ?? [])
}

function consequences(world: World, finding: Finding, found: Found): Draft[] {
  const { value, level } = finding
  const alarm = openAlarm(world, finding) ?? settledAlarm(world, finding, found.at)
  if (!alarm) return level === 'off' ? NONE : raised(world, finding, found)
  const said = { alarm: alarm.alarm, value }
  if (level === 'off') return isThere(alarm) ? [alarmReturned(alarm.place, said)] : NONE
  if (isThere(alarm)) return NONE
  // Its rule may be another by now.
  const { limit, grade } = finding
  const aside = alarm.aside ? undefined : reasonAside(world, alarm, found.lifeOf)
  return [
    alarmRecurred(alarm.place, limit === alarm.limit ? said : { ...said, limit }),
    ...(grade === alarm.grade || alarm.graded ? [] : [alarmRegraded(alarm.place, { alarm: alarm.alarm, grade })]),
    ...(aside ? [alarmSetAside(alarm.place, { alarm: alarm.alarm, aside })] : []),
  ]
}

function raised(world: World, finding: Finding, { device, at, where, lifeOf }: Found): Draft[] {
  const { rule, kind, group, grade, is, words, metric, limit, value } = finding
  const place = group ?? device.place
  const alarm = `${device.device}~${rule}~${at.toString(36)}`
  const about = { alarm, device: device.device, rule, ...(group === undefined ? {} : { group, kind }) }
  const { latches, sign, closes = grade <= 2 } = lifeOf(kind ?? device.kind, rule)
  const aside = reasonAside(world, { ...about, place } as Alarm, lifeOf)
  const position = where()
  // What calls for nobody is nobody's cause either.
  const kin = sign && !aside ? nearestKin(world, { sign, place, position, device: device.device }, at) : undefined
  const said = alarmRaised(place, {
    ...about,
    grade,
    is,
    ...(words && { words }),
    position,
    metric,
    limit,
    value,
    ...(latches && { latches }),
    ...(closes && { toClose: true }),
    ...(aside && { aside }),
    ...(sign && { sign }),
    ...(kin && { cluster: kin.cluster ?? kin.alarm }),
  })
  return kin && kin.cluster === undefined
    ? [alarmClustered(kin.place, { alarm: kin.alarm, cluster: kin.alarm }), said]
    : [said]
}
