import { isWithin } from '#shared/place/path.ts'
import type { AlarmWords, Grade } from '#shared/world/alarm-record.ts'
import type { Condition } from '#shared/world/conditions.ts'
import type { Device } from '#shared/world/devices.ts'
import type { Exception, Hours, Rule } from '#shared/world/rules.ts'

/** A rule as it is for one device. */
export interface Effective {
  rule: string
  when: Condition
  onDelay: number
  offDelay: number
  grade: Grade
  /** What it is called, where somebody has set it. */
  words?: AlarmWords | undefined
  hours?: Hours | undefined
}

const SECOND = 1000

/** Undefined: it does not hold for this device. Delays in milliseconds. */
export function effectiveFor(rule: Rule, device: Pick<Device, 'device' | 'place'>): Effective | undefined {
  const exception = nearest(rule.exceptions, device)
  if (!(exception?.enabled ?? rule.enabled)) return undefined
  return {
    rule: rule.rule,
    when: withLimit(rule.when, exception),
    onDelay: (exception?.onDelay ?? rule.onDelay) * SECOND,
    offDelay: (exception?.offDelay ?? rule.offDelay) * SECOND,
    grade: exception?.grade ?? rule.grade,
    words: 'version' in rule ? { name: rule.name, advice: rule.advice } : undefined,
    hours: rule.hours,
  }
}

/** The device's own before any of a place, and of places the smallest. */
function nearest(exceptions: readonly Exception[], device: Pick<Device, 'device' | 'place'>): Exception | undefined {
  let found: Exception | undefined
  for (const one of exceptions) {
    if (one.device === device.device) return one
    if (one.place === undefined || !isWithin(device.place, one.place)) continue
    if (one.place.length > (found?.place?.length ?? -1)) found = one
  }
  return found
}

function withLimit(when: Condition, exception: Exception | undefined): Condition {
  if (exception?.limit === undefined && exception?.deadBand === undefined) return when
  if (when.is !== 'above' && when.is !== 'below') return when
  return { ...when, limit: exception.limit ?? when.limit, deadBand: exception.deadBand ?? when.deadBand }
}
