import { type Call, routeOf } from '#shared/contract/call.ts'
import type { Reply } from '#shared/contract/wire.ts'
import type { Refusal } from '#shared/errors.ts'
import type { LivePlayer } from '../players/live.ts'

/** What can go wrong on this side of the wire, beside the refusals of the server. */
export type AskCode =
  | Refusal['code']
  | 'net.unreachable'
  | 'net.timeout'
  | 'net.broken-off'
  | 'bundle.altered'
  | 'bundle.not-held'

export class AskError extends Error {
  readonly code: AskCode
  readonly details: Record<string, unknown>

  constructor(code: AskCode, details: Record<string, unknown> = {}) {
    super(code)
    this.code = code
    this.details = details
  }
}

const TIMEOUT_MS = 10_000
const LARGE_TIMEOUT_MS = 60_000

/** Asks the server: over the live connection when there is one, else over HTTP. */
export class Asker {
  private readonly server: string
  token: string | undefined
  player: LivePlayer | undefined

  constructor(server: string) {
    this.server = server
  }

  ask = async <I, O>(call: Call<I, O>, input: I): Promise<O> => {
    // What is too large for the live connection has a way of its own.
    const reply =
      this.player?.connected && call.largest === undefined
        ? await this.bySocket(call as Call, input)
        : await this.byHttp(call as Call, input)
    if (!reply.ok) throw new AskError(reply.error.code, reply.error.details)
    return reply.value as O
  }

  /** What comes in pieces, with how many bytes of it have; what the browser does not hold in memory it keeps on disk. */
  fetchFile = async <I>(
    call: Call<I, unknown>,
    input: I,
    { signal, told }: { signal: AbortSignal; told(bytes: number): void },
  ): Promise<Blob> => {
    const response = await fetch(this.server + routeOf(call as Call), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
      },
      body: JSON.stringify(input),
      signal,
    }).catch(() => {
      throw new AskError('net.unreachable')
    })
    if (!response.ok || !response.body) {
      const { error } = (await response.json().catch(() => ({}))) as { error?: Refusal }
      throw new AskError(error?.code ?? 'internal', error?.details)
    }
    let bytes = 0
    const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(chunk, out) {
        bytes += chunk.length
        told(bytes)
        out.enqueue(chunk)
      },
    })
    return new Response(response.body.pipeThrough(counted)).blob().catch(() => {
      throw new AskError('net.broken-off')
    })
  }

  private async bySocket(call: Call, input: unknown): Promise<Reply> {
    try {
      return await (this.player as LivePlayer).ask(call.name, input, TIMEOUT_MS)
    } catch {
      throw new AskError('net.timeout')
    }
  }

  private async byHttp(call: Call, input: unknown): Promise<Reply> {
    let response: Response
    try {
      response = await fetch(this.server + routeOf(call), {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
        },
        body: JSON.stringify(input),
        signal: AbortSignal.timeout(call.largest === undefined ? TIMEOUT_MS : LARGE_TIMEOUT_MS),
      })
    } catch (error) {
      throw new AskError((error as Error).name === 'TimeoutError' ? 'net.timeout' : 'net.unreachable')
    }
    const body = await response.json().catch(() => ({}))
    if (response.ok) return { ok: true, value: body }
    return {
      ok: false,
      error: (body as { error?: Refusal }).error ?? { code: 'internal', message: response.statusText },
    }
  }
}
