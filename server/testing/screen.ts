import { gunzipSync } from 'node:zlib'
import { io, type Socket } from 'socket.io-client'
import type { Call } from '#shared/contract/call.ts'
import {
  type ClientMessages,
  type Frame,
  type FullState,
  type HealthState,
  PROTOCOL_VERSION,
  type Reply,
  type ServerMessages,
  type UnkeptNotice,
  type Welcome,
} from '#shared/contract/wire.ts'
import type { Refusal } from '#shared/errors.ts'
import { Follower } from '#shared/world/follower.ts'
import { worldHash } from '#shared/world/hash.ts'
import { until } from './until.ts'

/** A screen without pixels: it signs on, follows the frames as a real one does, and remembers what it was sent. */
export class Screen {
  readonly socket: Socket<ServerMessages, ClientMessages>
  readonly follower = new Follower()
  readonly frames: Frame[] = []
  readonly states: FullState[] = []
  readonly unkept: UnkeptNotice[] = []
  readonly healths: { state: HealthState; reason?: string }[] = []
  welcome: Welcome | undefined
  ended: Refusal | undefined
  refused: Refusal | undefined
  /** Frames that did not follow on what was there: there must never be one. */
  gaps = 0

  constructor(url: string, token: string, stands?: { log: string; since: number }, protocol = PROTOCOL_VERSION) {
    this.socket = io(url, {
      path: '/live',
      transports: ['websocket'],
      auth: { token, protocol },
      forceNew: true,
      reconnection: false,
    })
    this.socket.on('welcome', (welcome) => {
      this.welcome = welcome
      this.socket.emit('hello', stands ?? {})
    })
    this.socket.on('state', (packed) => {
      const state = JSON.parse(gunzipSync(Buffer.from(packed)).toString('utf8')) as FullState
      this.states.push(state)
      this.follower.start(state)
    })
    this.socket.on('frame', (frame) => {
      this.frames.push(frame)
      if (!this.follower.follow(frame)) this.gaps++
    })
    this.socket.on('unkept', (notice) => this.unkept.push(notice))
    this.socket.on('health', (health) => this.healths.push(health))
    this.socket.on('ended', (refusal) => {
      this.ended = refusal
    })
    this.socket.on('connect_error', (error) => {
      this.refused = (error as Error & { data?: Refusal }).data
    })
  }

  get world() {
    return this.follower.world
  }

  get hash(): string {
    return worldHash(this.follower.world)
  }

  /** Every event that came in any frame, in the order it came. */
  get events() {
    return this.frames.flatMap((frame) => frame.events ?? [])
  }

  async upToDate(): Promise<this> {
    await until(() => this.frames.length > 0, 'the first frame of a screen')
    return this
  }

  async ask<I, O>(call: Call<I, O>, input: I): Promise<Reply<O>> {
    return (await this.socket.emitWithAck('ask', call.name, input)) as Reply<O>
  }

  /** Stops reading from the network, as a machine that hangs does. */
  pause(): void {
    rawSocket(this.socket).pause()
  }

  resume(): void {
    rawSocket(this.socket).resume()
  }

  close(): void {
    this.socket.close()
  }
}

function rawSocket(socket: Socket<ServerMessages, ClientMessages>): { pause(): void; resume(): void } {
  return (socket.io.engine.transport as unknown as { ws: { pause(): void; resume(): void } }).ws
}
