import type { Server, Socket } from 'socket.io'
import type {
  ClientMessages,
  Frame,
  HealthState,
  Hello,
  Pointing,
  ServerMessages,
  UnkeptNotice,
} from '#shared/contract/wire.ts'
import { type Clock, every } from '#shared/time.ts'
import type { Event } from '#shared/world/event.ts'
import { allSeen } from '#shared/world/sight.ts'
import type { Latest } from '../areas/devices/latest.ts'
import type { EventLog } from '../log/log.ts'
import { encodeMessage, sendToAll } from './broadcast.ts'
import { bufferedBytes } from './connection.ts'
import { Ring } from './ring.ts'
import type { Scope } from './scope.ts'
import { PackedStates } from './state.ts'

export type ScreenSocket = Socket<ClientMessages, ServerMessages>
export type ScreenServer = Server<ClientMessages, ServerMessages>

/** Events leave at most this often; values ten times slower. */
const FRAME_MS = 50
const VALUES_EVERY_FRAMES = 10
const RING = 20_000
/** Further behind than this, a full state is smaller than the events. */
const LONGEST_TAIL = 5000
/** Tens of thousands come at once when a spreadsheet is taken in: they are told in as many frames as that takes. */
const MOST_IN_A_FRAME = 1500
/** With so much waiting a screen counts as stalled and is sent nothing more: far below 8 MB. */
const STALLED_BYTES = 1_000_000
const STALLED_PACKETS = 60

interface Screen {
  socket: ScreenSocket
  scope: Scope
  /** waiting: has not said where it stands; joining: gets its state; following: is sent every frame; stalled: must read first. */
  mode: 'waiting' | 'joining' | 'following' | 'stalled'
  /** Where a screen that stalled stands; undefined: nowhere yet. */
  sentTo: number | undefined
}

/** The screens of one scope: they are sent the very same bytes. */
interface Audience {
  scope: Scope
  screens: number
  following: Set<ScreenSocket>
  /** The last event that the frames of this scope have reached. */
  sentTo: number
}

/** Sends what is on disk to every screen that may see it: one encoding per scope, never a backlog per screen. */
export class FanOut {
  private readonly io: ScreenServer
  private readonly latest: Latest
  private readonly clock: Clock
  private readonly ring = new Ring(RING)
  private readonly states: PackedStates
  private readonly screens = new Map<string, Screen>()
  private readonly scopes = new Map<string, Audience>()
  private pending: Event[] = []
  private framedTo: number
  private frames = 0
  private readonly stop: () => void

  constructor(io: ScreenServer, log: EventLog, latest: Latest, clock: Clock) {
    this.io = io
    this.latest = latest
    this.clock = clock
    this.framedTo = log.told.seq
    this.states = new PackedStates(log, latest, clock)
    log.onCommitted(({ events }) => {
      for (const event of events) this.pending.push(event)
    })
    this.stop = every(clock, FRAME_MS, () => this.tick())
  }

  get counts(): { screens: number; behind: number } {
    let behind = 0
    for (const screen of this.screens.values()) if (screen.mode !== 'following') behind++
    return { screens: this.screens.size, behind }
  }

  add(socket: ScreenSocket, scope: Scope): void {
    this.remove(socket)
    this.screens.set(socket.id, { socket, scope, mode: 'waiting', sentTo: undefined })
    const known = this.scopes.get(scope.key)
    if (known) known.screens++
    else this.scopes.set(scope.key, { scope, screens: 1, following: new Set(), sentTo: this.framedTo })
  }

  remove(socket: ScreenSocket): void {
    const screen = this.screens.get(socket.id)
    if (!screen) return
    this.screens.delete(socket.id)
    const audience = this.scopes.get(screen.scope.key)
    audience?.following.delete(socket)
    if (audience && --audience.screens === 0) this.scopes.delete(screen.scope.key)
  }

  /** A screen says where it stands; it is brought up to date and then follows. */
  async join(socket: ScreenSocket, hello: Hello, logId: string): Promise<void> {
    const screen = this.screens.get(socket.id)
    // Whoever asks again while the answer is being made gets that one.
    if (!screen || screen.mode === 'joining') return
    const since = hello.log === logId ? hello.since : undefined
    this.scopes.get(screen.scope.key)?.following.delete(socket)
    if (bufferedBytes(socket).bytes > STALLED_BYTES) {
      screen.mode = 'stalled'
      screen.sentTo = since
    } else await this.bringUp(screen, since)
  }

