import { isWithin } from '#shared/place/path.ts'
import type { Alarm, Grade } from '#shared/world/alarm-record.ts'
import type { Channel } from '#shared/world/notice-channels.ts'
import type { Route, SetRoute } from '#shared/world/notice-routes.ts'
import { isInForce } from '../rules/engine/hours.ts'

const GRADES: readonly Grade[] = [1, 2, 3, 4]

/** What is asked of an alarm when somebody looks for its routes. */
export type Routed = Pick<Alarm, 'grade' | 'rule' | 'place' | 'sign'> & { kind: string | undefined }

/** Why a route says nothing of an alarm; undefined: it does. */
export function whyNot(
  { enabled, when }: Route,
  alarm: Routed,
): 'off' | 'grade' | 'sign' | 'kind' | 'rule' | 'place' | undefined {
  if (!enabled) return 'off'
  if (when.grades.length > 0 && !when.grades.includes(alarm.grade)) return 'grade'
  if (when.signs.length > 0 && !(alarm.sign && when.signs.includes(alarm.sign))) return 'sign'
  if (when.kinds.length > 0 && !(alarm.kind !== undefined && when.kinds.includes(alarm.kind))) return 'kind'
  if (when.rules.length > 0 && !when.rules.includes(alarm.rule)) return 'rule'
  if (when.places.length > 0 && !when.places.some((place) => isWithin(alarm.place, place))) return 'place'
  return undefined
}

/** A route without a way out says nothing to nobody. */
export function hasWayOut({ steps }: Route, channels: { get(id: string): Channel | undefined }): boolean {
  return steps.some((step) => step.channels.some((id) => channels.get(id)?.enabled))
}

/** The routes by the grade that they are about: an alarm is held against the few that may mean it. */
export class RouteBook {
  private readonly byGrade = new Map<Grade, SetRoute[]>()

  constructor(routes: Iterable<SetRoute>, channels: { get(id: string): Channel | undefined }) {
    for (const grade of GRADES) this.byGrade.set(grade, [])
    for (const route of routes) {
      if (!route.enabled || !hasWayOut(route, channels)) continue
      for (const grade of route.when.grades.length > 0 ? route.when.grades : GRADES)
        this.byGrade.get(grade)?.push(route)
    }
  }

  get isEmpty(): boolean {
    return [...this.byGrade.values()].every((routes) => routes.length === 0)
  }

  /** Those that tell of it at that time. */
  for(alarm: Routed, at: number): SetRoute[] {
    const routes = this.byGrade.get(alarm.grade) ?? []
    return routes.filter((route) => whyNot(route, alarm) === undefined && isInForce(route.when.hours, at))
  }
}
