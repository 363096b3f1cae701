import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Hole } from '#shared/bundle/holes.ts'
import type { Film, Shown } from '#shared/world/film.ts'
import type { Follower } from '#shared/world/follower.ts'
import type { StepTo } from '#shared/world/happenings.ts'
import { momentOf, type Replay, type Steering } from '#shared/world/replays.ts'
import type { PastSource, Stretch } from './past-source.ts'
import { Steps } from './steps.ts'

/** What a history player fills. */
export interface PastStage {
  lookAt(follower: Follower): void
  shown(shown: Shown): void
}

export interface PastState {
  /** The moment that is shown. */
  at: number
  /** seeking: another moment is being fetched; waiting: what comes next is; failed: neither came. */
  phase: 'seeking' | 'ready' | 'waiting' | 'failed'
  playing: boolean
  /** Times as fast as it was; below nought it runs backwards. */
  speed: number
  /** Goes on from the end at the beginning. */
  loop: readonly [from: number, to: number] | undefined
  /** Stretches in which nothing happened are passed over. */
  skipsQuiet: boolean
  /** What steps go to. */
  stepsTo: StepTo
  /** Counts the jumps: whoever shows a time by the clock shows it anew. */
  jumps: number
  /** Why it failed, as a code. */
  problem: string | undefined
  /** Several look together: whether this screen says where the playhead is; undefined: it looks alone. */
  together: 'leads' | 'follows' | undefined
  /** Before this nothing is on record; undefined: not known yet. */
  recordFrom: number | undefined
  /** A film is made of it: the playhead belongs to that. */
  lent: boolean
}

/** The playhead in other hands: nobody else moves it until it is given back. */
export interface Loan {
  /** Shows a moment, as play does: nothing that hangs on jumps is told. Throws when it cannot be shown, or the loan is over. */
  show(at: number): Promise<void>
  /** Back to where it was, and on from there if it played. */
  giveBack(): void
}

/** What was to be shown did not come; the code says why. */
export class LentError extends Error {
  readonly code: string

  constructor(code = 'internal') {
    super(code)
    this.code = code
  }
}

/** Somebody else has the playhead now: others that look together, or the present. */
export class LoanOver extends Error {}

/** A playhead that several screens share. */
export interface SharedHead {
  head: Replay['head']
  /** The time by which it runs: that of the server. */
  now(): number
  /** This screen leads: told of all that is done with the playhead. */
  steer: ((steering: Steering) => void) | undefined
}

interface Deps {
  source: PastSource
  stage: PastStage
  /** The playhead has reached the present; what was recorded just ends. */
  caughtUp?(): void
}

export const SPEEDS = [0.1, 0.25, 0.5, 1, 2, 4, 8, 16, 30, 60] as const
const TICK_MS = 50
const SECOND = 1000
/** What is fetched at a time, at least; faster play wants more. */
const CHUNK_MS = 20 * SECOND
const LEAST_MS = SECOND
const MOST_CHUNK_MS = 30 * 60 * SECOND
/** Backwards it is fetched in such stretches, by two, one ahead; faster play wants longer ones. */
const CHUNK_BACK_MS = 60 * SECOND
const backAt = (speed: number) => Math.max(CHUNK_BACK_MS, 10 * SECOND * Math.abs(speed))
/** So far ahead an event is come to by the film that is shown; further off another one is begun. */
const STEP_ON_MS = 5 * 60 * SECOND
const MOST_FRAMES = 30_000
const KEPT_BACK_MS = 10 * 60 * SECOND
/** So long without an event is quiet, in seconds of who watches. */
const QUIET_S = 4

/** The stretch before the one that is shown; undefined as long as it is on its way. */
interface Earlier {
  stretch: Stretch | undefined
}

/** Plays the past: fetches it in stretches, as a film, and shows any moment of them. */
export class HistoryPlayer {
  readonly state: StoreApi<PastState>
  private readonly deps: Deps
  readonly source: PastSource
  /** What is shown from. */
  private now: Stretch | undefined
  private fetching: Promise<void> | undefined
  private earlier: Earlier | undefined
  /** Counts what is sought: an answer that comes late is for nobody. */
  private sought = 0
  private timer: ReturnType<typeof setInterval> | undefined
  private shared: SharedHead | undefined
  private tickedAt = 0
  private loan: Loan | undefined
  private readonly steps = new Steps((direction) => this.stepOnce(direction))

