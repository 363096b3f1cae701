import { type KnownLinkage, linkagesInForce } from '#models/linkage/in-force.ts'
import { Matching } from '#models/linkage/matching.ts'
import { Surroundings } from '#models/linkage/surroundings.ts'
import { SECOND } from '#shared/time.ts'
import { alarmLetBack, alarmRaised, alarmRecurred, alarmRegraded } from '#shared/world/alarm-events.ts'
import { isCalling, isThere } from '#shared/world/alarm-life.ts'
import type { Alarm } from '#shared/world/alarm-record.ts'
import { type Actor, type Draft, type Event, SYSTEM } from '#shared/world/event.ts'
import { linkageRan, linkageSetBack } from '#shared/world/linkage-runs.ts'
import { linkageModeSet, linkageSet, linkageUnset } from '#shared/world/linkages.ts'
import type { World } from '#shared/world/world.ts'
import type { EventLog } from '../../log/log.ts'
import type { OrderDeps } from '../orders/ask-order.ts'
import { answers, Outcomes, overdue } from './outcomes.ts'
import { decideRun, type RunDeps, runKey } from './run.ts'

/** What an alarm raised just before a stop would have called is called after the start, if that was so lately. */
const LATELY_MS = 120 * SECOND
/** Devices come back before anybody is told anything. */
const COME_BACK_MS = 5 * SECOND
/** So long alarms are worked off before all else has its turn. */
const TURN_MS = 8

const CALLING = new Set([alarmRaised, alarmRecurred, alarmLetBack, alarmRegraded].map(({ type }) => type))
const CHANGING = new Set([linkageSet, linkageModeSet, linkageUnset].map(({ type }) => type))

interface Deps extends OrderDeps {
  log: EventLog
  newestAt(device: string): number | undefined
  isWayOut(place: string): boolean
}

/** Linkages as they are set now: what follows alarms when these are on disk, and what comes of it. */
export class LinkagesAtWork {
  readonly devices = new Surroundings()
  readonly run: RunDeps
  linkages: ReadonlyMap<string, KnownLinkage>
  private readonly deps: Deps
  private matching: Matching<KnownLinkage>
  private readonly outcomes = new Outcomes()
  private readonly waiting: string[] = []
  private turn: NodeJS.Immediate | undefined
  private readonly stops: (() => void)[]

  constructor(deps: Deps) {
    const { log, clock, kinds, isWayOut } = deps
    this.deps = deps
    const looking = kinds.all.filter(({ looks }) => looks).map(({ kind }) => kind)
    this.run = { ...deps, plan: { devices: this.devices, looking, isWayOut } }
    for (const device of log.told.devices.values()) this.devices.put(device)
    this.linkages = linkagesInForce(log.told.linkages.values())
    this.matching = this.compiled()
    for (const run of log.told.linkageRuns.values()) this.outcomes.learn(run)
    this.stops = [
      log.onCommitted(({ events }) => this.follow(events)),
      // What could not be written when it was due is made good now.
      log.onFault((fault) => {
        if (!fault) this.takeUp()
      }),
      clock.after(COME_BACK_MS, () => this.takeUp()),
    ]
    this.answer(overdue(log.told))
  }

  close(): void {
    for (const stop of this.stops) stop()
    clearImmediate(this.turn)
  }

  private compiled(): Matching<KnownLinkage> {
    return new Matching([...this.linkages.values()].filter(({ mode }) => mode !== 'off'))
  }

  private takeUp(): void {
    const { log, clock } = this.deps
    this.answer(overdue(log.told))
    for (const alarm of log.told.alarms.values())
      if (clock.now() - alarm.raisedAt < LATELY_MS) this.consider(alarm, alarm.raisedAt)
  }

  private follow(events: readonly Event[]): void {
    const { told } = this.deps.log
    const outcomes = []
    for (const event of events) {
      const { type, data } = event
      if (CALLING.has(type)) {
        const alarm = told.alarms.get((data as { alarm: string }).alarm)
        if (alarm) this.consider(alarm)
      } else if (type === linkageRan.type || type === linkageSetBack.type) {
        const run = told.linkageRuns.get((data as { part: string }).part)
        if (run) this.outcomes.learn(run)
      } else if (type.startsWith('device:')) this.learnDevice(data as { device?: string; left?: string })
      else if (CHANGING.has(type)) {
        this.linkages = linkagesInForce(told.linkages.values())
        this.matching = this.compiled()
        this.outcomes.forget(told)
      } else {
        const outcome = this.outcomes.of(event)
        if (outcome) outcomes.push(outcome)
      }
    }
    this.answer(outcomes)
  }

  private learnDevice({ device, left }: { device?: string; left?: string }): void {
    const id = device ?? left
    if (id === undefined) return
    const known = this.deps.log.told.devices.get(id)
    const before = this.devices.get(id)
    if (!known) this.devices.drop(id)
    // It says much, and stands where it stood.
    else if (before?.position !== known.position || before.place !== known.place || before.kind !== known.kind)
      this.devices.put(known)
  }

  /** `since`: only of linkages that are as they were then. */
  private consider(alarm: Alarm, since = Number.POSITIVE_INFINITY): void {
    if (!isActing(alarm)) return
    for (const { linkage, changedAt = 0 } of this.matching.of(this.calledBy(alarm)))
      if (changedAt <= since && !this.deps.log.told.linkageRuns.has(runKey(linkage, alarm.alarm)))
        this.waiting.push(linkage, alarm.alarm)
    if (this.waiting.length > 0) this.turn ??= setImmediate(() => this.work())
  }

  /** A flood of alarms is worked off piece by piece: what comes in is not held up by it. */
  private work(): void {
    this.turn = undefined
    const { log, clock } = this.deps
    const end = clock.monotonic() + TURN_MS
    for (let n = 0; n < this.waiting.length; n += 2) {
      if (clock.monotonic() > end) {
        this.waiting.splice(0, n)
        this.turn = setImmediate(() => this.work())
        return
      }
      const [id, alarm] = [this.waiting[n] as string, this.waiting[n + 1] as string]
      const linkage = this.linkages.get(id)
      if (!linkage || linkage.mode === 'off') continue
      // What cannot be written now is taken up when it can.
      log.append((world) => this.decide(world, alarm, linkage), actorOf(linkage)).catch(() => {})
    }
    this.waiting.length = 0
  }

  private decide(world: World, id: string, linkage: KnownLinkage): Draft[] {
    const alarm = world.alarms.get(id)
    return alarm && isActing(alarm) ? decideRun(world, alarm, linkage, this.run) : []
  }

  private calledBy(alarm: Alarm) {
    return { ...alarm, kind: alarm.kind ?? this.deps.log.told.devices.get(alarm.device)?.kind ?? '' }
  }

  private answer(outcomes: Parameters<typeof answers>[1]): void {
    if (outcomes.length > 0) this.deps.log.append((world) => answers(world, outcomes), SYSTEM).catch(() => {})
  }
}

/** It calls somebody, and its condition is there: what is set aside, or gone, moves nothing. */
function isActing(alarm: Alarm): boolean {
  return isCalling(alarm) && isThere(alarm)
}

export function actorOf({ linkage, name }: Pick<KnownLinkage, 'linkage' | 'name'>): Actor {
  return { kind: 'system', id: `linkage:${linkage}`, name: name.zh.slice(0, 64) }
}
