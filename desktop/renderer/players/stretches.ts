import type { Hole } from '#shared/bundle/holes.ts'
import type { Film } from '#shared/world/film.ts'
import type { PastSource, Stretch } from './past-source.ts'

const SECOND = 1000
/** What is fetched at a time, at least; faster play wants more. */
export const CHUNK_MS = 20 * SECOND
export const LEAST_MS = SECOND
const MOST_CHUNK_MS = 30 * 60 * SECOND
/** Backwards it is fetched in such stretches, by two, one ahead; faster play wants longer ones. */
export const CHUNK_BACK_MS = 60 * SECOND
export const backAt = (speed: number) => Math.max(CHUNK_BACK_MS, 10 * SECOND * Math.abs(speed))

/** The stretch before the one that is shown; undefined as long as it is on its way. */
interface Earlier {
  stretch: Stretch | undefined
}

/** What of the past is at hand: the stretch that is shown from, what follows it, and what lies before it. */
export class Stretches {
  /** What is shown from. */
  now: Stretch | undefined
  private readonly source: PastSource
  private readonly failed: (error: unknown) => void
  private fetching: Promise<void> | undefined
  private earlier: Earlier | undefined
  /** Counts what is sought: an answer that comes late is for nobody. */
  private turn = 0

  constructor(source: PastSource, failed: (error: unknown) => void) {
    this.source = source
    this.failed = failed
  }

  get film(): Film | undefined {
    return this.now?.film
  }

  holds(at: number): boolean {
    const { film } = this
    return film !== undefined && at >= film.from && at <= film.to
  }

  /** Something else is sought from now on. */
  seek(): number {
    return ++this.turn
  }

  isSought(turn: number): boolean {
    return turn === this.turn
  }

  show(stretch: Stretch): void {
    this.now = stretch
    this.earlier = undefined
  }

  /** From one moment to another. Undefined: something else is sought by now, or it did not come. */
  async fetch(begin: number, at: number): Promise<Stretch | undefined> {
    const turn = this.seek()
    try {
      const stretch = await this.source.stretch(begin, at)
      return this.isSought(turn) ? stretch : undefined
    } catch (error) {
      if (this.isSought(turn)) this.fail(error)
      return undefined
    }
  }

  /** Until the film holds a moment by what follows it. False: that is too far, or did not come; another one is to be begun. */
  async reachOn(at: number): Promise<boolean> {
    for (;;) {
      if (this.holds(at)) return true
      const { film } = this
      const isNear = film && at > film.to && at - film.to < 2 * MOST_CHUNK_MS
      if (!isNear || this.holeAt(film.to, 1)) return false
      const { to } = film
      await this.fetchOn(Math.max(CHUNK_MS, at - to))
      if (film.to === to) return false
    }
  }

  /** What lies before or behind a moment and cannot be shown. */
  holeAt(at: number, direction: 1 | -1): Hole | undefined {
    return this.source.holes.find(({ from, to }) => (direction === 1 ? from <= at && at < to : from < at && at <= to))
  }

  /** What comes after the film, once at a time. */
  fetchOn(span: number): Promise<void> {
    this.fetching ??= this.fetchMore(Math.min(span, MOST_CHUNK_MS)).finally(() => {
      this.fetching = undefined
    })
    return this.fetching
  }

  private async fetchMore(span: number): Promise<void> {
    const { now } = this
    if (!now) return
    const to = Math.min(now.end.at + Math.round(span), this.source.end())
    // So near to the present there is next to nothing to fetch.
    if (this.source.goesOn ? to < now.end.at + LEAST_MS : to <= now.end.at) return
    if (this.holeAt(now.end.at, 1)) return
    try {
      const { frames, end } = await this.source.reel(now.end, to)
      // Another moment was sought meanwhile.
      if (this.now !== now) return
      now.film.add(frames, end.at)
      now.end = end
    } catch (error) {
      if (this.now === now) this.fail(error)
    }
  }

  /** Played backwards, the stretch before this one is fetched while this one is shown. */
  async fetchEarlier(film: Film, speed: number): Promise<void> {
    if (film.from <= this.source.begin || this.earlier || this.holeAt(film.from, -1)) return
    // The first one is short, so that it begins to run: there is time for a long one then.
    const isFirst = film.to - film.from < CHUNK_BACK_MS
    const span = isFirst ? backAt(speed) / 2 : 2 * backAt(speed)
    const earlier: Earlier = { stretch: undefined }
    this.earlier = earlier
    try {
      earlier.stretch = await this.source.stretch(Math.max(this.source.begin, film.from - span), film.from)
    } catch (error) {
      if (this.earlier === earlier) this.fail(error)
    }
  }

  get before(): Stretch | undefined {
    return this.earlier?.stretch
  }

  private fail(error: unknown): void {
    this.earlier = undefined
    this.failed(error)
  }
}