  constructor(deps: Deps, at: number) {
    this.deps = deps
    this.source = deps.source
    const still = { playing: false, speed: 1, loop: undefined, skipsQuiet: false, stepsTo: 'any' as const }
    this.state = createStore<PastState>(() => ({
      at,
      phase: 'seeking',
      ...still,
      jumps: 0,
      problem: undefined,
      together: undefined,
      recordFrom: deps.source.goesOn ? undefined : deps.source.begin,
      lent: false,
    }))
  }

  recordBegan(recordFrom: number | undefined): void {
    this.state.setState({ recordFrom })
  }

  get at(): number {
    return this.state.getState().at
  }

  /** From now on the playhead is one that others see, too; undefined: it is this screen's own again. */
  follow(shared: SharedHead | undefined): void {
    this.endLoan()
    this.shared = shared
    const together = shared && (shared.steer ? 'leads' : 'follows')
    this.state.setState({ together, ...(together === 'follows' && { loop: undefined, skipsQuiet: false }) })
    if (!shared) return
    const { speed, playing } = shared.head
    this.state.setState({ speed, playing })
    if (playing) this.run()
    else this.stop()
    void this.go(momentOf(shared.head, shared.now()))
  }

  /** Who follows does not move the playhead, and nobody does while it is lent. */
  private get isLed(): boolean {
    return this.loan !== undefined || (this.shared !== undefined && this.shared.steer === undefined)
  }

  /** For a film. Undefined: it is lent already, or not this screen's own. */
  lend(): Loan | undefined {
    if (this.loan || this.shared) return undefined
    const { at, playing } = this.state.getState()
    this.stop()
    const loan: Loan = {
      show: (moment) => this.showLent(loan, moment),
      giveBack: () => {
        if (this.loan !== loan) return
        this.endLoan()
        void this.go(at)
        if (playing) this.play()
      },
    }
    this.loan = loan
    this.state.setState({ playing: false, lent: true })
    return loan
  }

  private endLoan(): void {
    this.loan = undefined
    this.state.setState({ lent: false })
  }

  private async showLent(loan: Loan, wanted: number): Promise<void> {
    if (this.loan !== loan) throw new LoanOver()
    const at = Math.max(this.source.begin, Math.min(Math.round(wanted), this.source.end()))
    // What was sought before comes for nobody any more, and why it did not come is of no account.
    this.sought++
    if (this.state.getState().phase === 'failed') this.state.setState({ phase: 'waiting', problem: undefined })
    await this.reach(at)
    if (this.loan !== loan) throw new LoanOver()
    const { phase, problem } = this.state.getState()
    if (phase === 'failed') throw new LentError(problem)
    const film = this.now?.film
    if (!film) throw new LentError(problem)
    this.deps.stage.shown(film.show(at))
    if (film.length > MOST_FRAMES) film.forget(at - LEAST_MS)
    this.state.setState({ at, phase: 'ready', problem: undefined })
    if (film.to - at < CHUNK_MS / 2) void this.fetchOn(CHUNK_MS)
  }

  /** Until the film holds a moment: by what follows it when that is near, else by another one. */
  private async reach(at: number): Promise<void> {
    for (;;) {
      const film = this.now?.film
      if (film && at >= film.from && at <= film.to) return
      const isNear = film && at > film.to && at - film.to < 2 * MOST_CHUNK_MS
      if (!isNear || this.holeAt(film.to, 1)) return this.fetchAt(at, at)
      const { to } = film
      await this.fetchOn(Math.max(CHUNK_MS, at - to))
      if (this.state.getState().phase === 'failed') return
      if (film.to === to) return this.fetchAt(at, at)
    }
  }

  private steered(): void {
    const { shared } = this
    if (!shared?.steer) return
    const { at, speed, playing } = this.state.getState()
    shared.head = { ...shared.head, moment: at, speed, playing, setAt: shared.now() }
    shared.steer({ moment: at, speed, playing })
  }

  /** Shows another moment; playing goes on from there. Who follows only comes back to where the others are. */
  async seek(wanted: number): Promise<void> {
    if (this.loan) return
    if (this.isLed && this.shared) return this.go(momentOf(this.shared.head, this.shared.now()))
    this.steps.forget()
    const shown = this.go(wanted)
    this.steered()
    await shown
  }

