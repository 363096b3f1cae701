import { createStore, type StoreApi } from 'zustand/vanilla'
import { readTimeline } from '#shared/contract/history.ts'
import { type SignedIn, signIn, signOut, whoAmI } from '#shared/contract/session.ts'
import type { HealthState } from '#shared/contract/wire.ts'
import { FilmSource } from '../players/film-source.ts'
import { HistoryPlayer } from '../players/history.ts'
import { LivePlayer } from '../players/live.ts'
import type { PastSource } from '../players/past-source.ts'
import type { PlayerState, Stage } from '../players/player.ts'
import { unpackText } from '../players/unpack.ts'
import { type AskCode, AskError, Asker } from './ask.ts'
import { forgetLens } from './lens.ts'
import { heardPointing } from './pointers.ts'
import { answersOf } from './recorded/answers.ts'
import type { Recording } from './recorded/recording.ts'
import { visitorOf } from './recorded/visitor.ts'
import { forgetSelection } from './selection.ts'
import { keepSession, loadSession } from './session.ts'
import { Together } from './together.ts'
import { forgetTracks } from './tracks.ts'
import { forgetTrends, recallTrends } from './trends.ts'
import { type Subject, WorldStore } from './world-store.ts'

export interface CenterState {
  user: SignedIn | undefined
  /** Why the last session came to its end, for the sign-in page to say. */
  endedBy: AskCode | undefined
  time: PlayerState
  clockOffset: number
  health: { state: HealthState; reason?: string }
  /** Who plays the past on this screen; undefined: it shows the present. */
  past: HistoryPlayer | undefined
  /** What is shown comes out of a file; it may be of another center, and needs none. */
  recording: Recording | undefined
}

/** What may be done while the past is looked at: nothing that acts upon the present by what was. */
const IN_THE_PAST = /\.see$|^people\.unmask$/
/** What may be done with a recording: it holds nothing else. */
const OF_A_RECORDING = /^(alarms|devices|place|history)\.see$/

/** A touch of the person is told to the server at most this often; it keeps the session open. */
const TOUCH_MS = 60_000

/** This screen's connection to one center: who is signed in, what time it shows, the world, and how to ask. */
export class Center {
  readonly world = new WorldStore()
  /** Looking at the past with others. */
  readonly together = new Together(this)
  readonly state: StoreApi<CenterState>
  /** Undefined: this screen is for recordings alone. */
  private readonly server: string | undefined
  private readonly asker: Asker
  private player: LivePlayer | undefined
  /** The present, while the past is looked at: it is followed all the same. */
  private behind: WorldStore | undefined
  private touchedAt = 0
  /** The past as the server has it. */
  private readonly record: FilmSource
  /** Answers out of the file that is shown. */
  private recorded: Asker['ask'] | undefined

  constructor(server: string | undefined) {
    this.server = server
    this.asker = new Asker(server ?? '')
    this.record = new FilmSource({ ask: this.asker.ask, unpack: unpackText, now: () => this.liveNow() })
    this.state = createStore<CenterState>(() => ({
      user: undefined,
      endedBy: undefined,
      time: { phase: 'connecting' },
      clockOffset: 0,
      health: { state: 'ok' },
      past: undefined,
      recording: undefined,
    }))
    const kept = server === undefined ? undefined : loadSession()
    if (kept) this.enter(kept.token, kept.user)
  }

  /** Of a path on the server, for what is fetched as a file. */
  readonly address = (path: string): string => (this.server ?? '') + path

  readonly ask: Asker['ask'] = (call, input) => (this.recorded ?? this.asker.ask)(call, input)

  /** A file as the answer. */
  get fetchFile(): Asker['fetchFile'] {
    return this.asker.fetchFile
  }

  /** There is a center that one can sign in at. */
  get hasServer(): boolean {
    return this.server !== undefined
  }

  /** Somebody is signed in here, at a center; else a recording is all there is. */
  get hasSeat(): boolean {
    return this.player !== undefined
  }

  async signIn(account: string, password: string): Promise<void> {
    const { token, user } = await this.asker.ask(signIn, { account, password })
    keepSession({ token, user })
    this.enter(token, user)
  }

  async signOut(): Promise<void> {
    if (!this.hasSeat) return this.goLive()
    await this.asker.ask(signOut, {}).catch(() => {})
    this.leave(undefined)
  }

  /** The time that this screen shows: that of the past as soon as it is seen, for clock and picture belong together. */
  now(): number {
    return this.state.getState().past?.shownAt ?? this.liveNow()
  }

  /** The server's time, so that ages do not depend on this machine's clock. */
  liveNow(): number {
    return Date.now() + this.state.getState().clockOffset
  }

  /** The world as it is, whatever is looked at. */
  get live(): WorldStore {
    return this.behind ?? this.world
  }

