import { type Clock, every, MINUTE, SECOND } from '#shared/time.ts'
import {
  alarmLetBack,
  alarmRaised,
  alarmRecurred,
  alarmRegraded,
  alarmReopened,
  alarmRepeated,
  alarmUnacknowledged,
} from '#shared/world/alarm-events.ts'
import type { Alarm } from '#shared/world/alarm-record.ts'
import { deliveryEnded, deliveryReceived } from '#shared/world/deliveries.ts'
import { type Draft, type Event, SYSTEM } from '#shared/world/event.ts'
import type { SetRoute } from '#shared/world/notice-routes.ts'
import {
  type Notice,
  noticeBegun,
  noticeEnded,
  noticeJoined,
  noticeRepeated,
  noticeStepped,
  openKey,
} from '#shared/world/notices.ts'
import type { World } from '#shared/world/world.ts'
import type { EventLog } from '../../log/log.ts'
import { Deadlines } from '../alarms/deadlines.ts'
import { isInForce } from '../rules/engine/hours.ts'
import { dropped, isReal, isUnreached, keyOf, wanting, wantsTelling, whoHeard, whyOver } from './notice-state.ts'
import { RouteBook } from './route-book.ts'
import { newId, type Subject, Telling } from './telling.ts'

interface Deps {
  log: EventLog
  clock: Clock
  report(text: string): void
}

/** After a start: what rose in the last moments may not have been told. */
const LOOK_BACK_MS = 15 * MINUTE

/** Events after which an alarm may call for people who were not told of it yet. */
const CALLS = new Set<string>(
  [alarmRaised, alarmRecurred, alarmUnacknowledged, alarmRegraded, alarmRepeated, alarmLetBack, alarmReopened].map(
    ({ type }) => type,
  ),
)

/** Who is told of alarms, who next when nobody answers, and when it is enough. Only of the living world: a drill tells nobody. */
export class NoticesAtWork {
  private readonly deps: Deps
  private readonly deadlines: Deadlines
  private readonly stops: (() => void)[]
  private book: RouteBook
  /** Routes whose hours were on when we looked last. */
  private inForce: ReadonlySet<string>

  constructor(deps: Deps) {
    const { log, clock } = deps
    this.deps = deps
    this.deadlines = new Deadlines(clock)
    this.book = new RouteBook(log.told.routes.values(), log.told.channels)
    this.inForce = this.routesInForce()
    if (log.stream !== 'live') {
      this.stops = []
      return
    }
    this.stops = [
      every(clock, SECOND, () => this.tick()),
      every(clock, MINUTE, () => this.watchHours()),
      log.onCommitted(({ events }) => this.follow(events)),
      log.onFault((fault) => {
        if (!fault) this.takeUp()
      }),
    ]
    this.takeUp()
  }

  close(): void {
    for (const stop of this.stops) stop()
  }

  /** After a start: what is under way goes on, and what rose while nobody looked is told. */
  private takeUp(): void {
    const { told } = this.deps.log
    for (const notice of told.notices.values()) this.watch(notice)
    const since = this.deps.clock.now() - LOOK_BACK_MS
    const fresh = [...told.alarms.values()].filter((alarm) => {
      const called = alarm.againAt ?? alarm.raisedAt
      return called > since && wantsTelling(alarm) && !this.wasTold(told, alarm, called)
    })
    this.call(fresh.map(({ alarm }) => alarm))
    this.look([...told.alarms.ids()])
  }

  private wasTold(world: World, { alarm }: Alarm, since: number): boolean {
    for (const notice of world.notices.values())
      if (notice.alarms.includes(alarm) && (notice.endedAt === undefined || notice.endedAt >= since)) return true
    return false
  }

  private follow(events: readonly Event[]): void {
    const { told } = this.deps.log
    const called: string[] = []
    const moved: string[] = []
    for (const { type, data } of events) {
      const { alarm, notice, delivery } = data as { alarm?: string; notice?: string; delivery?: string }
      if (type.startsWith('route:') || type.startsWith('channel:')) this.reread()
      else if (type.startsWith('alarm:') && alarm !== undefined) (CALLS.has(type) ? called : moved).push(alarm)
      else if (type.startsWith('notice:') && notice !== undefined) {
        const known = told.notices.get(notice)
        if (known) this.watch(known)
      }
      if (delivery !== undefined && (type === deliveryEnded.type || type === deliveryReceived.type))
        for (const id of told.deliveries.get(delivery)?.notices ?? []) this.escalateUnreached(id)
    }
    this.call(called)
    this.look([...called, ...moved])
  }

  private reread(): void {
    const { told } = this.deps.log
    this.book = new RouteBook(told.routes.values(), told.channels)
    this.inForce = this.routesInForce()
    for (const notice of told.notices.values()) if (notice.endedAt === undefined) this.watch(notice)
  }

