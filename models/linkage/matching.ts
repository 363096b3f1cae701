import { isWithin } from '#shared/place/path.ts'
import type { Alarm } from '#shared/world/alarm-record.ts'
import type { AlarmsMeant, Linkage } from '#shared/world/linkages.ts'
import { ruleKey } from '#shared/world/rules.ts'

/** Of an alarm, what decides whether a linkage is called; `kind`: of its rule, or of its device. */
export type Called = Pick<Alarm, 'rule' | 'sign' | 'grade' | 'place'> & { kind: string }

/** Which linkages an alarm calls. What does not depend on where and how grave it is, is looked up. */
export class Matching<L extends Linkage> {
  private readonly linkages: readonly L[]
  private readonly byCause = new Map<string, readonly L[]>()

  constructor(linkages: readonly L[]) {
    this.linkages = linkages
  }

  of(called: Called): readonly L[] {
    const key = `${called.kind}~${called.rule}~${called.sign ?? ''}`
    let meant = this.byCause.get(key)
    if (!meant) {
      meant = this.linkages.filter(({ when }) => isSubject(when, called))
      this.byCause.set(key, meant)
    }
    if (meant.length === 0) return meant
    return meant.filter(({ when }) => isThereAndSoGrave(when, called))
  }
}

export function isMeantBy(when: AlarmsMeant, called: Called): boolean {
  return isSubject(when, called) && isThereAndSoGrave(when, called)
}

function isSubject(when: AlarmsMeant, { kind, rule, sign }: Called): boolean {
  if (sign !== undefined && when.signs.includes(sign)) return true
  if (when.rules.includes(ruleKey({ kind, rule }))) return true
  // What is wrong with a device itself is not what it is there to tell.
  return sign !== 'silence' && when.kinds.includes(kind)
}

function isThereAndSoGrave({ grades, places }: AlarmsMeant, { grade, place }: Called): boolean {
  if (grades.length > 0 && !grades.includes(grade)) return false
  return places.length === 0 || places.some((scope) => isWithin(place, scope))
}
