import { createStore, type StoreApi } from 'zustand/vanilla'
import { type SignedIn, signIn, signOut, whoAmI } from '#shared/contract/session.ts'
import type { HealthState } from '#shared/contract/wire.ts'
import { LivePlayer } from '../players/live.ts'
import type { PlayerState } from '../players/player.ts'
import { type AskCode, AskError, Asker } from './ask.ts'
import { forgetLens } from './lens.ts'
import { forgetSelection } from './selection.ts'
import { keepSession, loadSession } from './session.ts'
import { forgetTrends, recallTrends } from './trends.ts'
import { WorldStore } from './world-store.ts'

export interface CenterState {
  user: SignedIn | undefined
  /** Why the last session came to its end, for the sign-in page to say. */
  endedBy: AskCode | undefined
  time: PlayerState
  clockOffset: number
  health: { state: HealthState; reason?: string }
}

/** A touch of the person is told to the server at most this often; it keeps the session open. */
const TOUCH_MS = 60_000

/** This screen's connection to one center: who is signed in, what time it shows, the world, and how to ask. */
export class Center {
  readonly world = new WorldStore()
  readonly state: StoreApi<CenterState>
  private readonly server: string
  private readonly asker: Asker
  private player: LivePlayer | undefined
  private touchedAt = 0

  constructor(server: string) {
    this.server = server
    this.asker = new Asker(server)
    this.state = createStore<CenterState>(() => ({
      user: undefined,
      endedBy: undefined,
      time: { phase: 'connecting' },
      clockOffset: 0,
      health: { state: 'ok' },
    }))
    const kept = loadSession()
    if (kept) this.enter(kept.token, kept.user)
  }

  /** Of a path on the server, for what is fetched as a file. */
  readonly address = (path: string): string => this.server + path

  get ask(): Asker['ask'] {
    return this.asker.ask
  }

  async signIn(account: string, password: string): Promise<void> {
    const { token, user } = await this.asker.ask(signIn, { account, password })
    keepSession({ token, user })
    this.enter(token, user)
  }

  async signOut(): Promise<void> {
    await this.asker.ask(signOut, {}).catch(() => {})
    this.leave(undefined)
  }

  /** The server's time, so that ages do not depend on this machine's clock. */
  now(): number {
    return Date.now() + this.state.getState().clockOffset
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
    return this.state.getState().user?.permissions.includes(permission) ?? false
  }

  private enter(token: string, user: SignedIn): void {
    this.player?.close()
    this.asker.token = token
    this.player = new LivePlayer(this.server, token)
    this.asker.player = this.player
    recallTrends(user.account)
    this.state.setState({ user, endedBy: undefined })
    this.player.play(this.world, {
      state: (time) => {
        if (time.phase === 'refused') this.leave(time.refusal.code)
        else this.state.setState({ time })
      },
      clock: (clockOffset) => this.state.setState({ clockOffset }),
      health: (health) => {
        this.state.setState({ health })
        if (health.state === 'ok') this.world.forgetUnkept()
      },
    })
  }

  private leave(endedBy: AskCode | undefined): void {
    this.player?.close()
    this.player = undefined
    this.asker.player = undefined
    this.asker.token = undefined
    keepSession(undefined)
    this.world.clear()
    forgetSelection()
    forgetLens()
    forgetTrends()
    this.state.setState({ user: undefined, endedBy, time: { phase: 'connecting' } })
  }
}
