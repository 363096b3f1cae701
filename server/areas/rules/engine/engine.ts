import { effectiveFor } from '#models/effective.ts'
import { placeUpTo } from '#shared/place/path.ts'
import type { Device } from '#shared/world/devices.ts'
import { type Rule, ruleKey } from '#shared/world/rules.ts'
import { Group } from './group.ts'
import {
  type Finding,
  newHeld,
  type Running,
  RunningSense,
  RunningSilence,
  RunningTogether,
  type Shared,
} from './running.ts'
import { RunningEvent } from './running-event.ts'

export type Subject = Pick<Device, 'device' | 'kind' | 'place'>

export interface EngineEnds {
  /** All rules there are. Asked anew after `changed`. */
  rules(): Iterable<Rule>
  /** Whether an alarm of this rule is open and its condition there: what is told after a restart, or a change of rules. */
  isOn(device: string, rule: string): boolean
  /** The same of a place, for rules that take its devices together. */
  isOnAt(place: string, rule: Pick<Rule, 'kind' | 'rule'>): boolean
}

const NONE: Finding[] = []

/**
 * All rules at work on all devices. It decides nothing: it says what has come to hold and what holds no more, and says it
 * again when asked to. Has no clock of its own: the past runs through it as the present does.
 */
export class RulesEngine {
  private readonly ends: EngineEnds
  private readonly running = new Map<string, AtWork>()
  private readonly waiting = new Set<Running>()
  private readonly shared = new Map<string, Shared>()
  private byKind: Map<string, Rule[]> | undefined

  constructor(ends: EngineEnds) {
    this.ends = ends
  }

  /** `at`: when it was measured; `now`: when it came, by a clock that never jumps. Both in milliseconds. */
  read(device: Subject, at: number, now: number, values: Record<string, number>): Finding[] {
    let findings = NONE
    for (const one of this.of(device, now).rules) {
      const finding = one.read(at, now, values)
      if (finding) {
        if (findings === NONE) findings = []
        findings.push(finding)
      }
      if (one.due !== undefined) this.waiting.add(one)
    }
    return findings
  }

  /** It tells of an event. `at`: what the clock on the wall says. */
  happened(device: Subject, event: string, now: number, at: number): Finding[] {
    return this.of(device, now).events.flatMap((one) => {
      const finding = one.happened(event, now, at)
      if (one.due !== undefined) this.waiting.add(one)
      return finding ?? []
    })
  }

  /** From now on it is listened to, though it has never spoken. */
  meet(device: Subject, now: number): void {
    this.of(device, now)
  }

  /** Time went by: what holds since then. `at`: what the clock on the wall says. */
  tick(now: number, at: number): Finding[] {
    const findings: Finding[] = []
    for (const one of this.waiting) {
      if (one.due !== undefined && one.due > now) continue
      const finding = one.due === undefined ? undefined : one.tick(now, at)
      if (finding) findings.push(finding)
      if (one.due === undefined) this.waiting.delete(one)
    }
    return findings.sort((a, b) => a.at - b.at)
  }

  /** The next time at which `tick` has something to say. */
  get due(): number | undefined {
    let next: number | undefined
    for (const { due } of this.waiting) if (due !== undefined && (next === undefined || due < next)) next = due
    return next
  }

  /** What was said of a device, or of all, may not have been heard. */
  repeat(device?: string): void {
    const those = device === undefined ? this.running.values() : [this.running.get(device)]
    for (const running of those)
      for (const one of running ? allOf(running) : NOBODY) {
        one.repeat()
        if (one.due !== undefined) this.waiting.add(one)
      }
  }

  /** Rules are otherwise than before: those that listen to one kind alone, or any. What others remember is kept. */
  changed(kind?: string): void {
    this.byKind = undefined
    if (kind === undefined) this.shared.clear()
    for (const [device, running] of this.running) if (kind === undefined || running.kind === kind) this.forget(device)
  }

  /** It stands elsewhere, is another one, or is there no more. */
  forget(device: string): void {
    const running = this.running.get(device)
    for (const one of running ? allOf(running) : NOBODY) {
      this.waiting.delete(one)
      one.leave()
    }
    this.running.delete(device)
  }

  private of(device: Subject, now: number): AtWork {
    const known = this.running.get(device.device)
    if (known) return known
    this.byKind ??= byKind(this.ends.rules())
    const made = (this.byKind.get(device.kind) ?? []).flatMap((rule) => this.make(rule, device, now) ?? [])
    const events = made.filter((one) => one instanceof RunningEvent)
    const rules = events.length > 0 ? made.filter((one) => !(one instanceof RunningEvent)) : made
    const running = { kind: device.kind, rules, events }
    this.running.set(device.device, running)
    for (const one of made) if (one.due !== undefined) this.waiting.add(one)
    return running
  }

  private make(rule: Rule, device: Subject, now: number): Running | undefined {
    const effective = effectiveFor(rule, device)
    if (!effective) return undefined
    const { when } = effective
    if (when.is === 'together') {
      const place = placeUpTo(device.place, when.at)
      const of = when.of.find(({ kind }) => kind === device.kind)?.when
      if (place === undefined || !of) return undefined
      const key = `${ruleKey(rule)}@${place}`
      let shared = this.shared.get(key)
      if (!shared) {
        const held = newHeld(effective, this.ends.isOnAt(place, rule), now)
        shared = { kind: rule.kind, place, group: new Group(when), held }
        this.shared.set(key, shared)
      }
      return new RunningTogether(device.device, effective, { of, when, shared })
    }
    const isOn = this.ends.isOn(device.device, rule.rule)
    if (when.is === 'silent') {
      const held = newHeld({ ...effective, onDelay: 0 }, isOn, now)
      return new RunningSilence(device.device, effective, when, held, now)
    }
    if (when.is === 'event') return new RunningEvent(device.device, effective, when, isOn, now)
    const held = newHeld(effective, isOn, now)
    return new RunningSense(device.device, effective, when, held)
  }
}

/** What is at work on one device: most listen to readings alone, and are not asked about events. */
interface AtWork {
  kind: string
  rules: readonly Running[]
  events: readonly RunningEvent[]
}

const NOBODY: readonly Running[] = []

function allOf({ rules, events }: AtWork): readonly Running[] {
  return events.length > 0 ? [...rules, ...events] : rules
}

/** Rules by the kinds whose devices they listen to. */
function byKind(rules: Iterable<Rule>): Map<string, Rule[]> {
  const found = new Map<string, Rule[]>()
  for (const rule of rules) {
    const kinds = rule.when.is === 'together' ? rule.when.of.map(({ kind }) => kind) : [rule.kind]
    for (const kind of new Set(kinds)) found.set(kind, [...(found.get(kind) ?? []), rule])
  }
  return found
}
