import { type Clock, every, MINUTE, SECOND } from '#shared/time.ts'
import { alarmRepeated, alarmSetAside } from '#shared/world/alarm-events.ts'
import { isThere } from '#shared/world/alarm-life.ts'
import type { Alarm } from '#shared/world/alarm-record.ts'
import type { Aside } from '#shared/world/asides.ts'
import { type Draft, type Event, SYSTEM } from '#shared/world/event.ts'
import type { World } from '#shared/world/world.ts'
import type { EventLog } from '../../log/log.ts'
import { explains, type LifeOf, letBack, suppressedBy } from './asides.ts'
import { Deadlines } from './deadlines.ts'
import { endOf } from './setting-aside.ts'

interface Deps {
  log: EventLog
  clock: Clock
  lifeOf: LifeOf
  /** The rules whose alarms one of this rule may explain. */
  explainedBy(rule: string): ReadonlySet<string>
}

/** What becomes of alarms without anybody's doing: shelves that end, alarms that call again, those that explain others. */
export class AlarmsAtWork {
  private readonly deps: Deps
  private readonly shelves: Deadlines
  private readonly repeats: Deadlines
  private readonly stops: (() => void)[]

  constructor(deps: Deps) {
    this.deps = deps
    this.shelves = new Deadlines(deps.clock)
    this.repeats = new Deadlines(deps.clock)
    this.stops = [
      every(deps.clock, SECOND, () => this.tick()),
      deps.log.onCommitted(({ events }) => {
        for (const event of events) this.follow(event)
      }),
      // What fell due while nothing could be written is done now.
      deps.log.onFault((fault) => {
        if (!fault) this.takeUp()
      }),
    ]
    this.takeUp()
  }

  close(): void {
    for (const stop of this.stops) stop()
  }

  /** After a start: what was under way, and what came to its end while nobody looked. */
  private takeUp(): void {
    const { told } = this.deps.log
    for (const aside of told.asides.values()) this.watchAside(aside)
    for (const alarm of told.alarms.values()) {
      this.watchRepeat(alarm)
      if (alarm.aside?.how === 'suppressed') this.lookAgain(alarm.aside.because)
      this.explainOthers(alarm)
    }
  }

  private follow({ type, data }: Event): void {
    const { told } = this.deps.log
    const { alarm: id, aside: asideId } = data as { alarm?: string; aside?: unknown }
    if (type.startsWith('aside:') && typeof asideId === 'string') {
      const aside = told.asides.get(asideId)
      if (aside) this.watchAside(aside)
      else {
        this.shelves.drop(asideId)
        this.lookAgain(asideId)
      }
    }
    if (id === undefined || !type.startsWith('alarm:')) return
    const alarm = told.alarms.get(id)
    if (alarm) {
      this.watchRepeat(alarm)
      this.explainOthers(alarm)
    } else this.repeats.drop(id)
    if (!alarm || !isThere(alarm)) this.lookAgain(id)
  }

  /** Durations are our own: a wall clock that was set must not keep a shelf forever, nor end it at once. */
  private watchAside({ aside, until, begunAt }: Aside): void {
    if (until === undefined) return
    this.shelves.set(aside, Math.min(until - this.deps.clock.now(), until - begunAt))
  }

  private watchRepeat(alarm: Alarm): void {
    const { clock, log, lifeOf } = this.deps
    const { again } = lifeOf(alarm.kind ?? log.told.devices.get(alarm.device)?.kind, alarm.rule)
    if (alarm.state !== 'acknowledged' || !isThere(alarm) || again === undefined) this.repeats.drop(alarm.alarm)
    else if (!this.repeats.has(alarm.alarm)) {
      const gone = clock.now() - (alarm.acknowledgedAt ?? 0)
      this.repeats.set(alarm.alarm, again * MINUTE - Math.min(Math.max(0, gone), again * MINUTE))
    }
  }

  /** An alarm is there: those whose rules say that it explains them call for nobody any more. */
  private explainOthers(one: Alarm): void {
    const { log, lifeOf } = this.deps
    const rules = this.deps.explainedBy(one.rule)
    if (rules.size === 0 || !isThere(one) || one.aside?.how === 'suppressed') return
    const decide = (world: World): Draft[] => {
      const other = world.alarms.get(one.alarm)
      if (!other) return []
      return [...rules]
        .flatMap((rule) => [...world.alarms.where('rule', rule)])
        .flatMap((id) => {
          const alarm = world.alarms.get(id)
          if (!alarm || alarm.aside || !isThere(alarm)) return []
          const kind = alarm.kind ?? world.devices.get(alarm.device)?.kind
          const isExplained = lifeOf(kind, alarm.rule).explainedBy?.some((how) => explains(world, how, other, alarm))
          return isExplained ? [alarmSetAside(alarm.place, { alarm: alarm.alarm, aside: suppressedBy(other) })] : []
        })
    }
    if (decide(log.told).length > 0) this.append(decide)
  }

  /** What kept others aside is gone: they come back, or something else keeps them. */
  private lookAgain(because: string): void {
    const { log, lifeOf } = this.deps
    if (log.told.alarms.where('because', because).size === 0) return
    this.append((world) => {
      const other = world.alarms.get(because)
      const isStill = world.asides.has(because) || (other && isThere(other))
      return isStill ? [] : letBack(world, because, lifeOf)
    })
  }

  private tick(): void {
    const { log, lifeOf } = this.deps
    if (log.fault) return
    for (const id of this.shelves.due())
      this.append((world) => {
        const aside = world.asides.get(id)
        return aside ? endOf(world, aside, lifeOf) : []
      })
    for (const id of this.repeats.due())
      this.append((world) => {
        const alarm = world.alarms.get(id)
        return alarm?.state === 'acknowledged' && isThere(alarm) ? [alarmRepeated(alarm.place, { alarm: id })] : []
      })
  }

  private append(decide: (world: World) => Draft[]): void {
    // Not written now: it is made good when the disk is back, see above.
    this.deps.log.append(decide, SYSTEM).catch(() => {})
  }
}
