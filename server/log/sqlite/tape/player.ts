import { gzipSync } from 'node:zlib'
import type { Frame, LatestValues } from '#shared/contract/wire.ts'
import type { Event } from '#shared/world/event.ts'
import { type CountsAt, densityOf, isStep } from '#shared/world/happenings.ts'
import { allSeen, type Sight } from '#shared/world/sight.ts'
import type { Gap, Happened, History, Moment, Reel, Wish } from '../../history.ts'
import type { Commit } from './block.ts'
import type { TapeDays } from './days.ts'
import { Folded } from './folded.ts'
import { Framing } from './framing.ts'
import type { Keyframes } from './keyframes.ts'
import type { LogReader } from './log-reader.ts'
import { MINUTE } from './minutes.ts'
import type { Recorder } from './recorder.ts'

/** One answer holds at most about so much; the next goes on. */
const MOST = { events: 5000, readings: 60_000 }
const EVENTS_A_PAGE = 5000
const KEPT_WORLDS = 4
const DAY = 86_400_000
/** One look for an event goes so far; who wants more asks again. */
const MINUTES_A_LOOK = 500
const EVENTS_A_LOOK = 500

/** Makes moments and what followed them. */
export class TapePlayer implements History {
  private readonly log: LogReader
  private readonly days: TapeDays
  private readonly keyframes: Keyframes
  private readonly recorder: Recorder
  /** Whole worlds that were read lately, as text: whoever looks around looks near by. */
  private readonly lately = new Map<string, Awaited<ReturnType<Keyframes['state']>>>()
  /** Where the last reel ended: the next one mostly begins there. */
  private last: Folded | undefined

  constructor(log: LogReader, days: TapeDays, keyframes: Keyframes, recorder: Recorder) {
    this.log = log
    this.days = days
    this.keyframes = keyframes
    this.recorder = recorder
  }

  async moment(at: number, sight: Sight): Promise<Moment> {
    await this.reach(at)
    const folded = await this.foldedAt(at)
    return { seq: folded.seq, row: folded.row, at, body: packed(folded.seen(sight)) }
  }

  /** What was told is told: when something later is taken up, all before it is. */
  private async reach(at: number): Promise<void> {
    if (at >= this.recorder.now.at) await this.recorder.catchUp()
  }

  private async foldedAt(at: number): Promise<Folded> {
    const keyframe = await this.keyframes.before(at)
    const folded = keyframe
      ? Folded.from(await this.stateOf(keyframe.seq, keyframe.row), keyframe.row, keyframe.at)
      : new Folded()
    for (;;) {
      const events = await this.log.events(folded.seq, at, EVENTS_A_PAGE)
      for (const event of events) folded.world.apply(event)
      if (events.length < EVENTS_A_PAGE) break
    }
    for await (const commit of this.days.after(folded.row, folded.at, at, Number.POSITIVE_INFINITY))
      folded.take(commit, await this.log.names(commit.readings.series))
    folded.at = at
    return folded
  }

  private async stateOf(seq: number, row: number) {
    const key = `${seq} ${row}`
    const state = this.lately.get(key) ?? (await this.keyframes.state(seq, row))
    this.lately.delete(key)
    this.lately.set(key, state)
    for (const old of this.lately.keys()) if (this.lately.size > KEPT_WORLDS) this.lately.delete(old)
    return state
  }

