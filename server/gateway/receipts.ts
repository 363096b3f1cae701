import type { FastifyInstance } from 'fastify'
import { refuse } from '#shared/errors.ts'
import type { Receipts } from '../areas/notices/receipts.ts'

const LARGEST = 16 * 1024

/** Gateways outside speak as their makers wrote them: JSON or a form, with the token in a header or in the address. */
export function serveReceipts(app: FastifyInstance, receipts: Receipts): void {
  app.register(async (scope) => {
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: LARGEST },
      (_, body, done) => done(null, Object.fromEntries(new URLSearchParams(body as string))),
    )
    scope.post(
      '/api/notices/receipts/:channel',
      { bodyLimit: LARGEST },
      async ({ params, query, headers, body, ip }) => {
        const { channel } = params as { channel: string }
        const inAddress = (query as { token?: unknown }).token
        const token = headers['x-ankan-token'] ?? bearer(headers.authorization) ?? inAddress
        if (typeof token !== 'string') return refuse('access.required', {}, 'the token of the channel is needed')
        return receipts.take(channel.slice(0, 64), token, body, ip)
      },
    )
  })
}

function bearer(header: string | undefined): string | undefined {
  return header?.startsWith('Bearer ') ? header.slice(7) : undefined
}