  /** `begin`: so much before it comes along when it has to be fetched. */
  private async go(wanted: number, begin = wanted): Promise<void> {
    const at = Math.max(this.source.begin, Math.min(Math.round(wanted), this.source.end()))
    const jumps = this.state.getState().jumps + 1
    const film = this.now?.film
    if (film && at >= film.from && at <= film.to) {
      this.sought++
      this.deps.stage.shown(film.show(at))
      this.state.setState({ at, phase: 'ready', jumps, problem: undefined })
      return
    }
    this.state.setState({ at, phase: 'seeking', jumps })
    await this.fetchAt(Math.min(at, begin), at)
  }

  /** Begins a film at one moment and shows another of it. */
  private async fetchAt(begin: number, at: number): Promise<void> {
    const sought = ++this.sought
    try {
      const stretch = await this.source.stretch(begin, at)
      if (sought !== this.sought) return
      this.show(stretch, at)
      this.state.setState({ at, phase: 'ready', problem: undefined })
    } catch (error) {
      if (sought === this.sought) this.failed(error)
    }
  }

  private show(stretch: Stretch, at: number): void {
    stretch.film.show(at)
    this.now = stretch
    this.earlier = undefined
    this.deps.stage.lookAt(stretch.film.follower)
  }

  private failed(error: unknown): void {
    this.earlier = undefined
    const problem = (error as { code?: string }).code ?? 'internal'
    this.state.setState({ phase: 'failed', problem, playing: false })
    this.stop()
  }

  play(speed = this.state.getState().speed): void {
    if (this.isLed) return
    this.steps.forget()
    this.state.setState({ playing: true, speed })
    this.steered()
    this.run()
  }

  private run(): void {
    this.tickedAt = performance.now()
    this.timer ??= setInterval(() => this.tick(), TICK_MS)
  }

  pause(): void {
    if (this.isLed) return
    this.state.setState({ playing: false })
    this.steered()
    this.stop()
  }

  private stop(): void {
    clearInterval(this.timer)
    this.timer = undefined
  }

  setSpeed(speed: number): void {
    if (this.isLed) return
    this.state.setState({ speed })
    this.steered()
  }

  loop(range: PastState['loop']): void {
    if (this.isLed) return
    // A playhead stands at whole milliseconds; one is chosen by hand, between two of them.
    this.state.setState({
      loop: range && [Math.ceil(range[0]), Math.max(Math.ceil(range[0]) + 1, Math.floor(range[1]))],
    })
  }

  skipQuiet(skipsQuiet: boolean): void {
    if (this.isLed) return
    this.state.setState({ skipsQuiet })
  }

  /** What steps go to. */
  stepTo(stepsTo: StepTo): void {
    this.state.setState({ stepsTo })
  }

  /** To the next event, or the one before. False: there is none. */
  async step(direction: 1 | -1): Promise<boolean> {
    return this.isLed || this.steps.press(direction)
  }

  private async stepOnce(direction: 1 | -1): Promise<boolean> {
    if (this.state.getState().playing) this.pause()
    const { at, stepsTo } = this.state.getState()
    const known = this.now?.film.eventNear(at, direction, stepsTo)
    if (known !== undefined) return this.stepAt(known, known)
    const sought = ++this.sought
    this.state.setState({ phase: 'waiting', problem: undefined })
    try {
      const found = await this.source.near(at, direction, stepsTo)
      if (sought !== this.sought) return true
      if (found === undefined) {
        this.state.setState({ phase: 'ready' })
        return false
      }
      const { now } = this
      const ahead = now ? found - now.film.to : Number.POSITIVE_INFINITY
      // What is near is come to by what happened up to it, and more of that: the next step finds it there.
      if (direction === 1 && ahead > 0 && ahead < STEP_ON_MS) await this.fetchOn(ahead + CHUNK_MS)
      if (sought !== this.sought) return true
      return this.stepAt(found, direction === 1 ? found : found - CHUNK_BACK_MS)
    } catch (error) {
      if (sought === this.sought) this.failed(error)
      return true
    }
  }

  private async stepAt(at: number, begin: number): Promise<boolean> {
    const shown = this.go(at, Math.max(this.source.begin, begin))
    this.steered()
    await shown
    return this.state.getState().phase !== 'failed'
  }