  async reel(from: { at: number; seq: number; row: number }, to: number, sight: Sight): Promise<Reel> {
    await this.reach(to)
    const goesOn = this.last?.seq === from.seq && this.last.row === from.row
    const folded = goesOn ? (this.last as Folded) : await this.foldedAt(from.at)
    this.last = undefined
    const events = (await this.log.events(folded.seq, to, MOST.events)).filter(({ seq }) => seq > from.seq)
    let until = events.length >= MOST.events ? Math.min(to, events.at(-1)?.at ?? to) : to
    const commits: Commit[] = []
    let readings = 0
    for await (const commit of this.days.after(Math.max(folded.row, from.row), folded.at, until, MOST.readings)) {
      commits.push(commit)
      readings += commit.readings.series.length
    }
    if (readings >= MOST.readings) until = Math.min(until, commits.at(-1)?.at ?? until)
    const framing = new Framing(folded, sight)
    let next = 0
    for (const commit of commits) {
      for (; next < events.length && (events[next] as Event).at <= commit.at; next++)
        framing.event(events[next] as Event)
      framing.commit(commit, await this.log.names(commit.readings.series))
    }
    for (; next < events.length && (events[next] as Event).at <= until; next++) framing.event(events[next] as Event)
    const frames: Frame[] = framing.end()
    folded.at = until
    this.last = folded
    return { to: until, seq: folded.seq, row: folded.row, body: packed(frames) }
  }

  async density(from: number, to: number, every: number, sight: Sight): Promise<CountsAt[]> {
    await this.reach(to)
    if (every >= MINUTE && every % MINUTE === 0 && sight.place === '')
      return this.recorder.minutes.density(this.keyframes.db, from, to, every)
    return densityOf(allSeen(await this.log.between(from, to), sight), every)
  }

  async happened(at: number, direction: 1 | -1, wish: Wish, sight: Sight): Promise<Happened> {
    await this.reach(at)
    const events: Event[] = []
    const minutes = await this.recorder.minutes.near(this.keyframes.db, at, direction, wish.to, MINUTES_A_LOOK)
    for (const minute of minutes) {
      const span: [number, number] =
        direction === 1 ? [Math.max(minute, at + 1), minute + MINUTE - 1] : [minute, Math.min(minute + MINUTE, at) - 1]
      await this.gather(events, span, direction, wish, sight)
      const last = events.at(-1)
      if (last && events.length >= wish.limit) return { events, until: last.at }
    }
    const last = minutes.length < MINUTES_A_LOOK ? undefined : minutes.at(-1)
    const until = last === undefined ? null : direction === 1 ? last + MINUTE - 1 : last
    return { events, until }
  }

  /** Out of a while, until there are enough. */
  private async gather(events: Event[], span: [number, number], direction: 1 | -1, wish: Wish, sight: Sight) {
    let last: number | undefined
    for (;;) {
      const page = await this.log.page(span, direction, last, EVENTS_A_LOOK)
      for (const event of allSeen(page, sight)) {
        if (isStep(event, wish.to)) events.push(event)
        if (events.length >= wish.limit) return
      }
      if (page.length < EVENTS_A_LOOK) return
      last = page.at(-1)?.seq
    }
  }

  async gaps(from: number, to: number): Promise<Gap[]> {
    const first = Date.parse((await this.days.days())[0] ?? '') || undefined
    const begin = await this.log.begin()
    const damaged: Gap[] = []
    for (const day of await this.days.damagedDays()) {
      const start = Date.parse(day)
      // What came after it was set aside is on a tape of its own.
      const until = (await this.days.firstOf(day)) ?? start + DAY
      damaged.push({ from: Math.max(start, begin ?? start), to: until, why: 'damaged' })
    }
    const dropped: Gap[] =
      first !== undefined && begin !== undefined && begin < first ? [{ from: begin, to: first, why: 'dropped' }] : []
    const silent = await this.recorder.silences(from, to)
    return [...dropped, ...damaged, ...silent].filter((gap) => gap.to >= from && gap.from <= to)
  }

  damagedDays(): Promise<string[]> {
    return this.days.damagedDays()
  }

  async newest(): Promise<Record<string, LatestValues>> {
    await this.recorder.catchUp()
    return Object.fromEntries(this.recorder.now.values)
  }

  begin(): Promise<number | undefined> {
    return this.log.begin()
  }
}

function packed(content: unknown): Buffer {
  return gzipSync(JSON.stringify(content), { level: 2 })
}
