import { createHmac } from 'node:crypto'
import type { z } from 'zod'
import type { WebhookForm } from '#shared/world/notice-channels.ts'
import { asFailure, ask, refusalOf } from './http-request.ts'
import type { Message, Outcome, Sending } from './outcome.ts'
import { fillHeader, fillJson, fillUrl, valuesOf } from './template.ts'

/** `X-Ankan-Signature: sha256=...` is the HMAC of `<timestamp>.<body>`: who knows the secret knows that it is from us, and new. */
export function signatureOf(secret: string, timestamp: string, body: string): string {
  return `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`
}

/** Tells a program. Its status alone says whether it heard. */
export async function sendWebhook(
  form: z.infer<typeof WebhookForm>,
  message: Message,
  sending: Sending,
): Promise<Outcome> {
  const { clock, secret } = sending
  const values = valuesOf(message, secret)
  const body = form.body === undefined ? ownJson(message) : fillJson(form.body, values)
  const timestamp = String(Math.floor(clock.now() / 1000))
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    ...Object.fromEntries(form.headers.map(({ name, value }) => [name.toLowerCase(), fillHeader(value, values)])),
    'content-length': String(Buffer.byteLength(body)),
    'idempotency-key': message.delivery,
    'x-ankan-delivery': message.delivery,
    'x-ankan-timestamp': timestamp,
    ...(secret ? { 'x-ankan-signature': signatureOf(secret, timestamp, body) } : {}),
  }
  try {
    const { url, method, trusted } = form
    const answer = await ask(sending, { url: fillUrl(url, values), method, headers, body, trusted })
    return refusalOf(answer) ?? { ok: true, status: answer.status, said: answer.text }
  } catch (error) {
    return asFailure(error)
  }
}

function ownJson({ name: _, address: __, ...told }: Message): string {
  return JSON.stringify({ version: 1, ...told })
}