  private tick(): void {
    const film = this.now?.film
    const { at, speed, phase, loop } = this.state.getState()
    const now = performance.now()
    const { shared } = this
    const target = shared ? momentOf(shared.head, shared.now()) : at + (now - this.tickedAt) * speed
    this.tickedAt = now
    if (!film || phase === 'seeking' || phase === 'failed') return
    if (loop) {
      const [begin, end] = speed > 0 ? loop : [loop[1], loop[0]]
      // Where it begins it is not over, whichever way it goes: else it would begin for ever.
      const isOver = speed > 0 ? at >= end || at < begin : at <= end || at > begin
      if (isOver) return void this.seek(begin)
    }
    const wished = this.pastQuiet(film, at, target)
    if (shared) {
      if (wished !== target) return void this.seek(wished)
      if (target < film.from - 2 * backAt(speed) || target > film.to + 2 * CHUNK_MS * Math.max(1, speed))
        return void this.go(target)
    }
    const reached = Math.max(film.from, Math.min(wished, film.to))
    if (speed > 0 && film.to - reached < CHUNK_MS * Math.max(1, speed) * 0.5)
      void this.fetchOn(CHUNK_MS * Math.max(1, speed))
    const hole = wished === reached ? undefined : this.holeAt(reached, speed > 0 ? 1 : -1)
    if (hole) {
      // Over what cannot be shown, to what can.
      void this.seek(speed > 0 ? hole.to : hole.from)
      return
    }
    if (speed < 0 && reached - film.from < backAt(speed)) {
      // The first one is short, so that it begins to run: there is time for a long one then.
      const isFirst = film.to - film.from < CHUNK_BACK_MS
      void this.fetchEarlier(film, isFirst ? backAt(speed) / 2 : 2 * backAt(speed))
    }
    if (speed < 0 && wished < film.from && this.earlier?.stretch) {
      this.sought++
      this.show(this.earlier.stretch, at)
      return
    }
    this.deps.stage.shown(film.show(reached))
    if (film.length > MOST_FRAMES) film.forget(reached - KEPT_BACK_MS)
    this.state.setState({ at: reached, phase: wished > film.to || wished < film.from ? 'waiting' : 'ready' })
    if (this.source.goesOn) {
      if (speed > 0 && reached >= this.source.end() - 2 * LEAST_MS) shared ? this.pause() : this.deps.caughtUp?.()
    } else if (speed > 0 ? reached >= this.source.end() : reached <= this.source.begin) this.stopAtEnd()
  }

  /** What was recorded has an end. */
  private stopAtEnd(): void {
    this.pause()
    this.state.setState({ phase: 'ready' })
  }

  /** What lies before or behind a moment and cannot be shown. */
  private holeAt(at: number, direction: 1 | -1): Hole | undefined {
    return this.source.holes.find(({ from, to }) => (direction === 1 ? from <= at && at < to : from < at && at <= to))
  }

  /** Played backwards, the stretch before this one is fetched while this one is shown. */
  private async fetchEarlier(film: Film, span: number): Promise<void> {
    if (film.from <= this.source.begin || this.earlier || this.holeAt(film.from, -1)) return
    const earlier: Earlier = { stretch: undefined }
    this.earlier = earlier
    try {
      earlier.stretch = await this.source.stretch(Math.max(this.source.begin, film.from - span), film.from)
    } catch (error) {
      if (this.earlier === earlier) this.failed(error)
    }
  }

  /** Over a stretch in which nothing happened, when that is wished. */
  private pastQuiet(film: Film, at: number, wished: number): number {
    const { speed, skipsQuiet } = this.state.getState()
    if (!skipsQuiet) return wished
    const quiet = QUIET_S * SECOND * Math.abs(speed)
    const next = film.eventNear(at, speed > 0 ? 1 : -1)
    if (next === undefined) return speed > 0 && film.to - at > quiet ? film.to : wished
    if (Math.abs(next - at) <= quiet) return wished
    return next - Math.sign(speed) * SECOND * Math.abs(speed)
  }

  /** What comes after the film, once at a time. */
  private fetchOn(span: number): Promise<void> {
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
      if (this.now === now) this.failed(error)
    }
  }

  close(): void {
    this.endLoan()
    this.steps.forget()
    this.sought++
    this.stop()
  }
}
