import { CHATTER_MS, CHATTER_TIMES, chatterOf, type Turn } from '#models/figures/chattering.ts'
import { type Clock, every, MINUTE } from '#shared/time.ts'
import { alarmChattered, alarmRaised, alarmRecurred, alarmReturned } from '#shared/world/alarm-events.ts'
import type { Alarm } from '#shared/world/alarm-record.ts'
import { alarmCause } from '#shared/world/alarms.ts'
import { type Event, SYSTEM } from '#shared/world/event.ts'
import { type Rule, ruleKey } from '#shared/world/rules.ts'
import type { EventLog } from '../../log/log.ts'
import { remedyOf } from './chatter-remedy.ts'

/** As many comings and goings of a source as tell what would help. */
const MOST_TURNS = 60
/** A source that was quiet for so long begins anew. */
const FORGOTTEN_MS = 10 * MINUTE

interface Deps {
  log: EventLog
  clock: Clock
  ruleOf(key: string): Rule | undefined
}

interface Source {
  turns: Turn[]
  said?: { of: string; at: number }
}

const TURNS = new Set<string>([alarmRaised, alarmRecurred, alarmReturned].map(({ type }) => type))

/** Sees alarms that come and go while they do so, and says what would help: the list marks them. */
export class Chattering {
  private readonly deps: Deps
  private readonly sources = new Map<string, Source>()
  /** One that is over when it returns is in the world no more. */
  private readonly causes = new Map<string, string>()
  private readonly stops: (() => void)[]

  constructor(deps: Deps) {
    this.deps = deps
    this.stops = [
      deps.log.onCommitted(({ events }) => {
        for (const event of events) if (TURNS.has(event.type)) this.follow(event as Event<Said>)
      }),
      every(deps.clock, MINUTE, () => this.forget()),
    ]
  }

  close(): void {
    for (const stop of this.stops) stop()
  }

  private follow({ type, data, at }: Event<Said>): void {
    const { alarms } = this.deps.log.told
    const alarm = alarms.get(data.alarm)
    const about = alarm ?? (type === alarmRaised.type ? (data as Alarm) : undefined)
    const key = about ? alarmCause(about) : this.causes.get(data.alarm)
    if (key === undefined) return
    this.causes.set(data.alarm, key)
    const source = this.sources.get(key) ?? { turns: [] }
    this.sources.set(key, source)
    const limit = data.limit ?? about?.limit ?? source.turns.at(-1)?.limit ?? 0
    source.turns.push({ at, there: type !== alarmReturned.type, value: data.value, limit })
    if (source.turns.length > MOST_TURNS) source.turns.shift()
    if (alarm) this.judge(source, alarm, at)
  }

  /** Said of the alarm that is open now; of the same one again after a minute, while it goes on. */
  private judge(source: Source, alarm: Alarm, at: number): void {
    const within = source.turns.filter((turn) => turn.there && turn.at > at - CHATTER_MS).length
    const wasSaid = source.said?.of === alarm.alarm && at - source.said.at < CHATTER_MS
    const chatter = within < CHATTER_TIMES || wasSaid ? undefined : chatterOf(source.turns)
    if (!chatter) return
    source.said = { of: alarm.alarm, at }
    const { log, ruleOf } = this.deps
    const device = log.told.devices.get(alarm.device)
    const rule = ruleOf(ruleKey({ kind: alarm.kind ?? device?.kind ?? '', rule: alarm.rule }))
    const said = { alarm: alarm.alarm, times: within, remedy: remedyOf(chatter, rule, device) }
    // What is not written now is said when it comes again.
    log
      .append((world) => (world.alarms.has(alarm.alarm) ? [alarmChattered(alarm.place, said)] : []), SYSTEM)
      .catch(() => {})
  }

  private forget(): void {
    const before = this.deps.clock.now() - FORGOTTEN_MS
    for (const [key, { turns }] of this.sources) if ((turns.at(-1)?.at ?? 0) < before) this.sources.delete(key)
    for (const [alarm, key] of this.causes) if (!this.sources.has(key)) this.causes.delete(alarm)
  }
}

interface Said {
  alarm: string
  value: number
  limit?: number
}
