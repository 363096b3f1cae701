import { type Call, routeOf } from '#shared/contract/call.ts'
import type { Refusal } from '#shared/errors.ts'

export type Credential = { token: string } | { device: string; secret: string } | undefined

export interface Answer {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: a test says itself what it expects in an answer
  body: any
  error: Refusal | undefined
}

export function authorization(credential: Credential): Record<string, string> {
  if (!credential) return {}
  if ('token' in credential) return { authorization: `Bearer ${credential.token}` }
  const basic = Buffer.from(`${credential.device}:${credential.secret}`).toString('base64')
  return { authorization: `Basic ${basic}` }
}

/** Asks over HTTP as any program would. */
export async function post(url: string, body: string, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  })
  const answered = (await response.json()) as { error?: Refusal }
  return { status: response.status, body: answered, error: answered.error }
}

export function ask(url: string, call: Call<never> | Call, input: unknown, credential?: Credential): Promise<Answer> {
  return post(url + routeOf(call as Call), JSON.stringify(input), authorization(credential))
}
