import type { Gap } from '../../history.ts'
import type { TapeDays } from './days.ts'
import { Folded } from './folded.ts'
import type { Keyframes } from './keyframes.ts'
import type { LogReader } from './log-reader.ts'
import { Minutes } from './minutes.ts'

/** A moment is at most so much behind the whole world before it. */
const KEYFRAME_AT = { events: 1000, readings: 25_000 }
/** A community of devices is never quiet for so long: nothing was heard, or nobody listened. */
const SILENCE = 5 * 60_000

/** Follows the log: puts on the tape what came, counts it, and keeps the whole world now and then. */
export class Recorder {
  readonly minutes = new Minutes()
  private readonly log: LogReader
  private readonly days: TapeDays
  private readonly keyframes: Keyframes
  private folded = new Folded()
  private since = { events: 0, readings: 0 }
  private gaps: Gap[] = []

  private constructor(log: LogReader, days: TapeDays, keyframes: Keyframes) {
    this.log = log
    this.days = days
    this.keyframes = keyframes
  }

  static async open(log: LogReader, days: TapeDays, keyframes: Keyframes): Promise<Recorder> {
    const recorder = new Recorder(log, days, keyframes)
    const last = await keyframes.before(Number.MAX_SAFE_INTEGER)
    if (last) recorder.folded = Folded.from(await keyframes.state(last.seq, last.row), last.row, last.at)
    return recorder
  }

  /** The world as it is now, up to what was taken last. */
  get now(): Folded {
    return this.folded
  }

  async catchUp(): Promise<void> {
    const taped = await this.days.lastRow()
    // What a stop left on the tape behind the last whole world is taken from there: the journal may have it no more.
    if (this.folded.row < taped) await this.retake(taped)
    for (;;) {
      const { commits, events } = await this.log.tail(this.folded.row, this.folded.seq)
      if (commits.length + events.length === 0) return
      await this.days.store(commits)
      await this.fold(commits, events)
    }
  }

  private async retake(taped: number): Promise<void> {
    for await (const commit of this.days.after(this.folded.row, this.folded.at, Number.MAX_SAFE_INTEGER, Infinity)) {
      if (commit.row > taped) break
      const events = await this.log.events(this.folded.seq, commit.at, Number.MAX_SAFE_INTEGER)
      await this.fold([commit], events)
    }
    // Of a day that is damaged nothing comes any more.
    this.folded.row = Math.max(this.folded.row, taped)
  }

  private async fold(
    commits: Awaited<ReturnType<LogReader['tail']>>['commits'],
    events: Awaited<ReturnType<LogReader['tail']>>['events'],
  ): Promise<void> {
    let next = 0
    for (const commit of commits) {
      for (; next < events.length && (events[next]?.at ?? 0) <= commit.at; next++) this.event(events[next] as never)
      this.hears(commit.at)
      this.folded.take(commit, await this.log.names(commit.readings.series))
      this.minutes.readings(commit.at, commit.readings.series.length)
      this.since.readings += commit.readings.series.length
      await this.keep()
    }
    for (; next < events.length; next++) {
      this.event(events[next] as never)
      await this.keep()
    }
  }

  private event(event: Parameters<Folded['world']['apply']>[0]): void {
    this.hears(event.at)
    this.folded.world.apply(event)
    this.folded.at = Math.max(this.folded.at, event.at)
    this.minutes.event(event)
    this.since.events++
  }

  private hears(at: number): void {
    const { at: before } = this.folded
    if (before > 0 && at - before > SILENCE) this.gaps.push({ from: before, to: at, why: 'silent' })
  }

  private async keep(): Promise<void> {
    const { events, readings } = this.since
    if (events < KEYFRAME_AT.events && readings < KEYFRAME_AT.readings) return
    const { seq, row, at } = this.folded
    await this.keyframes.put({ seq, row, at, state: this.folded.whole() }, this.minutes, this.gaps)
    this.minutes.forget()
    this.gaps = []
    this.since = { events: 0, readings: 0 }
  }

  async silences(from: number, to: number): Promise<Gap[]> {
    const kept = await this.keyframes.gaps(from, to)
    return [...kept, ...this.gaps.filter((gap) => gap.to >= from && gap.from <= to)]
  }
}
