import { stepsOf, valueAt } from '#models/mapping/json-path.ts'
import type { GatewayForm } from '#shared/world/notice-channels.ts'
import { type Answer, asFailure, ask, refusalOf } from './http-request.ts'
import { failed, type Message, type Outcome, type Sending } from './outcome.ts'
import { fillForm, fillHeader, fillJson, fillUrl, valuesOf } from './template.ts'

/** Tells a person's telephone by a gateway that is described by its channel. */
export async function sendByGateway(form: GatewayForm, message: Message, sending: Sending): Promise<Outcome> {
  const values = valuesOf(message, sending.secret)
  const isForm = form.content === 'form'
  const body = form.body === undefined ? undefined : (isForm ? fillForm : fillJson)(form.body, values)
  const headers = {
    ...(body === undefined
      ? {}
      : {
          'content-type': isForm
            ? 'application/x-www-form-urlencoded; charset=utf-8'
            : 'application/json; charset=utf-8',
          'content-length': String(Buffer.byteLength(body)),
        }),
    ...Object.fromEntries(form.headers.map(({ name, value }) => [name.toLowerCase(), fillHeader(value, values)])),
    'idempotency-key': message.delivery,
  }
  try {
    const { url, method, trusted } = form
    const answer = await ask(sending, { url: fillUrl(url, values), method, headers, body, trusted })
    return refusalOf(answer) ?? takenOr(form, answer)
  } catch (error) {
    return asFailure(error)
  }
}

/** Many gateways answer 200 and say in the body that they did not take it. */
function takenOr({ success, id: idPath }: GatewayForm, { status, text, isCut }: Answer): Outcome {
  const wantsBody = success !== undefined || idPath !== undefined
  if (wantsBody && isCut) return failed('too-large', text, status)
  const content = wantsBody ? parsed(text) : undefined
  if (success && !success.is.includes(textAt(content, success.path) ?? '')) return failed('not-taken', text, status)
  const id = idPath === undefined ? undefined : textAt(content, idPath)?.slice(0, 100)
  return { ok: true, status, said: text, ...(id ? { id } : {}) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Numbers and truths are compared by how they are written. */
export function textAt(content: unknown, path: string): string | undefined {
  const value = valueAt(content, stepsOf(path) ?? [])
  return value === undefined || value === null || typeof value === 'object' ? undefined : String(value)
}
