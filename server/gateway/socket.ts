import type { Server as HttpServer } from 'node:http'
import { Server } from 'socket.io'
import { z } from 'zod'
import { callNamed } from '#shared/contract/contract.ts'
import {
  type ClientMessages,
  Handshake,
  type HealthState,
  Hello,
  PROTOCOL_VERSION,
  type ServerMessages,
} from '#shared/contract/wire.ts'
import { AnkanError, type ErrorCode, toAnkanError } from '#shared/errors.ts'
import type { Sessions } from '../access/sessions.ts'
import { bufferedBytes, cutOff } from './connection.ts'
import type { DeadLetters } from './dead-letters.ts'
import type { Dispatch } from './dispatch.ts'
import type { FanOut, ScreenServer, ScreenSocket } from './fan-out.ts'
import { scopeOf } from './scope.ts'
import type { Asker } from './serve.ts'

const LARGEST_MESSAGE = 256 * 1024
const MOST_IN_FLIGHT = 50
/** Whoever asks and does not read the answers is cut off: they would wait here. */
const MOST_UNREAD_BYTES = 2_000_000
const KNOWN = new Set(['hello', 'ask'])

export function createScreenServer(http: HttpServer, mayOrigin: (origin: string | undefined) => boolean): ScreenServer {
  return new Server<ClientMessages, ServerMessages>(http, {
    path: '/live',
    serveClient: false,
    maxHttpBufferSize: LARGEST_MESSAGE,
    transports: ['websocket'],
    pingInterval: 3000,
    pingTimeout: 5000,
    allowRequest: (request, done) => done(null, mayOrigin(request.headers.origin)),
  })
}

interface Deps {
  io: ScreenServer
  sessions: Sessions
  dispatch: Dispatch
  fanOut: FanOut
  letters: DeadLetters
  logId: string
  now: () => number
  health: () => { state: HealthState; reason?: string }
}

interface Known {
  session: string
  inFlight: number
}

/** The screens' entrance: signed in by token, brought up to date, served calls. */
export function serveScreens({ io, sessions, dispatch, fanOut, letters, logId, now, health }: Deps): void {
  const known = new Map<ScreenSocket, Known>()
  const addressOf = (socket: ScreenSocket) => socket.handshake.address

  io.engine.on('connection', (connection: { remoteAddress: string } & NodeJS.EventEmitter) => {
    connection.once('close', (_: string, cause?: Error) => {
      const code = refusedBytes(cause)
      if (code) void letters.put('socket', connection.remoteAddress, code, cause?.message ?? '', '')
    })
  })

  io.use((socket, next) => {
    const handshake = Handshake.safeParse(socket.handshake.auth)
    const refuse = (error: AnkanError) => {
      void letters.put('socket', addressOf(socket), error.code, error.message, '')
      next(Object.assign(new Error(error.code), { data: error.toRefusal() }))
    }
    if (!handshake.success) return refuse(new AnkanError('input.invalid', {}, z.prettifyError(handshake.error)))
    if (handshake.data.protocol !== PROTOCOL_VERSION)
      return refuse(
        new AnkanError('protocol.mismatch', { server: PROTOCOL_VERSION }, 'another version of the protocol'),
      )
    const found = sessions.find(handshake.data.token, false)
    if (!found) return refuse(new AnkanError('access.expired', {}, 'the session is over'))
    socket.data.token = handshake.data.token
    next()
  })

  io.on('connection', (socket) => {
    const { token } = socket.data as { token: string }
    const signedOn = sessions.find(token, false)
    // Ended since the handshake.
    if (!signedOn) return socket.disconnect(true)
    const me: Known = { session: signedOn.session.session, inFlight: 0 }
    known.set(socket, me)
    const asker = (touch: boolean): Asker => {
      const found = sessions.find(token, touch)
      if (!found) throw new AnkanError('access.expired', {}, 'the session is over')
      const { user, session } = found
      const by = { kind: 'user' as const, id: user.account, name: user.name }
      return { by, role: user.role, duty: user.duty ?? '', from: addressOf(socket), session }
    }
    const letter = (error: AnkanError, content: unknown) =>
      void letters.put('socket', `${addressOf(socket)} ${me.session}`, error.code, error.message, content)

    const scope = scopeOf(signedOn.user.role, signedOn.user.duty ?? '')
    fanOut.add(socket, scope)
    socket.emit('welcome', {
      log: logId,
      protocol: PROTOCOL_VERSION,
      at: now(),
      scope: { place: scope.place, areas: [...scope.areas] },
    })

    socket.emit('health', health())

    socket.on('hello', (raw) => {
      const hello = Hello.safeParse(raw)
      if (!hello.success) return letter(new AnkanError('input.invalid', {}, z.prettifyError(hello.error)), raw)
      fanOut.join(socket, hello.data, logId).catch((error) => letter(toAnkanError(error), raw))
    })

    const readsNothing = () => {
      if (bufferedBytes(socket).bytes <= MOST_UNREAD_BYTES) return false
      letter(new AnkanError('access.too-many-attempts', {}, 'asks, but does not read the answers'), '')
      cutOff(socket)
      return true
    }

    socket.on('ask', async (name, input, answer) => {
      const reply: typeof answer = (content) => {
        if (typeof answer === 'function' && socket.connected && !readsNothing()) answer(content)
      }
      try {
        if (typeof name !== 'string')
          throw new AnkanError('input.malformed', {}, 'ask takes a name, an input and an answer')
        if (me.inFlight >= MOST_IN_FLIGHT)
          throw new AnkanError('access.too-many-attempts', { most: MOST_IN_FLIGHT }, 'too many calls at once')
        if (callNamed(name)?.file !== undefined)
          throw new AnkanError('call.file', { call: name }, 'answered by a file: ask it over HTTP')
        me.inFlight++
        try {
          reply({ ok: true, value: await dispatch.ask(name, input, asker(!callNamed(name)?.byItself)) })
        } finally {
          me.inFlight--
        }
      } catch (thrown) {
        const error = toAnkanError(thrown)
        if (error.status === 400 || error.code === 'call.unknown') letter(error, { name, input: '…' })
        reply({ ok: false, error: error.toRefusal() })
      }
    })

    socket.on('error', (error: Error) => letter(new AnkanError('input.malformed', {}, error.message), ''))
    socket.onAny((name: string) => {
      if (!KNOWN.has(name)) letter(new AnkanError('call.unknown', {}, 'no such message'), name)
    })
    socket.on('disconnect', () => {
      known.delete(socket)
      fanOut.remove(socket)
    })
  })

  sessions.onGone((session, why) => {
    for (const [socket, me] of known) {
      if (me.session !== session) continue
      const code = why === 'expired' ? 'access.expired' : 'access.ended'
      // With other rights the same token stays good: the screen only has to come back for its new scope.
      if (why !== 'changed') socket.emit('ended', new AnkanError(code, { why }, 'the session is over').toRefusal())
      socket.disconnect(true)
    }
  })
}

/** What the connection below ended of, if it was for the bytes that came. */
function refusedBytes(cause: Error | undefined): ErrorCode | undefined {
  if (!(cause instanceof Error)) return undefined
  if (/max payload size/i.test(cause.message)) return 'input.too-large'
  return /invalid|parse/i.test(cause.message) ? 'input.malformed' : undefined
}
