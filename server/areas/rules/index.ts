import { type Effective, effectiveFor } from '#models/effective.ts'
import type { DeviceKind } from '#models/kind.ts'
import { defaultRules } from '#models/rules.ts'
import { listRules, readRuleHistory, resetRule, saveRule, tryRule } from '#shared/contract/rules.ts'
import { refuse } from '#shared/errors.ts'
import { isWithin, placeUpTo } from '#shared/place/path.ts'
import type { Registry } from '#shared/registry.ts'
import type { Clock } from '#shared/time.ts'
import { alarmRegraded, alarmReturned } from '#shared/world/alarm-events.ts'
import { isThere } from '#shared/world/alarm-life.ts'
import type { Alarm } from '#shared/world/alarm-record.ts'
import type { Device } from '#shared/world/devices.ts'
import type { Draft } from '#shared/world/event.ts'
import { type Rule, ruleKey, ruleSet, ruleUnset } from '#shared/world/rules.ts'
import type { World } from '#shared/world/world.ts'
import { answer, decide, type Served } from '../../gateway/serve.ts'
import { aboutRule } from '../../log/about.ts'
import type { EventLog } from '../../log/log.ts'
import type { Storage } from '../../log/storage.ts'
import { checkRule, kindsOf } from './check-rule.ts'
import { dryRun } from './dry-run.ts'
import type { RulesAtWork } from './rules-at-work.ts'

interface Deps {
  log: EventLog
  storage: Storage
  clock: Clock
  kinds: Registry<DeviceKind>
  atWork: RulesAtWork
  root: string
}

export function ruleCalls({ log, storage, clock, kinds, atWork, root }: Deps): Served[] {
  /** A rule is the whole community's: whoever has a part of it does not set it for the others. */
  const forAll = (duty: string) =>
    isWithin(root, duty) ||
    refuse('access.denied', { duty }, 'rules are set by those whose duty is the whole community')
  const defaultOf = (rule: Pick<Rule, 'kind' | 'rule'>) => {
    const kind = kinds.get(rule.kind)
    return kind && defaultRules(kind).find((one) => one.rule === rule.rule)
  }
  return [
    answer(listRules, () => ({
      rules: [...atWork.rules.values()].map((rule) => {
        const { place: _, ...set } = log.told.rules.get(ruleKey(rule)) ?? { ...rule, place: root, version: 0 }
        return set
      }),
    })),
    decide(saveRule, (world, { note, seen, ...rule }, { duty }) => {
      forAll(duty)
      checkSeen(world, rule, seen)
      checkRule(rule, kinds, world)
      return [ruleSet(root, { ...rule, ...(note ? { note } : {}) }), ...followed(world, rule)]
    }),
    decide(resetRule, (world, { note, seen, ...name }, { duty }) => {
      forAll(duty)
      checkSeen(world, name, seen)
      if (!world.rules.has(ruleKey(name))) refuse('rule.unknown', name, 'nobody has set this rule')
      return [ruleUnset(root, { ...name, ...(note ? { note } : {}) }), ...followed(world, defaultOf(name) ?? name)]
    }),
    answer(readRuleHistory, async ({ limit, ...name }) => {
      const events = await storage.eventsAbout(log.stream, aboutRule(name), { limit })
      const versions = events.map(({ at, by, type, data }) => {
        const { note, ...rule } = data as Rule & { note?: string }
        return { at, by, ...(note ? { note } : {}), ...(type === ruleSet.type ? { rule } : {}) }
      })
      return { versions }
    }),
    answer(tryRule, ({ rule, from, to }, { duty }) => {
      checkRule(rule, kinds, log.told)
      const about = kindsOf(rule)
      const devices = [...log.told.devices.values()].filter(
        ({ kind, place }) => about.has(kind) && isWithin(place, duty),
      )
      const metricsOf = (kind: string) => metricsFor(rule, kind, Object.keys(kinds.get(kind)?.metrics ?? {}))
      return dryRun({
        storage,
        stream: log.stream,
        clock,
        rule: { ...rule, enabled: true },
        devices,
        metricsOf,
        from,
        to,
      })
    }),
  ]
}

/** Two people at one rule: the second is told, and does not undo the first without knowing. */
function checkSeen(world: World, name: Pick<Rule, 'kind' | 'rule'>, seen: number | undefined): void {
  const { changedAt = 0, changedBy } = world.rules.get(ruleKey(name)) ?? {}
  if (seen !== undefined && seen !== changedAt)
    refuse('rule.changed', { by: changedBy?.name ?? changedBy?.id, at: changedAt }, 'somebody has changed it meanwhile')
}

/** Alarms whose rule does not hold for them any more: no reading will ever say that they are over. Others are graded anew. */
function followed(world: World, rule: Rule | Pick<Rule, 'kind' | 'rule'>): Draft[] {
  const drafts: Draft[] = []
  for (const alarm of world.alarms.values()) {
    if (alarm.rule !== rule.rule || !isThere(alarm)) continue
    const device = world.devices.get(alarm.device)
    if ((alarm.kind ?? device?.kind) !== rule.kind) continue
    const effective = 'when' in rule && device ? effectiveFor(rule, device) : undefined
    const { alarm: id, place, value, grade } = alarm
    if (!effective || !device || !standsFor(effective, device, alarm))
      drafts.push(alarmReturned(place, { alarm: id, value }))
    else if (effective.grade !== grade && !alarm.graded)
      drafts.push(alarmRegraded(place, { alarm: id, grade: effective.grade }))
  }
  return drafts
}

/** Whether a reading to come can say that this alarm is over. */
function standsFor({ when }: Effective, device: Device, alarm: Alarm): boolean {
  if (when.is === 'together') return alarm.group === placeUpTo(device.place, when.at)
  if (alarm.group !== undefined) return false
  if (when.is === 'event' || alarm.is === 'event') return when.is === alarm.is
  return alarm.metric === (when.is === 'silent' ? '' : when.is === 'often' ? when.of.metric : when.metric)
}

function metricsFor({ when }: Rule, kind: string, all: readonly string[]): readonly string[] {
  if (when.is === 'silent') return all
  if (when.is === 'event') return []
  if (when.is === 'together') return when.of.filter((one) => one.kind === kind).map((one) => one.when.metric)
  return [when.is === 'often' ? when.of.metric : when.metric]
}
