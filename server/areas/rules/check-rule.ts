import type { DeviceKind } from '#models/kind.ts'
import { refuse } from '#shared/errors.ts'
import type { Registry } from '#shared/registry.ts'
import type { Condition, Happens, Simple } from '#shared/world/conditions.ts'
import type { Exception, Rule } from '#shared/world/rules.ts'
import type { World } from '#shared/world/world.ts'

/** Refuses a rule that could never mean anything: unknown kinds and metrics, limits that nothing can reach. */
export function checkRule(rule: Rule, kinds: Registry<DeviceKind>, world: World): void {
  const kind = known(kinds, rule.kind)
  checkCondition(rule.when, kind, kinds)
  for (const { kind: other, at, rule: name } of rule.explainedBy ?? []) {
    if (other !== undefined) known(kinds, other)
    if (name === rule.rule && at === 'device' && (other ?? rule.kind) === rule.kind)
      refuse('rule.pointless', { rule: name }, 'an alarm does not explain itself')
  }
  if (rule.when.is === 'event' && 'after' in rule.when.over && rule.onDelay > rule.when.over.after)
    refuse('rule.pointless', { onDelay: rule.onDelay, after: rule.when.over.after }, 'it is over before it counts')
  for (const exception of rule.exceptions) {
    checkLimits(rule.when, exception, kind)
    const { device: id } = exception
    if (id === undefined) continue
    const device = world.devices.get(id)
    if (!device) refuse('device.unknown', { device: id }, 'an exception for a device that there is not')
    if (device && !kindsOf(rule).has(device.kind))
      refuse('rule.pointless', { device: id }, 'an exception for a device that the rule is not about')
  }
}

/** What is otherwise has to be reachable as well, and to mean something for this form of condition. */
function checkLimits(when: Condition, { limit, deadBand }: Exception, kind: DeviceKind): void {
  if (limit === undefined && deadBand === undefined) return
  if (when.is !== 'above' && when.is !== 'below')
    refuse('rule.pointless', { is: when.is }, 'a limit of its own is for what is above or below one')
  else checkSimple({ ...when, limit: limit ?? when.limit, deadBand: deadBand ?? when.deadBand }, kind)
}

/** The kinds whose devices a rule listens to. */
export function kindsOf({ kind, when }: Pick<Rule, 'kind' | 'when'>): ReadonlySet<string> {
  return new Set(when.is === 'together' ? when.of.map((one) => one.kind) : [kind])
}

function checkCondition(when: Condition, kind: DeviceKind, kinds: Registry<DeviceKind>): void {
  if (when.is === 'silent') return
  if (when.is === 'event') {
    checkEvent(when, kind)
    return
  }
  if (when.is !== 'together') {
    checkSimple(when.is === 'often' ? when.of : when, kind)
    return
  }
  if (!when.of.some((one) => one.kind === kind.kind))
    refuse('rule.pointless', { kind: kind.kind }, 'a rule of this kind has to listen to devices of it')
  if (new Set(when.of.map((one) => one.kind)).size < when.of.length)
    refuse('rule.pointless', { kind: kind.kind }, 'a kind is named twice')
  for (const one of when.of) checkSimple(one.when, known(kinds, one.kind))
}

function checkEvent({ event, over }: Happens, { kind, events }: DeviceKind): void {
  for (const name of 'by' in over ? [event, over.by] : [event])
    if (!Object.hasOwn(events, name))
      refuse('happening.unknown', { event: name, kind }, `nothing of that name happens to a ${kind}`)
  if ('by' in over && over.by === event) refuse('rule.pointless', { event }, 'what raises it cannot be what ends it')
}

function checkSimple(when: Simple, kind: DeviceKind): void {
  const known = Object.hasOwn(kind.metrics, when.metric) ? kind.metrics[when.metric] : undefined
  const { min, max } = known ?? refuse('metric.unknown', { kind: kind.kind, metric: when.metric }, 'no such metric')
  const reachable = isReachable(when, min, max)
  if (!reachable)
    refuse('rule.pointless', { metric: when.metric, min, max }, 'no reading can go beyond this, or come back from it')
}

function isReachable(when: Simple, min: number, max: number): boolean {
  if ('by' in when) return when.by < max - min
  if ('values' in when) return when.values.every((value) => value >= min && value <= max)
  return when.is === 'above'
    ? when.limit < max && when.limit - when.deadBand >= min
    : when.limit > min && when.limit + when.deadBand <= max
}

function known(kinds: Registry<DeviceKind>, kind: string): DeviceKind {
  return kinds.get(kind) ?? refuse('kind.unknown', { kind }, 'no such kind of device')
}
