import type { Effective } from '#models/effective.ts'
import type { AlarmWords } from '#shared/world/alarm-record.ts'
import type { ConditionIs, Often, Silent, Simple, Together } from '#shared/world/conditions.ts'
import type { Group } from './group.ts'
import { Held, type Level } from './held.ts'
import { isInForce } from './hours.ts'
import { type Sense, senseOf, type Verdict } from './sense.ts'

/** What a rule says of a device, each time it can say something. */
export interface Finding {
  device: string
  rule: string
  /** Of the rule, where it is not the device's own. */
  kind?: string
  /** The place whose devices are taken together. */
  group?: string
  level: 'on' | 'off'
  /** When it came to be, by the clock that runs beside the readings. */
  at: number
  grade: Effective['grade']
  is: ConditionIs
  words?: AlarmWords | undefined
  metric: string
  limit: number
  value: number
}

/** A rule at work on one device. */
export abstract class Running {
  protected readonly device: string
  protected readonly effective: Effective
  protected held: Held

  constructor(device: string, effective: Effective, held: Held) {
    this.device = device
    this.effective = effective
    this.held = held
  }

  /** When it says something if no reading comes until then. */
  get due(): number | undefined {
    return this.held.due
  }

  /** What it said may not have been heard: it says it again. */
  repeat(): void {
    this.held.said = undefined
  }

  /** It is at work no more. */
  leave(): void {}

  abstract read(at: number, now: number, values: Record<string, number>): Finding | undefined

  /** `at`: what the clock on the wall says. */
  tick(now: number, _at: number): Finding | undefined {
    const { due } = this.held
    return this.found(this.held.tick(now), due ?? now)
  }

  protected abstract found(level: Level, at: number): Finding | undefined

  protected finding(level: 'on' | 'off', at: number, said: Pick<Finding, 'metric' | 'limit' | 'value'>): Finding {
    const { rule, grade, words, when } = this.effective
    // By name: what is said is a sense, which has more to it.
    const { metric, limit, value } = said
    return { device: this.device, rule, grade, is: when.is, words, level, at, metric, limit, value }
  }
}

export function newHeld({ onDelay, offDelay, when }: Effective, isOn: boolean, now: number): Held {
  const looksBack = 'within' in when ? when.within * 1000 : 0
  return new Held(onDelay, offDelay, isOn, isOn ? now + looksBack : undefined)
}

/** On what one device measures. */
export class RunningSense extends Running {
  private readonly sense: Sense

  constructor(device: string, effective: Effective, when: Simple | Often, held: Held) {
    super(device, effective, held)
    this.sense = senseOf(when)
  }

  read(at: number, now: number, values: Record<string, number>): Finding | undefined {
    const verdict = this.sense.read(at, values)
    if (verdict === undefined) return undefined
    const { hours } = this.effective
    return this.found(this.held.feed(hours && !isInForce(hours, at) ? 'back' : verdict, now), now)
  }

  protected found(level: Level, at: number): Finding | undefined {
    return level && this.finding(level, at, this.sense)
  }
}

/** On that nothing is heard of it. */
export class RunningSilence extends Running {
  private readonly forMs: number
  private heardAt: number

  constructor(device: string, effective: Effective, when: Silent, held: Held, now: number) {
    super(device, effective, held)
    this.forMs = when.for * 1000 + effective.onDelay
    this.heardAt = now
  }

  override get due(): number | undefined {
    return this.held.said === 'on' ? undefined : this.heardAt + this.forMs
  }

  read(_at: number, now: number): Finding | undefined {
    this.heardAt = now
    return this.found(this.held.feed('back', now), now)
  }

  override tick(now: number, at: number): Finding | undefined {
    const since = this.heardAt + this.forMs
    if (now < since || !isInForce(this.effective.hours, at)) return undefined
    return this.found(this.held.feed('beyond', now), since)
  }

  protected found(level: Level, at: number): Finding | undefined {
    const seconds = Math.round((at - this.heardAt) / 1000)
    return level && this.finding(level, at, { metric: '', limit: this.forMs / 1000, value: seconds })
  }
}

/** What the devices of one place share. */
export interface Shared {
  kind: string
  place: string
  group: Group
  held: Held
}

/** On several devices of one place; each of them has one, and all of them share a group. */
export class RunningTogether extends Running {
  private readonly sense: Sense
  private readonly shared: Shared
  private readonly wanted: number

  constructor(device: string, effective: Effective, parts: { of: Simple; when: Together; shared: Shared }) {
    super(device, effective, parts.shared.held)
    this.sense = senseOf(parts.of)
    this.shared = parts.shared
    this.wanted = parts.when.devices
  }

  read(at: number, now: number, values: Record<string, number>): Finding | undefined {
    const verdict = this.sense.read(at, values)
    if (verdict === undefined) return undefined
    const { hours } = this.effective
    const own: Verdict = hours && !isInForce(hours, at) ? 'back' : verdict
    return this.found(this.held.feed(this.shared.group.feed(this.device, own, now), now), now)
  }

  override leave(): void {
    this.shared.group.drop(this.device)
  }

  protected found(level: Level, at: number): Finding | undefined {
    if (!level) return undefined
    const { kind, place, group } = this.shared
    const said = { metric: this.sense.metric, limit: this.wanted, value: group.count(at) }
    return { ...this.finding(level, at, said), kind, group: place }
  }
}
