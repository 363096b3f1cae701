import { GATEWAY_OUT, LOST } from '#models/health.ts'
import { isWithin } from '#shared/place/path.ts'
import { type Clock, SECOND } from '#shared/time.ts'
import { isThere } from '#shared/world/alarm-life.ts'
import { type Device, isInService } from '#shared/world/devices.ts'
import type { EventLog } from '../../log/log.ts'
import type { Finding } from '../rules/engine/running.ts'
import { behind } from './chains.ts'
import { Drift } from './drift.ts'
import { type Gather, Gathering } from './gathering.ts'
import { Standing } from './standing.ts'

/** Devices fall silent at their own pace: a slow one a minute and more after a quick one of the same cable. */
const OUTAGE: Gather = {
  rule: 'outage',
  grade: 2,
  metric: LOST,
  deepest: 'floor',
  patienceMs: 75 * SECOND,
  quietMs: 20 * SECOND,
  latestMs: 150 * SECOND,
  gateway: { rule: GATEWAY_OUT, grade: 2 },
}
/** When most clocks differ from ours, it is ours. */
const CLOCKS: Gather = {
  rule: 'clocks-apart',
  grade: 3,
  metric: 'clock',
  deepest: 'community',
  patienceMs: 60 * SECOND,
  quietMs: 20 * SECOND,
  latestMs: 60 * SECOND,
}
/** After a start the devices have this long to come back before anything is made of those that do not. */
const GRACE_MS = 30 * SECOND
/** One with a wrong clock counts as silent when it has said nothing for so long. */
const SPEAKS_WITHIN_MS = 180 * SECOND
const WRONG_CLOCK = { rule: 'clock', grade: 4, is: 'above', metric: 'clock', limit: 30 } as const

interface Deps {
  log: EventLog
  clock: Clock
  wasHeard(device: Device): boolean
}

/** Devices that are not heard of, and clocks that are wrong: told one by one, or many at once when they have one cause. */
export class HealthWatch {
  private readonly deps: Deps
  private readonly standing: Standing
  private readonly lost: Gathering
  private readonly clocks: Gathering
  private readonly drift = new Drift()
  private readonly startedAt: number
  /** Who spoke before what was said before the start is taken up; undefined: that was long ago. */
  private spoken: Set<string> | undefined = new Set()
  /** What is said to be so, and we may not know of: after a start, or when the disk failed. */
  private isTakenUp = false
  private pending: Finding[] = []

  constructor(deps: Deps) {
    this.deps = deps
    this.startedAt = deps.clock.monotonic()
    this.standing = new Standing(
      () => deps.log.told.devices.values(),
      (device) => this.isMissed(device),
    )
    const ends = {
      total: (group: string) => this.standing.in(group),
      behind: (gateway: string) => this.behind(gateway),
      isAway: (gateway: string) => {
        const device = deps.log.told.devices.get(gateway)
        return device && device.link === 'offline'
      },
    }
    // One whose readings are refused for their time speaks, and is said to have a wrong clock.
    const isSilent = (device: string, at: number) => !this.drift.isSpeaking(device, at - SPEAKS_WITHIN_MS)
    this.lost = new Gathering(OUTAGE, { ...ends, isTold: isSilent })
    this.clocks = new Gathering(CLOCKS, { ...ends, isTold: () => true })
  }

  /** Nobody misses what was never heard of, is kept in store, or is being repaired. */
  private isMissed(device: Device): boolean {
    return isInService(device) && this.deps.wasHeard(device)
  }

  private *behind(gateway: string): Iterable<Device> {
    const { devices } = this.deps.log.told
    for (const id of devices.where('gateway', gateway)) {
      const device = devices.get(id)
      if (device && this.isMissed(device)) yield device
    }
  }

  /** Of what the rules found: all but silences, which wait here for others. */
  sift(device: Device, findings: Finding[], now: number): Finding[] {
    if (!findings.some(({ rule }) => rule === LOST)) return findings
    return findings.filter((finding) => {
      if (finding.rule !== LOST) return true
      if (finding.level === 'on') {
        if (this.isMissed(device)) this.lost.strike(device, finding, now)
        return false
      }
      this.spoken?.add(device.device)
      this.lost.release(device.device)
      return true
    })
  }

  /** A reading came that says when it was measured. */
  timed(device: Device, saidAt: number): void {
    const { clock } = this.deps
    if (!isInService(device)) return
    const now = clock.monotonic()
    const seconds = this.drift.note(device.device, saidAt, clock.now(), now)
    if (seconds === undefined) return
    const finding = { ...WRONG_CLOCK, device: device.device, at: now, value: Math.round(seconds) }
    if (seconds > 0) this.clocks.strike(device, { ...finding, level: 'on' }, now)
    else {
      this.clocks.release(device.device)
      this.pending.push({ ...finding, level: 'off' })
    }
  }

  /** What is to be said now that time went by. */
  settle(now: number): Finding[] {
    if (now - this.startedAt < GRACE_MS) return []
    if (!this.isTakenUp) this.takeUp(now)
    const { pending } = this
    this.pending = []
    if (this.lost.isCalm && this.clocks.isCalm) return pending
    this.standing.look(now)
    return [...pending, ...this.lost.settle(now), ...this.clocks.settle(now)]
  }

  /** It stands elsewhere, is another one, or is there no more. */
  forget(device: string): void {
    this.lost.release(device)
    if (this.lost.doubt(behind(device))) this.isTakenUp = false
    this.clocks.release(device)
    this.drift.forget(device)
  }

  /** What was said may not be on disk. */
  repeat(): void {
    this.lost.repeat()
    this.clocks.repeat()
    this.isTakenUp = false
  }

  /** What the alarms say stands until it is heard of anew: a place that was cut off before a restart is so until then. */
  private takeUp(now: number): void {
    this.isTakenUp = true
    const { spoken } = this
    this.spoken = undefined
    for (const alarm of this.deps.log.told.alarms.values()) {
      const { rule, group, device } = alarm
      if (!isThere(alarm)) continue
      if (rule === WRONG_CLOCK.rule) this.drift.resume(device)
      else if (rule === GATEWAY_OUT) {
        this.lost.resume(behind(device), device, now)
        if (spoken) this.strikeAll(this.behind(device), spoken, now)
      } else if (group === undefined) continue
      else if (rule === CLOCKS.rule) this.clocks.resume(group, device, now)
      else if (rule === OUTAGE.rule) {
        this.lost.resume(group, device, now)
        if (spoken) this.strikeAll(this.within(group), spoken, now)
      }
    }
  }

  private *within(place: string): Iterable<Device> {
    for (const one of this.deps.log.told.devices.values())
      if (isWithin(one.place, place) && this.isMissed(one)) yield one
  }

  private strikeAll(those: Iterable<Device>, spoken: ReadonlySet<string>, now: number): void {
    for (const one of those) if (!spoken.has(one.device)) this.lost.strike(one, lostBefore(one.device, now), now)
  }
}

function lostBefore(device: string, at: number): Finding {
  return { device, rule: LOST, level: 'on', at, grade: 4, is: 'silent', metric: '', limit: 0, value: 0 }
}