  /** Tells what changes in the present, and of everything when another store has taken it over. */
  onLive(subject: Subject, told: (ids: ReadonlySet<string> | null) => void): () => void {
    let store = this.live
    let stop = store.subscribe(subject, told)
    const stopWatching = this.state.subscribe(() => {
      if (this.live === store) return
      stop()
      store = this.live
      stop = store.subscribe(subject, told)
      told(null)
    })
    return () => {
      stop()
      stopWatching()
    }
  }

  /** Shows a moment of the past. */
  goTo(at: number): HistoryPlayer {
    const { past } = this.state.getState()
    const player = past ?? this.beginPast(at)
    void player.seek(at)
    return player
  }

  /** The nearest events before a time, or after it, of the record or of what was recorded. */
  happened(...asked: Parameters<PastSource['happened']>): ReturnType<PastSource['happened']> {
    return (this.state.getState().past?.source ?? this.record).happened(...asked)
  }

  private beginPast(at: number): HistoryPlayer {
    const past = new HistoryPlayer({ source: this.record, stage: this.world, caughtUp: () => this.goLive() }, at)
    this.stepBehind()
    this.state.setState({ past })
    // Where the record begins, and nothing else: that is told at once.
    this.asker.ask(readTimeline, { from: 0, to: 1000, every: 1000 }).then(
      ({ begin }) => past.recordBegan(begin),
      () => {},
    )
    return past
  }

  /** What is live goes on in a store of its own. */
  private stepBehind(): void {
    this.behind = new WorldStore()
    this.behind.takeOver(this.world)
  }

  /** Shows what a file holds; whoever is signed in stays so, and goes on hearing of what is live. */
  show(recording: Recording): void {
    this.goLive()
    const { source } = recording
    const past = new HistoryPlayer({ source, stage: this.world }, source.begin)
    this.stepBehind()
    this.recorded = answersOf({ recording, live: this.player && this.asker.ask })
    forgetSelection()
    forgetLens()
    const visit = this.player
      ? {}
      : { user: visitorOf(recording), time: { phase: 'live' as const }, endedBy: undefined }
    this.state.setState({ past, recording, ...visit })
    void past.seek(source.begin)
  }

  /** Back to what is now. */
  goLive(): void {
    const { past, recording } = this.state.getState()
    if (!past) return
    past.close()
    const behind = this.live
    this.behind = undefined
    this.recorded = undefined
    this.world.takeOver(behind)
    if (recording) {
      forgetSelection()
      forgetLens()
    }
    const end = this.player ? {} : { user: undefined, time: { phase: 'connecting' as const } }
    this.state.setState({ past: undefined, recording: undefined, ...end })
  }

  /** Somebody moved the mouse or pressed a key. */
  touched(): void {
    if (!this.player?.connected || Date.now() - this.touchedAt < TOUCH_MS) return
    this.touchedAt = Date.now()
    this.asker.ask(whoAmI, {}).catch((error) => {
      if (error instanceof AskError && error.code.startsWith('access.')) this.leave(error.code)
    })
  }

  may(permission: string): boolean {
    const { past, recording } = this.state.getState()
    if (recording) return OF_A_RECORDING.test(permission)
    if (past && !IN_THE_PAST.test(permission)) return false
    return this.mayNow(permission)
  }

  /** For what concerns the present whichever moment is looked at. */
  mayNow(permission: string): boolean {
    return this.state.getState().user?.permissions.includes(permission) ?? false
  }

  /** What is live is followed by whichever store holds it. */
  private readonly stage: Stage = {
    position: () => this.live.position(),
    start: (log, state) => this.live.start(log, state),
    follow: (frame) => this.live.follow(frame),
    unkept: (notice) => this.live.unkept(notice),
  }

  private enter(token: string, user: SignedIn): void {
    this.player?.close()
    this.asker.token = token
    this.player = new LivePlayer(this.server ?? '', token)
    this.asker.player = this.player
    recallTrends(user.account)
    this.state.setState({ user, endedBy: undefined })
    this.player.play(this.stage, {
      state: (time) => {
        if (time.phase === 'refused') this.leave(time.refusal.code)
        else this.state.setState({ time })
      },
      clock: (clockOffset) => this.state.setState({ clockOffset }),
      pointing: heardPointing,
      health: (health) => {
        this.state.setState({ health })
        if (health.state === 'ok') this.live.forgetUnkept()
      },
    })
  }

  private leave(endedBy: AskCode | undefined): void {
    this.goLive()
    this.player?.close()
    this.player = undefined
    this.asker.player = undefined
    this.asker.token = undefined
    keepSession(undefined)
    this.world.clear()
    forgetSelection()
    forgetLens()
    forgetTrends()
    forgetTracks()
    this.state.setState({ user: undefined, endedBy, time: { phase: 'connecting' } })
  }
}
