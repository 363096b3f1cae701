import { io, type Socket } from 'socket.io-client'
import {
  type ClientMessages,
  type Frame,
  type FullState,
  PROTOCOL_VERSION,
  type Reply,
  type ServerMessages,
} from '#shared/contract/wire.ts'
import { type Refusal, toAnkanError } from '#shared/errors.ts'
import type { Player, PlayerEvents, Stage } from './player.ts'
import { ServerClock } from './server-clock.ts'
import { unpackJson } from './unpack.ts'

type LiveSocket = Socket<ServerMessages, ClientMessages>

/** Follows the live world over one socket; comes back by itself, from the number where it was. */
export class LivePlayer implements Player {
  private readonly socket: LiveSocket
  private log = ''
  private scope: string | undefined
  private lostSince: number | undefined
  private startedAnew = false
  /** When the server last said anything at all: from then on the picture is old. */
  private heardAt = 0
  private clock = new ServerClock()
  /** Messages are worked off in order, though unpacking a state takes a moment. */
  private queue: Promise<void> = Promise.resolve()

  constructor(server: string, token: string) {
    this.socket = io(server, {
      path: '/live',
      transports: ['websocket'],
      auth: { token, protocol: PROTOCOL_VERSION },
      reconnectionDelay: 500,
      reconnectionDelayMax: 3000,
      randomizationFactor: 0.5,
      autoConnect: false,
    })
  }

  play(stage: Stage, events: PlayerEvents): void {
    const { socket } = this
    const lost = () => {
      this.lostSince ??= this.heardAt || Date.now()
      events.state({ phase: 'lost', since: this.lostSince })
    }
    const refused = (refusal: Refusal) => {
      socket.disconnect()
      events.state({ phase: 'refused', refusal })
    }

    const inOrder = (work: () => void | Promise<void>) => {
      this.queue = this.queue.then(work).catch((thrown) => {
        // What cannot be understood is asked for once more from the beginning; if that does not help, it never will.
        if (this.startedAnew) refused(toAnkanError(thrown).toRefusal())
        else this.hello(undefined)
        this.startedAnew = true
      })
    }

    const timed = (at: number) => {
      const offset = this.clock.heard(at, Date.now(), performance.now())
      if (offset !== undefined) events.clock(offset)
    }
    socket.on('welcome', (welcome) => {
      // Either clock may have been set meanwhile.
      this.clock = new ServerClock()
      timed(welcome.at)
      inOrder(() => {
        events.state({ phase: 'catching-up' })
        this.log = welcome.log
        const scope = JSON.stringify(welcome.scope)
        // With other rights than before the world on this screen is not the one to continue from.
        this.hello(this.scope === undefined || this.scope === scope ? stage.position() : undefined)
        this.scope = scope
      })
    })
    socket.on('state', (packed) => inOrder(async () => stage.start(this.log, await unpackJson<FullState>(packed))))
    socket.on('frame', (frame: Frame) => {
      timed(frame.at)
      inOrder(() => {
        if (!stage.follow(frame)) return this.hello(stage.position())
        this.lostSince = undefined
        this.startedAnew = false
        events.state({ phase: 'live' })
      })
    })
    socket.on('pointing', (pointing) => events.pointing(pointing))
    socket.on('unkept', (notice) => stage.unkept(notice))
    socket.on('health', (health) => events.health(health))
    socket.on('ended', refused)
    socket.on('disconnect', (why) => {
      if (why === 'io client disconnect') return
      lost()
      // The server closed on purpose, with rights changed perhaps: come back at once with the same token.
      if (why === 'io server disconnect') socket.connect()
    })
    socket.on('connect_error', (error) => {
      const refusal = (error as Error & { data?: Refusal }).data
      if (refusal?.code) refused(refusal)
      else lost()
    })
    const heard = () => {
      this.heardAt = Date.now()
    }
    socket.onAny(heard)
    socket.io.on('ping', heard)
    events.state({ phase: 'connecting' })
    socket.connect()
  }

  private hello(position: { log: string; seq: number } | undefined): void {
    this.socket.emit('hello', position ? { log: position.log, since: position.seq } : {})
  }

  /** One call over the socket; rejects when there is no connection or no answer in time. */
  async ask(name: string, input: unknown, timeoutMs: number): Promise<Reply> {
    return this.socket.timeout(timeoutMs).emitWithAck('ask', name, input)
  }

  get connected(): boolean {
    return this.socket.connected
  }

  close(): void {
    this.socket.off()
    this.socket.disconnect()
  }
}
