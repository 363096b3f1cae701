import type { Frame, FullState, LatestValues, UnkeptNotice } from '#shared/contract/wire.ts'
import { isCalling } from '#shared/world/alarm-life.ts'
import type { Alarm } from '#shared/world/alarm-record.ts'
import type { Actor, Event } from '#shared/world/event.ts'
import type { Shown } from '#shared/world/film.ts'
import { Follower } from '#shared/world/follower.ts'
import { type AreaName, areas, type Change, type RowOf, World } from '#shared/world/world.ts'
import type { Stage } from '../players/player.ts'

/** `null`: the whole area is new. */
type Listener = (ids: ReadonlySet<string> | null) => void
export type Subject = AreaName | 'values' | 'unkept'

export interface ClosedAlarm {
  alarm: Alarm
  at: number
  by: Actor
  /** The event that ended it. */
  how: string
}

const MOST_CLOSED = 20
/** No log that a player could go on with. */
const PAST = 'past'

/** The world as this screen knows it. Panels and scenes read here and are told what changed, whoever fills it. */
export class WorldStore implements Stage {
  private follower = new Follower()
  private log: string | undefined
  private readonly listeners = new Map<Subject, Set<Listener>>()
  private readonly versions = new Map<Subject, number>()
  private called: { version: number; alarms: readonly Alarm[] } | undefined
  /** Alarms that came to their end a little while ago, with who ended them. */
  justClosed: ClosedAlarm[] = []
  /** Alarms that the server shows but could not write. */
  unkeptEvents: Event[] = []

  get world(): World {
    return this.follower.world
  }

  get<N extends AreaName>(area: N, id: string): RowOf<N> | undefined {
    return this.follower.world.tables[area].get(id) as RowOf<N> | undefined
  }

  /** The alarms that want somebody now; what is set aside, or waits for its papers alone, is not among them. */
  get calling(): readonly Alarm[] {
    const version = this.version('alarms')
    if (this.called?.version !== version)
      this.called = { version, alarms: [...this.world.alarms.values()].filter(isCalling) }
    return this.called.alarms
  }

  latest(device: string): LatestValues | undefined {
    return this.follower.values.get(device)
  }

  position(): { log: string; seq: number } | undefined {
    return this.log === undefined ? undefined : { log: this.log, seq: this.follower.world.seq }
  }

  start(log: string, state: FullState): void {
    this.log = log
    this.follower.start(state)
    this.unkeptEvents = []
    this.tellAll()
  }

  /** Another person may sit here next: nothing of what this one saw stays. */
  clear(): void {
    this.log = undefined
    this.justClosed = []
    this.follower.start({ world: new World().snapshot(), values: {} })
    this.unkeptEvents = []
    this.tellAll()
  }

  /** Goes on with what another one followed; that one stands empty then. */
  takeOver(other: WorldStore): void {
    this.log = other.log
    this.justClosed = other.justClosed
    this.follower = other.follower
    this.unkeptEvents = other.unkeptEvents
    other.log = undefined
    other.justClosed = []
    other.follower = new Follower()
    other.unkeptEvents = []
    this.tellAll()
  }

  /** Shows a world that somebody else moves, and tells by `shown`. */
  lookAt(follower: Follower): void {
    this.log = PAST
    this.follower = follower
    this.justClosed = []
    this.tellAll()
  }

  shown({ changes, values }: Shown): void {
    for (const [area, ids] of byArea(changes)) this.tell(area, ids)
    if (values.length > 0) this.tell('values', new Set(values))
  }

  private tellAll(): void {
    for (const { name } of areas) this.tell(name, null)
    this.tell('values', null)
    this.tell('unkept', null)
  }

  follow(frame: Frame): boolean {
    const before = this.openAlarmsOf(frame)
    const followed = this.follower.follow(frame)
    if (!followed) return false
    this.noteClosed(before)
    for (const [area, ids] of byArea(followed.changes)) this.tell(area, ids)
    if (followed.values.length > 0) this.tell('values', new Set(followed.values))
    return true
  }

  /** The alarms that this frame speaks of, as they are before it. */
  private openAlarmsOf(frame: Frame): { event: Event; alarm: Alarm }[] {
    return (frame.events ?? []).flatMap((event) => {
      const alarm = this.get('alarms', String((event.data as { alarm?: string }).alarm))
      return alarm && event.seq > this.world.seq ? [{ event, alarm }] : []
    })
  }

  private noteClosed(before: { event: Event; alarm: Alarm }[]): void {
    const closed = new Map<string, ClosedAlarm>()
    for (const { event, alarm } of before)
      if (!this.world.alarms.has(alarm.alarm))
        closed.set(alarm.alarm, { alarm, at: event.at, by: event.by, how: event.type })
    if (closed.size > 0) this.justClosed = [...closed.values(), ...this.justClosed].slice(0, MOST_CLOSED)
  }

  unkept(notice: UnkeptNotice): void {
    // A device repeats what was not taken: the newest word of each is enough.
    const fresh = new Map(
      [...this.unkeptEvents, ...notice.events].map((event) => [`${event.type} ${event.by.id} ${ruleOf(event)}`, event]),
    )
    this.unkeptEvents = [...fresh.values()].slice(-200)
    this.tell('unkept', null)
  }

  /** Writing works again: what was shown without a record comes once more, as a real alarm. */
  forgetUnkept(): void {
    if (this.unkeptEvents.length === 0) return
    this.unkeptEvents = []
    this.tell('unkept', null)
  }

  private tell(subject: Subject, ids: ReadonlySet<string> | null): void {
    this.versions.set(subject, this.version(subject) + 1)
    for (const listener of this.listeners.get(subject) ?? []) listener(ids)
  }

  version(subject: Subject): number {
    return this.versions.get(subject) ?? 0
  }

  subscribe(subject: Subject, listener: Listener): () => void {
    const set = this.listeners.get(subject) ?? new Set()
    this.listeners.set(subject, set)
    set.add(listener)
    return () => set.delete(listener)
  }
}

/** Two rules of one device are two alarms. */
function ruleOf(event: Event): string {
  return String(
    (event.data as { rule?: string; alarm?: string }).rule ?? (event.data as { alarm?: string }).alarm ?? '',
  )
}

function byArea(changes: Change[]): Map<AreaName, Set<string>> {
  const grouped = new Map<AreaName, Set<string>>()
  for (const { area, id } of changes) {
    const ids = grouped.get(area)
    if (ids) ids.add(id)
    else grouped.set(area, new Set([id]))
  }
  return grouped
}