  /** Alarms that call: each route that means them begins to tell, or goes on with those of the same cause. */
  private call(ids: readonly string[]): void {
    if (ids.length === 0 || this.book.isEmpty) return
    this.append((world) => this.called(world, ids, (alarm, at) => this.book.for(alarm, at)))
  }

  private called(
    world: World,
    ids: readonly string[],
    routesFor: (alarm: Alarm & { kind: string | undefined }, at: number) => readonly SetRoute[],
  ): Draft[] {
    const now = this.deps.clock.now()
    const subjects = new Map<string, { route: SetRoute; key: string; alarms: Alarm[] }>()
    for (const id of new Set(ids)) {
      const alarm = world.alarms.get(id)
      if (!alarm || !wantsTelling(alarm) || !isReal(world, alarm)) continue
      const kind = alarm.kind ?? world.devices.get(alarm.device)?.kind
      for (const route of routesFor({ ...alarm, kind }, now)) {
        const key = openKey(route.route, keyOf(alarm))
        const subject = subjects.get(key)
        if (subject) subject.alarms.push(alarm)
        else subjects.set(key, { route, key: keyOf(alarm), alarms: [alarm] })
      }
    }
    const telling = new Telling(world, now)
    return [...subjects.values()].flatMap((subject) => this.beginOrJoin(world, telling, subject)).concat(telling.drafts)
  }

  private beginOrJoin(
    world: World,
    telling: Telling,
    { route, key, alarms }: { route: SetRoute; key: string; alarms: Alarm[] },
  ): Draft[] {
    const [first] = alarms.sort((a, b) => a.grade - b.grade || b.raisedAt - a.raisedAt)
    if (!first) return []
    const [known] = world.notices.where('open', openKey(route.route, key))
    const open = known === undefined ? undefined : world.notices.get(known)
    if (!open) {
      const notice = newId('n')
      const { place, grade } = first
      const ids = alarms.map(({ alarm }) => alarm).slice(0, 200)
      const begun = noticeBegun(place, { notice, route: route.route, name: route.name, key, alarms: ids, grade })
      const [step] = route.steps
      if (!step || step.after > 0) return [begun]
      const subject = {
        notice,
        place,
        what: 'alarm',
        alarms: ids,
        count: alarms.length,
        grade,
        step: 0,
        round: 0,
      } as const
      const gaps = telling.tellStep(step, subject)
      return [begun, noticeStepped(place, { notice, step: 0, ...(gaps > 0 && { gaps }) })]
    }
    const fresh = alarms.filter(({ alarm, grade }) => !open.alarms.includes(alarm) || grade < open.grade)
    const drafts = fresh.map(({ alarm, grade }) =>
      noticeJoined(open.place, { notice: open.notice, joining: alarm, grade }),
    )
    // Those of a cause are counted when it is told next; a graver one does not wait for that.
    if (first.grade < open.grade)
      for (const step of route.steps.slice(0, open.steps))
        telling.tellStep(step, { ...subjectOf(world, open), grade: first.grade, alarms: [first.alarm, ...open.alarms] })
    return drafts
  }

  /** Alarms to which something happened: those that want nobody any more end the telling. */
  private look(ids: readonly string[]): void {
    const over = (world: World) => {
      const found = new Set<string>()
      for (const id of ids) {
        const alarm = world.alarms.get(id)
        if (alarm && wantsTelling(alarm)) continue
        for (const key of new Set([id, alarm?.cluster ?? id]))
          for (const notice of world.notices.where('key', key)) found.add(notice)
      }
      return [...found]
        .flatMap((id) => world.notices.get(id) ?? [])
        .filter((notice) => wanting(world, notice).length === 0)
    }
    if (over(this.deps.log.told).length > 0)
      this.append((world) => over(world).flatMap((notice) => this.end(world, notice)))
  }

  private end(world: World, notice: Notice): Draft[] {
    const { notice: id, place, grade } = notice
    const ended = noticeEnded(place, { notice: id, because: whyOver(world, notice) })
    const route = world.routes.get(notice.route)
    if (!route?.allClear) return [ended, ...dropped(world, id)]
    const telling = new Telling(world, this.deps.clock.now())
    for (const { channel: channelId, to, step } of whoHeard(world, id)) {
      const channel = world.channels.get(channelId)
      if (!channel?.enabled) continue
      const { alarms, count, rounds: round } = notice
      telling.tell(channel, to, { notice: id, place, what: 'clear', alarms, count, grade, step, round })
    }
    return [ended, ...dropped(world, id), ...telling.drafts]
  }

  /** When it has to be looked at next: for those who come next, or because nobody has answered. */
  private watch(notice: Notice): void {
    const { notice: id, begunAt, steps, rounds, roundAt = begunAt, endedAt } = notice
    const route = this.deps.log.told.routes.get(notice.route)
    if (endedAt !== undefined) {
      this.deadlines.drop(id)
      return
    }
    const next = route?.steps[steps]
    const now = this.deps.clock.now()
    // Durations are our own: a wall clock that was set must neither hold a step back for hours, nor take all at once.
    const left = (since: number, minutes: number) =>
      Math.min(Math.max(0, since + minutes * MINUTE - now), minutes * MINUTE)
    const dues = [
      next && left(begunAt, next.after),
      route?.repeat && rounds < route.repeat.most && left(roundAt, route.repeat.every),
      !route && 0,
    ].filter((one): one is number => typeof one === 'number')
    if (dues.length > 0) this.deadlines.set(id, Math.min(...dues))
    else this.deadlines.drop(id)
  }

