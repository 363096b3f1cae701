import { createStore, type StoreApi } from 'zustand/vanilla'
import {
  attendReplay,
  beginReplay,
  joinReplay,
  leaveReplay,
  pointInReplay,
  steerReplayTogether,
} from '#shared/contract/replays.ts'
import { momentOf, type Replay, type Spot, type Steering } from '#shared/world/replays.ts'
import { AskError } from './ask.ts'
import type { Center } from './center.ts'

const ATTEND_MS = 4000
/** Where a hand points is told so often at most. */
const POINT_MS = 120

export interface TogetherState {
  /** The shared replay that this screen takes part in. */
  replay: string | undefined
}

/** This screen in a shared replay: it follows the playhead of who leads, or leads itself. */
export class Together {
  readonly state: StoreApi<TogetherState> = createStore<TogetherState>(() => ({ replay: undefined }))
  /** This page; somebody may take part with several. */
  readonly screen =
    `screen-${Array.from(crypto.getRandomValues(new Uint8Array(9)), (byte) => byte.toString(36)).join('')}`
  private readonly center: Center
  private followed: Replay['head'] | undefined
  private led: boolean | undefined
  private stops: (() => void)[] = []
  private pointedAt = 0

  constructor(center: Center) {
    this.center = center
  }

  get now(): Replay | undefined {
    const { replay } = this.state.getState()
    return replay === undefined ? undefined : this.center.live.get('replays', replay)
  }

  /** All look at the moment that this screen shows. */
  async begin(): Promise<void> {
    const { replay } = await this.center.ask(beginReplay, { screen: this.screen, moment: this.center.now() })
    this.enter(replay)
  }

  async join(replay: string): Promise<void> {
    await this.center.ask(joinReplay, { replay, screen: this.screen })
    this.enter(replay)
  }

  /** The screen stays where it is, by itself. */
  leave(): void {
    const { replay } = this.state.getState()
    if (replay === undefined) return
    this.forget()
    // Who is not heard of has left as well.
    this.center.ask(leaveReplay, { replay, screen: this.screen }).catch(() => {})
  }

  point(at: Spot | null): void {
    const { replay } = this.state.getState()
    if (replay === undefined || (at && performance.now() - this.pointedAt < POINT_MS)) return
    this.pointedAt = performance.now()
    this.center.ask(pointInReplay, { replay, at }).catch(() => {})
  }

  private enter(replay: string): void {
    this.forget()
    this.state.setState({ replay })
    const timer = setInterval(() => void this.attend(), ATTEND_MS)
    this.stops = [
      this.center.onLive('replays', () => this.heard()),
      // Back in the present nobody follows.
      this.center.state.subscribe((is, was) => {
        if (was.past && !is.past) this.leave()
      }),
      () => clearInterval(timer),
    ]
    this.heard()
  }

  /** Whoever was away for a while comes in again. */
  private async attend(): Promise<void> {
    const { replay } = this.state.getState()
    if (replay === undefined) return
    try {
      await this.center.ask(attendReplay, { replay, screen: this.screen })
    } catch (error) {
      if (!(error instanceof AskError) || this.state.getState().replay !== replay) return
      if (error.code === 'replay.not-there')
        await this.center.ask(joinReplay, { replay, screen: this.screen }).catch(() => {})
    }
  }

  private heard(): void {
    const { now, center } = this
    // As long as nothing is known of it yet, it is on its way; known once and gone, it is over.
    if (!now) {
      if (this.followed) this.forget()
      return
    }
    const leads = now.leader.account === center.state.getState().user?.account
    const { head } = now
    // What this screen has said itself has long been done here, and more since, perhaps.
    const isOwn = leads && head.screen === this.screen
    if (leads === this.led && (head === this.followed || isOwn)) return
    this.followed = head
    this.led = leads
    const player = center.state.getState().past ?? center.goTo(momentOf(head, center.liveNow()))
    player.follow({
      head,
      now: () => center.liveNow(),
      steer: leads ? (steering) => this.steer(now.replay, steering) : undefined,
    })
  }

  private steer(replay: string, steering: Steering): void {
    // Who could not be heard hears from the others where the playhead is.
    this.center.ask(steerReplayTogether, { replay, screen: this.screen, ...steering }).catch(() => {
      this.led = undefined
      this.heard()
    })
  }

  private forget(): void {
    for (const stop of this.stops.splice(0)) stop()
    this.center.state.getState().past?.follow(undefined)
    this.followed = undefined
    this.led = undefined
    this.state.setState({ replay: undefined })
  }
}
