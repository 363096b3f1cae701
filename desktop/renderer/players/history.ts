import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Film } from '#shared/world/film.ts'
import type { StepTo } from '#shared/world/happenings.ts'
import { momentOf } from '#shared/world/replays.ts'
import type { PastSource, Stretch } from './past-source.ts'
import { LentError, type Loan, LoanOver, type PastStage, type PastState, type SharedHead } from './past-state.ts'
import { Steps } from './steps.ts'
import { backAt, CHUNK_BACK_MS, CHUNK_MS, LEAST_MS, Stretches } from './stretches.ts'

interface Deps {
  source: PastSource
  stage: PastStage
  /** The playhead has reached the present; what was recorded just ends. */
  caughtUp?(): void
}

const TICK_MS = 50
const SECOND = 1000
/** So far ahead an event is come to by the film that is shown; further off another one is begun. */
const STEP_ON_MS = 5 * 60 * SECOND
const MOST_FRAMES = 30_000
const KEPT_BACK_MS = 10 * 60 * SECOND
/** So long without an event is quiet, in seconds of who watches. */
const QUIET_S = 4

/** Plays the past: fetches it in stretches, as a film, and shows any moment of them. */
export class HistoryPlayer {
  readonly state: StoreApi<PastState>
  private readonly deps: Deps
  readonly source: PastSource
  private readonly stretches: Stretches
  private timer: ReturnType<typeof setInterval> | undefined
  private shared: SharedHead | undefined
  private tickedAt = 0
  private loan: Loan | undefined
  private readonly steps = new Steps((direction) => this.stepOnce(direction))

  constructor(deps: Deps, at: number) {
    this.deps = deps
    this.source = deps.source
    this.stretches = new Stretches(deps.source, (error) => this.failed(error))
    const still = { playing: false, speed: 1, loop: undefined, skipsQuiet: false, stepsTo: 'any' as const }
    this.state = createStore<PastState>(() => ({
      at,
      phase: 'seeking',
      ...still,
      jumps: 0,
      shownAt: undefined,
      missed: undefined,
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

  /** The moment that the picture is of; undefined: of none yet. Until another one has come, the clock stays with it. */
  get shownAt(): number | undefined {
    return this.state.getState().shownAt
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
    this.stretches.seek()
    if (this.state.getState().phase === 'failed') this.state.setState({ phase: 'waiting', problem: undefined })
    const isThere = await this.stretches.reachOn(at)
    if (!isThere && this.state.getState().phase !== 'failed') await this.fetchAt(at, at, false)
    if (this.loan !== loan) throw new LoanOver()
    const { phase, problem } = this.state.getState()
    const { film } = this.stretches
    if (phase === 'failed' || !film) throw new LentError(problem)
    this.deps.stage.shown(film.show(at))
    if (film.length > MOST_FRAMES) film.forget(at - LEAST_MS)
    this.state.setState({ at, shownAt: at, phase: 'ready', problem: undefined })
    if (film.to - at < CHUNK_MS / 2) void this.stretches.fetchOn(CHUNK_MS)
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
    const { film } = this.stretches
    if (film && this.stretches.holds(at)) {
      const jumps = this.state.getState().jumps + 1
      this.stretches.seek()
      this.deps.stage.shown(film.show(at))
      this.state.setState({ at, shownAt: at, phase: 'ready', jumps, problem: undefined })
      return
    }
    this.state.setState({ at, phase: 'seeking' })
    // Only whole milliseconds are asked for.
    await this.fetchAt(Math.min(at, Math.max(this.source.begin, Math.floor(begin))), at)
  }

  /** Begins a film at one moment and shows another of it. */
  private async fetchAt(begin: number, at: number, isJump = true): Promise<void> {
    const stretch = await this.stretches.fetch(begin, at)
    if (!stretch) return
    this.show(stretch, at)
    const jumps = this.state.getState().jumps + (isJump ? 1 : 0)
    this.state.setState({ at, shownAt: at, phase: 'ready', jumps, problem: undefined })
  }

  private show(stretch: Stretch, at: number): void {
    stretch.film.show(at)
    this.stretches.show(stretch)
    this.deps.stage.lookAt(stretch.film.follower)
  }

  private failed(error: unknown): void {
    const problem = (error as { code?: string }).code ?? 'internal'
    const { at, shownAt } = this.state.getState()
    // The clock stays with the picture: what did not come is named beside it.
    this.state.setState({ phase: 'failed', problem, playing: false, missed: at, at: shownAt ?? at })
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
    const { stretches } = this
    const known = stretches.film?.eventNear(at, direction, stepsTo)
    if (known !== undefined) return this.stepAt(known, known)
    const turn = stretches.seek()
    this.state.setState({ phase: 'waiting', problem: undefined })
    try {
      const found = (await this.source.happened(at, direction, stepsTo, 1))[0]?.at
      if (!stretches.isSought(turn)) return true
      if (found === undefined) {
        this.state.setState({ phase: 'ready' })
        return false
      }
      const ahead = found - (stretches.film?.to ?? 0)
      // What is near is come to by what happened up to it, and more of that: the next step finds it there.
      if (direction === 1 && ahead > 0 && ahead < STEP_ON_MS) await stretches.fetchOn(ahead + CHUNK_MS)
      if (!stretches.isSought(turn)) return true
      return this.stepAt(found, direction === 1 ? found : found - CHUNK_BACK_MS)
    } catch (error) {
      if (stretches.isSought(turn)) this.failed(error)
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
    const { shared, stretches } = this
    const { film } = stretches
    const { at, speed, phase, loop } = this.state.getState()
    const now = performance.now()
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
      void stretches.fetchOn(CHUNK_MS * Math.max(1, speed))
    const hole = wished === reached ? undefined : stretches.holeAt(reached, speed > 0 ? 1 : -1)
    if (hole) {
      // Over what cannot be shown, to what can.
      void this.seek(speed > 0 ? hole.to : hole.from)
      return
    }
    if (speed < 0 && reached - film.from < backAt(speed)) void stretches.fetchEarlier(film, speed)
    if (speed < 0 && wished < film.from && stretches.before) {
      stretches.seek()
      this.show(stretches.before, at)
      return
    }
    this.deps.stage.shown(film.show(reached))
    if (film.length > MOST_FRAMES) film.forget(reached - KEPT_BACK_MS)
    this.state.setState({
      at: reached,
      shownAt: reached,
      phase: wished > film.to || wished < film.from ? 'waiting' : 'ready',
    })
    if (this.source.goesOn) {
      if (speed > 0 && reached >= this.source.end() - 2 * LEAST_MS) shared ? this.pause() : this.deps.caughtUp?.()
    } else if (speed > 0 ? reached >= this.source.end() : reached <= this.source.begin) this.stopAtEnd()
  }

  /** What was recorded has an end. */
  private stopAtEnd(): void {
    this.pause()
    this.state.setState({ phase: 'ready' })
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

  close(): void {
    this.endLoan()
    this.steps.forget()
    this.stretches.seek()
    this.stop()
  }
}
