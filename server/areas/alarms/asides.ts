import { isWithin, placeUpTo } from '#shared/place/path.ts'
import { alarmLetBack, alarmSetAside } from '#shared/world/alarm-events.ts'
import { isThere } from '#shared/world/alarm-life.ts'
import type { Alarm, AsideNote } from '#shared/world/alarm-record.ts'
import { type Aside, isMeant } from '#shared/world/asides.ts'
import type { Draft } from '#shared/world/event.ts'
import type { AlarmLife, Explanation } from '#shared/world/rules.ts'
import type { World } from '#shared/world/world.ts'

/** How alarms of a rule live, as it is set now. */
export type LifeOf = (kind: string | undefined, rule: string) => AlarmLife

type Subject = Pick<Alarm, 'alarm' | 'device' | 'rule' | 'group' | 'kind' | 'place'>

/** Why an alarm would call for nobody, if there is a reason now other than `but`. */
export function reasonAside(world: World, alarm: Subject, lifeOf: LifeOf, but?: string): AsideNote | undefined {
  const kind = world.devices.get(alarm.device)?.kind
  for (const aside of world.asides.values())
    if (aside.aside !== but && isMeant(aside, alarm, kind)) return noteOf(aside)
  for (const explanation of lifeOf(alarm.kind ?? kind, alarm.rule).explainedBy ?? [])
    for (const id of world.alarms.where('rule', explanation.rule)) {
      const other = world.alarms.get(id)
      if (other && id !== but && explains(world, explanation, other, alarm)) return suppressedBy(other)
    }
  return undefined
}

export function suppressedBy(other: Alarm): AsideNote {
  return { how: 'suppressed', because: other.alarm }
}

export function noteOf({ aside, how, until, reason, begunBy }: Aside): AsideNote {
  return { how, because: aside, reason, by: begunBy, ...(until === undefined ? {} : { until }) }
}

/** Whether an alarm that is there is why another one is. */
export function explains(world: World, { rule, kind, at }: Explanation, other: Alarm, alarm: Subject): boolean {
  if (other.rule !== rule || other.alarm === alarm.alarm || !isThere(other)) return false
  // One that is explained itself explains nothing: of two that explain each other, the first stands.
  if (other.aside?.how === 'suppressed') return false
  if (kind !== undefined && kind !== (other.kind ?? world.devices.get(other.device)?.kind)) return false
  if (at === 'device') return other.device === alarm.device
  // What is said of a place holds for all within it, and not for the place around it.
  if (other.group !== undefined) return isWithin(alarm.place, other.group) && alarm.group !== other.group
  const place = placeUpTo(alarm.place, at)
  return place !== undefined && place === placeUpTo(other.place, at)
}

/** What kept alarms aside is no more: another reason may, else they come back. */
export function letBack(world: World, because: string, lifeOf: LifeOf): Draft[] {
  return [...world.alarms.where('because', because)].flatMap((id) => {
    const alarm = world.alarms.get(id)
    if (!alarm) return []
    const reason = reasonAside(world, alarm, lifeOf, because)
    return [
      reason ? alarmSetAside(alarm.place, { alarm: id, aside: reason }) : alarmLetBack(alarm.place, { alarm: id }),
    ]
  })
}

/** The open alarms that something just set aside is about. */
export function setAside(world: World, aside: Aside): Draft[] {
  const drafts: Draft[] = []
  for (const alarm of world.alarms.values())
    if (!alarm.aside && isMeant(aside, alarm, world.devices.get(alarm.device)?.kind))
      drafts.push(alarmSetAside(alarm.place, { alarm: alarm.alarm, aside: noteOf(aside) }))
  return drafts
}
