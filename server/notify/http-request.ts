import { request as plainRequest } from 'node:http'
import { request as secureRequest } from 'node:https'
import type { DeliveryReason } from '#shared/world/deliveries.ts'
import { CONNECT_MS, failed, type Outcome, type Sending, TOTAL_MS } from './outcome.ts'

/** Nobody needs more to say that a message was taken. */
const MOST_BYTES = 64 * 1024

export interface Asked {
  url: string
  method: string
  headers: Record<string, string>
  body: string | undefined
  trusted: string | undefined
}

export interface Answer {
  status: number
  text: string
  /** There was more than we read. */
  isCut: boolean
}

export class Unanswered extends Error {
  readonly reason: DeliveryReason

  constructor(reason: DeliveryReason, message: string) {
    super(message)
    this.reason = reason
  }
}

/**
 * Asks a server outside and settles once, whatever it does: each asking has a connection of its own, so that an answer
 * that comes twice is nobody's; redirects are not followed; what takes too long, or never ends, is cut off.
 */
export function ask({ clock, signal }: Sending, { url, method, headers, body, trusted }: Asked): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const send = url.startsWith('https:') ? secureRequest : plainRequest
    const request = send(url, {
      method,
      headers,
      agent: false,
      ...(trusted && { ca: trusted }),
      ...(signal && { signal }),
    })
    const giveUp = (reason: DeliveryReason, message: string) => {
      reject(new Unanswered(reason, message))
      request.destroy()
    }
    const stopConnecting = clock.after(CONNECT_MS, () => giveUp('timeout', 'no connection'))
    const stopWaiting = clock.after(TOTAL_MS, () => giveUp('timeout', 'no answer'))
    const over = () => {
      stopConnecting()
      stopWaiting()
    }
    request.once('socket', (socket) =>
      socket.once(url.startsWith('https:') ? 'secureConnect' : 'connect', stopConnecting),
    )
    request.once('close', over)
    request.on('error', (error) => giveUp(reasonOf(error), error.message))
    request.once('response', (response) => {
      const chunks: Buffer[] = []
      let size = 0
      const done = (isCut: boolean) => {
        over()
        const text = Buffer.concat(chunks).subarray(0, MOST_BYTES).toString('utf8')
        resolve({ status: response.statusCode ?? 0, text, isCut })
        if (isCut) request.destroy()
      }
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk)
        size += chunk.length
        if (size > MOST_BYTES) done(true)
      })
      response.once('end', () => done(false))
      response.once('error', (error) => giveUp('broken', error.message))
    })
    request.end(body)
  })
}

/** What an answer of that status means; undefined: it took the message. */
export function refusalOf({ status, text }: Answer): Outcome | undefined {
  if (status >= 200 && status < 300) return undefined
  if (status >= 300 && status < 400) return failed('redirected', text, status)
  // Whoever is busy is asked again; whoever says no is not.
  const isBusy = status >= 500 || status === 408 || status === 425 || status === 429
  return { ok: false, reason: 'status', isFinal: !isBusy, said: text, status }
}

export function asFailure(error: unknown): Outcome {
  return error instanceof Unanswered ? failed(error.reason, error.message) : failed('broken', (error as Error).message)
}

const UNTRUSTED = /CERT|SELF_SIGNED|UNABLE_TO|ERR_TLS|ERR_SSL/

export function reasonOf(error: NodeJS.ErrnoException): DeliveryReason {
  const code = error.code ?? ''
  if (UNTRUSTED.test(code)) return 'untrusted'
  if (code === 'ETIMEDOUT' || code === 'ESOCKETTIMEDOUT') return 'timeout'
  return code.startsWith('HPE_') || code === 'EPROTO' ? 'broken' : 'unreachable'
}