  private async bringUp(screen: Screen, since: number | undefined): Promise<void> {
    screen.mode = 'joining'
    const { socket, scope } = screen
    const resumes = since !== undefined && since <= this.framedTo && this.framedTo - since <= LONGEST_TAIL
    let from = resumes && this.ring.after(since, this.framedTo) ? since : undefined
    let packed = await this.states.get(scope, from === undefined, false)
    let missed = this.ring.after(from ?? packed.seq, this.framedTo)
    while (!missed) {
      // More happened meanwhile than is kept: a state that is as new as can be, until one is new enough.
      from = undefined
      packed = await this.states.get(scope, true, true)
      missed = this.ring.after(packed.seq, this.framedTo)
    }
    if (this.screens.get(socket.id) !== screen || !socket.connected) return
    const after = from ?? packed.seq
    socket.emit('state', packed.body as never)
    socket.emit('frame', {
      after,
      to: Math.max(after, this.framedTo),
      at: this.clock.now(),
      events: allSeen(missed, scope),
      values: scope.areas.has('devices') ? this.latest.within(scope.place, this.latest.since(packed.version)) : {},
    })
    screen.mode = 'following'
    this.scopes.get(scope.key)?.following.add(socket)
  }

  private tick(): void {
    this.frames++
    this.watchBuffers()
    const events = this.pending.splice(0, MOST_IN_A_FRAME)
    for (const event of events) this.ring.push(event)
    this.framedTo = events.at(-1)?.seq ?? this.framedTo
    const dirty = this.frames % VALUES_EVERY_FRAMES === 0 ? this.latest.takeDirty() : undefined
    if (events.length === 0 && !dirty?.size) return
    const at = this.clock.now()
    for (const entry of this.scopes.values()) {
      const { scope, sentTo } = entry
      const seen = allSeen(events, scope)
      const values = dirty && scope.areas.has('devices') ? this.latest.within(scope.place, dirty) : {}
      const some = Object.keys(values).length > 0
      if (seen.length === 0 && !some) continue
      const frame: Frame = { after: sentTo, to: this.framedTo, at }
      if (seen.length > 0) frame.events = seen
      if (some) frame.values = values
      entry.sentTo = this.framedTo
      sendToAll(entry.following, encodeMessage('frame', frame))
    }
  }

  /** Takes stalled screens out of the audience, and brings them up again when they have swallowed what they had. */
  private watchBuffers(): void {
    for (const screen of this.screens.values()) {
      if (screen.mode === 'joining' || screen.mode === 'waiting') continue
      const { bytes, packets } = bufferedBytes(screen.socket)
      if (screen.mode === 'following' && (bytes > STALLED_BYTES || packets > STALLED_PACKETS)) {
        screen.mode = 'stalled'
        screen.sentTo = this.framedTo
        this.scopes.get(screen.scope.key)?.following.delete(screen.socket)
      } else if (screen.mode === 'stalled' && bytes === 0 && packets === 0) {
        this.bringUp(screen, screen.sentTo).catch(() => {
          screen.mode = 'stalled'
        })
      }
    }
  }

  /** Alarms that could not be written: shown to all who may see them, and marked. */
  unkept(events: Event[], reason: string): void {
    for (const { scope, following } of this.scopes.values()) {
      const seen = allSeen(events, scope)
      const notice: UnkeptNotice = { at: this.clock.now(), reason, events: seen }
      if (seen.length > 0) sendToAll(following, encodeMessage('unkept', notice))
    }
  }

  /** Where somebody points: for whoever may see the area, at once and never again. */
  pointing(pointing: Pointing): void {
    const message = encodeMessage('pointing', pointing)
    for (const { scope, following } of this.scopes.values())
      if (scope.areas.has('replays')) sendToAll(following, message)
  }

  health(health: { state: HealthState; reason?: string }): void {
    this.io.emit('health', health)
  }

  close(): void {
    this.stop()
  }
}
