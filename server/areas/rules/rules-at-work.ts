import { healthFindings } from '#models/health.ts'
import type { DeviceKind } from '#models/kind.ts'
import { rulesInForce } from '#models/rules.ts'
import type { Registry } from '#shared/registry.ts'
import { type Clock, every, SECOND } from '#shared/time.ts'
import { isThere } from '#shared/world/alarm-life.ts'
import { deviceChanged, deviceMoved, deviceRestored, deviceRetired } from '#shared/world/device-changes.ts'
import { type Device, deviceRegistered } from '#shared/world/devices.ts'
import type { Draft } from '#shared/world/event.ts'
import { SYSTEM } from '#shared/world/event.ts'
import { type AlarmLife, type Rule, ruleKey, ruleSet, ruleUnset } from '#shared/world/rules.ts'
import type { World } from '#shared/world/world.ts'
import type { EventLog } from '../../log/log.ts'
import { openAlarm } from '../alarms/judge.ts'
import type { HealthWatch } from '../health/watch.ts'
import { RulesEngine } from './engine/engine.ts'
import type { Finding } from './engine/running.ts'

interface Deps {
  log: EventLog
  clock: Clock
  kinds: Registry<DeviceKind>
  /** Takes up what may have one cause with others, and says it when that is known. */
  watch: Pick<HealthWatch, 'sift' | 'settle' | 'repeat' | 'forget'>
  /** What follows for the world when a rule finds something on a device. */
  follow(world: World, device: Device, at: number, findings: readonly Finding[]): Draft[]
}

/** The rules as they are set now, run over every reading that comes and over the time that passes. */
export class RulesAtWork {
  private readonly engine: RulesEngine
  private readonly deps: Deps
  private readonly stops: (() => void)[]
  /** Every rule there is, by its key. */
  rules: ReadonlyMap<string, Rule>
  private explained: { of: RulesAtWork['rules']; byRule: ReadonlyMap<string, ReadonlySet<string>> } | undefined
  /** So many devices there were when all were met. */
  private met = 0

  constructor(deps: Deps) {
    const { log, clock } = deps
    this.deps = deps
    const isOn = (cause: Parameters<typeof openAlarm>[1]) => {
      const alarm = openAlarm(log.decided, cause)
      return alarm !== undefined && isThere(alarm)
    }
    this.engine = new RulesEngine({
      rules: () => this.rules.values(),
      isOn: (device, rule) => isOn({ device, rule }),
      isOnAt: (group, { kind, rule }) => isOn({ device: '', group, kind, rule }),
    })
    this.rules = rulesInForce(deps.kinds.all, log.told.rules.values())
    this.stops = [
      every(clock, SECOND, () => this.tick()),
      // What was found just before may not be on disk.
      log.onFault(() => {
        this.engine.repeat()
        deps.watch.repeat()
      }),
      log.onCommitted(({ events }) => {
        for (const { type, data } of events)
          if (type === ruleSet.type || type === ruleUnset.type) this.learn(data as Pick<Rule, 'kind' | 'rule'>)
          else if (isAnotherDevice(type, data)) this.forget((data as { device: string }).device)
      }),
    ]
  }

  read(device: Device, at: number, values: Record<string, number>): Finding[] {
    // While nothing can be written, whoever comes to a screen hears of it with the next reading.
    if (this.deps.log.fault) this.engine.repeat(device.device)
    const now = this.deps.clock.monotonic()
    const findings = this.engine.read(device, at, now, values)
    return findings.length === 0 ? findings : this.deps.watch.sift(device, findings, now)
  }

  /** How alarms of a rule live; those that are no rule of a kind are found by looking at many devices. */
  readonly lifeOf = (kind: string | undefined, rule: string): AlarmLife =>
    this.rules.get(ruleKey({ kind: kind ?? '', rule })) ?? healthFindings[rule] ?? NO_LIFE

  /** The rules whose alarms one of this rule may explain. */
  explainedBy(rule: string): ReadonlySet<string> {
    if (this.explained?.of !== this.rules)
      this.explained = { of: this.rules, byRule: explanations(this.rules.values()) }
    return this.explained.byRule.get(rule) ?? NOTHING
  }

  happened(device: Device, event: string): Finding[] {
    const { log, clock } = this.deps
    if (log.fault) this.engine.repeat(device.device)
    return this.engine.happened(device, event, clock.monotonic(), clock.now())
  }

  close(): void {
    for (const stop of this.stops) stop()
  }

  private learn(name: Pick<Rule, 'kind' | 'rule'>): void {
    const before = this.rules.get(ruleKey(name))
    this.rules = rulesInForce(this.deps.kinds.all, this.deps.log.told.rules.values())
    const versions = [before, this.rules.get(ruleKey(name))]
    // What takes devices together may listen to any kind.
    this.engine.changed(versions.some((one) => one?.when.is === 'together') ? undefined : name.kind)
    this.met = 0
  }

  private forget(device: string): void {
    this.engine.forget(device)
    this.deps.watch.forget(device)
    this.met = 0
  }

  /** Who has never spoken is listened to as well: silence is to be heard, and the end of what a restart has found. */
  private meetAll(now: number): void {
    const { devices } = this.deps.log.told
    if (this.met === devices.size) return
    this.met = devices.size
    if (![...this.rules.values()].some(({ when }) => when.is === 'silent' || when.is === 'event')) return
    for (const device of devices.values()) this.engine.meet(device, now)
  }

  /** What holds without a reading that says so: long enough, or because there is none. */
  private tick(): void {
    const { log, clock, follow, watch } = this.deps
    // What cannot be written is found again when it can.
    if (log.fault) return
    const now = clock.monotonic()
    this.meetAll(now)
    const found = this.engine.tick(now, clock.now()).flatMap((finding) => {
      const device = log.told.devices.get(finding.device)
      return device ? watch.sift(device, [finding], now) : []
    })
    const findings = [...found, ...watch.settle(now)]
    if (findings.length === 0) return
    const decide = (world: World) =>
      findings.flatMap((finding) => {
        const device = world.devices.get(finding.device) ?? anyOf(world, finding)
        return device ? follow(world, device, clock.now(), [finding]) : []
      })
    log.append(decide, SYSTEM).catch(() => {})
  }
}

const NO_LIFE: AlarmLife = {}
const NOTHING: ReadonlySet<string> = new Set()

function explanations(rules: Iterable<Rule>): Map<string, Set<string>> {
  const byRule = new Map<string, Set<string>>()
  const all = [...rules, ...Object.entries(healthFindings).map(([rule, life]) => ({ ...life, rule }))]
  for (const { rule, explainedBy = [] } of all)
    for (const { rule: other } of explainedBy) byRule.set(other, (byRule.get(other) ?? new Set()).add(rule))
  return byRule
}

/** What is said of a place ends, though the device on which it hung may be gone by then. */
function anyOf(world: World, { group, level }: Finding): Device | undefined {
  if (group === undefined || level === 'on') return undefined
  for (const device of world.devices.values()) return device
  return undefined
}

const REPLACED = new Set([deviceRegistered, deviceMoved, deviceRetired, deviceRestored].map(({ type }) => type))

/** Whether the device is no more the one that was listened to; another name or keeper is nothing to forget for. */
function isAnotherDevice(type: string, data: unknown): boolean {
  if (type === deviceChanged.type) {
    const { was } = data as { was: object }
    return 'kind' in was || 'assetState' in was || 'gateway' in was
  }
  return REPLACED.has(type)
}