  private tick(): void {
    if (this.deps.log.fault) return
    for (const id of this.deadlines.due()) this.append((world) => this.fallenDue(world, id))
  }

  private fallenDue(world: World, id: string): Draft[] {
    const notice = world.notices.get(id)
    if (!notice || notice.endedAt !== undefined) return []
    if (wanting(world, notice).length === 0) return this.end(world, notice)
    const route = world.routes.get(notice.route)
    if (!route?.enabled)
      return [noticeEnded(notice.place, { notice: id, because: 'route-changed' }), ...dropped(world, id)]
    const now = this.deps.clock.now()
    if (!isInForce(route.when.hours, now)) {
      this.deadlines.set(id, MINUTE)
      return []
    }
    const { begunAt, roundAt = begunAt, rounds, steps } = notice
    const step = route.steps[steps]
    // A second's grace: deadlines are counted by a clock that does not jump, stamps by one that may.
    if (step && begunAt + step.after * MINUTE <= now + SECOND) return this.stepped(world, notice, route, steps, false)
    if (
      route.repeat &&
      rounds < route.repeat.most &&
      steps > 0 &&
      roundAt + route.repeat.every * MINUTE <= now + SECOND
    )
      return this.repeated(world, notice, route)
    this.watch(notice)
    return []
  }

  private stepped(world: World, notice: Notice, route: SetRoute, n: number, early: boolean): Draft[] {
    const step = route.steps[n]
    if (!step) return []
    const telling = new Telling(world, this.deps.clock.now())
    const gaps = telling.tellStep(step, { ...subjectOf(world, notice), step: n, round: 0 })
    const { notice: id, place } = notice
    const said = { notice: id, step: n, ...(early && { early }), ...(gaps > 0 && { gaps }) }
    return [noticeStepped(place, said), ...telling.drafts]
  }

  private repeated(world: World, notice: Notice, route: SetRoute): Draft[] {
    const telling = new Telling(world, this.deps.clock.now())
    const round = notice.rounds + 1
    for (const [n, step] of route.steps.slice(0, notice.steps).entries())
      telling.tellStep(step, { ...subjectOf(world, notice), step: n, round })
    return [noticeRepeated(notice.place, { notice: notice.notice, round }), ...telling.drafts]
  }

  /** None of those who should know could be told: the next ones are, at once. */
  private escalateUnreached(id: string): void {
    const missed = (world: World): Draft[] => {
      const notice = world.notices.get(id)
      const route = notice && world.routes.get(notice.route)
      if (!notice || !route?.enabled || notice.endedAt !== undefined || notice.steps === 0) return []
      if (!route.steps[notice.steps] || wanting(world, notice).length === 0 || !isUnreached(world, notice)) return []
      return this.stepped(world, notice, route, notice.steps, true)
    }
    const { notices } = this.deps.log.told
    if (notices.get(id)?.endedAt === undefined) this.append(missed)
  }

  private routesInForce(): Set<string> {
    const now = this.deps.clock.now()
    return new Set(
      [...this.deps.log.told.routes.values()]
        .filter(({ when }) => isInForce(when.hours, now))
        .map(({ route }) => route),
    )
  }

  /** Hours begin: what still calls, and was not told outside of them, is told now. */
  private watchHours(): void {
    const before = this.inForce
    this.inForce = this.routesInForce()
    const begun = new Set([...this.inForce].filter((route) => !before.has(route)))
    if (begun.size === 0 || this.book.isEmpty) return
    const routesFor = (alarm: Alarm & { kind: string | undefined }, at: number) =>
      this.book.for(alarm, at).filter(({ route }) => begun.has(route))
    this.append((world) => this.called(world, [...world.alarms.ids()], routesFor))
  }

  private append(decide: (world: World) => Draft[]): void {
    this.deps.log.append(decide, SYSTEM).catch((error: Error) => {
      // Not written now: it is made good when the disk is back, see above.
      if (!this.deps.log.fault) this.deps.report(`notices could not be decided: ${error.stack}`)
    })
  }
}

function subjectOf(world: World, notice: Notice): Subject {
  const { notice: id, place, alarms, count, grade, steps, rounds } = notice
  const now = wanting(world, notice).map(({ alarm }) => alarm)
  return {
    notice: id,
    place,
    what: 'alarm',
    alarms: now.length > 0 ? now : alarms,
    count: Math.max(1, Math.min(count, now.length || count)),
    grade,
    step: Math.max(0, steps - 1),
    round: rounds,
  }
}
