import { Readable } from 'node:stream'
import cors from '@fastify/cors'
import Fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type RouteShorthandOptions,
} from 'fastify'
import { type Call, type FileAnswer, routeOf } from '#shared/contract/call.ts'
import { allCalls } from '#shared/contract/contract.ts'
import { AnkanError, type ErrorCode, toAnkanError } from '#shared/errors.ts'
import type { Attempts } from '../access/attempts.ts'
import type { DeviceSecrets } from '../access/devices.ts'
import type { Sessions } from '../access/sessions.ts'
import type { Receipts } from '../areas/notices/receipts.ts'
import type { SiteTiles } from '../areas/place/tiles.ts'
import type { DeadLetters } from './dead-letters.ts'
import { type Dispatch, mayAsk } from './dispatch.ts'
import { docsPage } from './docs.ts'
import { openApi } from './openapi.ts'
import { serveReceipts } from './receipts.ts'
import { type Asker, NOBODY, type Visitor } from './serve.ts'
import { serveSiteFiles } from './site-files.ts'

const LARGEST_BODY = 1024 * 1024

/** The contract checks what comes in: the framework's own compilers of schemas need not be loaded. */
const unused = () => {
  throw new Error('schemas are checked by the contract')
}
const NO_SCHEMAS = { compilersFactory: { buildValidator: () => unused, buildSerializer: () => unused } }

interface Deps {
  sessions: Sessions
  secrets: DeviceSecrets
  attempts: Attempts
  letters: DeadLetters
  tiles: SiteTiles
  receipts: Receipts
  /** Known once all areas stand. */
  dispatch: () => Dispatch
  mayOrigin: (origin: string | undefined) => boolean
  version: string
}

/** Every call of the contract as `POST /api/<noun>/<verb>`, and the page that describes them. */
export function createHttp({
  sessions,
  secrets,
  attempts,
  letters,
  tiles,
  receipts,
  dispatch,
  mayOrigin,
  version,
}: Deps): FastifyInstance {
  const app = Fastify({
    bodyLimit: LARGEST_BODY,
    schemaController: NO_SCHEMAS,
    routerOptions: { ignoreTrailingSlash: true },
    forceCloseConnections: true,
    frameworkErrors: (error, request, reply) => void refuse(known(error), request, reply as never),
    clientErrorHandler(error, socket) {
      if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
      void letters.put('http', socket.remoteAddress ?? '?', 'input.malformed', error.message, '')
      socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n')
    },
  })

  app.register(cors, { origin: (origin, done) => done(null, mayOrigin(origin)), methods: ['POST', 'GET'] })
  app.addHook('onSend', async (_, reply) => {
    reply.header('X-Content-Type-Options', 'nosniff')
    if (!reply.hasHeader('Cache-Control')) reply.header('Cache-Control', 'no-store')
    reply.header(
      'Content-Security-Policy',
      "default-src 'none'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    )
    reply.header('Referrer-Policy', 'no-referrer')
  })

  for (const call of allCalls())
    app.post(routeOf(call), largeBody(call), async (request, reply) => {
      const answer = await dispatch().ask(call.name, request.body ?? {}, askerOf(request, !call.byItself))
      return call.file === undefined ? answer : sendFile(reply, call.file, answer as FileAnswer)
    })

  serveSiteFiles(app, tiles)
  serveReceipts(app, receipts)
  app.get('/api/ready', async () => ({ ready: true }))
  app.get('/api/openapi.json', async () => openApi(version))
  app.get('/api/docs', async (_, reply) => reply.type('text/html; charset=utf-8').send(docsPage(version)))
  app.get('/api/docs.css', async (_, reply) => reply.type('text/css; charset=utf-8').send(docsPage.style))

  app.setNotFoundHandler((request, reply) =>
    refuse(new AnkanError('call.unknown', {}, 'no such address'), request, reply),
  )
  app.setErrorHandler((thrown, request, reply) => refuse(known(thrown), request, reply))

  /** Whoever may not ask is told before all of a large body is read. */
  function largeBody(call: Call): RouteShorthandOptions {
    if (call.largest === undefined) return {}
    const onRequest = async (request: FastifyRequest) => mayAsk(call, askerOf(request, true))
    return { bodyLimit: call.largest, onRequest }
  }

  function refuse(
    error: AnkanError,
    request: FastifyRequest,
    reply: { code(status: number): { send(body: unknown): unknown } },
  ) {
    if (LETTERS.has(error.code))
      void letters.put('http', request.ip, error.code, error.message, `${request.method} ${request.url.split('?')[0]}`)
    return reply.code(error.status).send({ error: error.toRefusal() })
  }

  /** A person by `Bearer` token, a device by `Basic` id and secret, nobody without. A wrong one is never nobody. */
  function askerOf(request: FastifyRequest, touch: boolean): Asker | Visitor {
    const from = request.ip
    const header = request.headers.authorization
    if (header === undefined) return { by: NOBODY, role: null, duty: '', from }
    const [scheme, content = ''] = header.split(' ')
    if (scheme === 'Bearer') {
      const found = sessions.find(content, touch)
      if (!found) throw new AnkanError('access.expired', {}, 'the session is over')
      const { user, session } = found
      return {
        by: { kind: 'user', id: user.account, name: user.name },
        role: user.role,
        duty: user.duty ?? '',
        from,
        session,
      }
    }
    if (scheme === 'Basic') {
      const [device = '', secret = ''] = Buffer.from(content, 'base64').toString('utf8').split(/:(.*)/s)
      const key = `${from} ${device.slice(0, 64)}`
      attempts.refuseWhenBarred(key, 'access.too-many-attempts')
      if (secrets.verify(device, secret)) return { by: { kind: 'device', id: device }, role: 'device', duty: '', from }
      if (secrets.wasRight(device, secret)) throw new AnkanError('device.retired', { device }, 'this device is retired')
      attempts.refuseWhenBarred(from, 'access.too-many-attempts')
      attempts.failed(key)
      attempts.failed(from)
    }
    throw new AnkanError('access.wrong', {}, 'not a known credential')
  }

  return app
}

/** Made as fast as it is taken; whoever goes away ends it. */
function sendFile(reply: FastifyReply, type: string, { name, content }: FileAnswer): FastifyReply {
  reply.header('Content-Type', type)
  reply.header('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
  return reply.send(Readable.from(content, { objectMode: false }))
}

/** Refusals that point to a broken or hostile caller are kept for the administrator. */
const LETTERS = new Set<ErrorCode>([
  'access.wrong',
  'access.too-many-attempts',
  'call.unknown',
  'device.retired',
  'device.unknown',
  'input.invalid',
  'input.malformed',
  'input.too-large',
  'kind.unknown',
  'reading.invalid',
  'reading.out-of-time',
])

/** The framework's own refusals get our names. */
function known(thrown: unknown): AnkanError {
  const status = (thrown as { statusCode?: number }).statusCode
  if (thrown instanceof AnkanError || status === undefined || status >= 500) return toAnkanError(thrown)
  const message = (thrown as Error).message
  if (status === 413) return new AnkanError('input.too-large', {}, message)
  return new AnkanError('input.malformed', {}, message)
}
