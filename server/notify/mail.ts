import { createTransport } from 'nodemailer'
import type { z } from 'zod'
import type { MailForm } from '#shared/world/notice-channels.ts'
import { reasonOf } from './http-request.ts'
import { CONNECT_MS, failed, type Message, type Outcome, type Sending, TOTAL_MS } from './outcome.ts'

interface MailError extends NodeJS.ErrnoException {
  responseCode?: number
  response?: string
}

/** Tells a person by mail. The message keeps its id however often it is tried. */
export async function sendMail(
  form: z.infer<typeof MailForm>,
  message: Message,
  { clock, secret, signal }: Sending,
): Promise<Outcome> {
  const { host, port, secure, user, from, trusted } = form
  const transport = createTransport({
    host,
    port,
    secure: secure === 'tls',
    requireTLS: secure === 'starttls',
    ignoreTLS: secure === 'none',
    ...(user ? { auth: { user, pass: secret ?? '' } } : {}),
    ...(trusted ? { tls: { ca: trusted } } : {}),
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: TOTAL_MS,
    dnsTimeout: CONNECT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const close = () => transport.close()
  signal?.addEventListener('abort', close)
  let stop = () => {}
  const late = new Promise<Outcome>((resolve) => {
    stop = clock.after(TOTAL_MS, () => {
      resolve(failed('timeout', 'no answer'))
      close()
    })
  })
  const sent = transport
    .sendMail({
      from: { name: message.center, address: from },
      to: { name: message.name, address: message.address },
      subject: message.title,
      text: message.text,
      messageId: `<${message.delivery}@${from.split('@')[1]}>`,
      date: new Date(clock.now()),
      headers: { 'X-Ankan-Delivery': message.delivery, 'Auto-Submitted': 'auto-generated' },
    })
    .then(
      ({ response }): Outcome => ({ ok: true, said: response, ...statusIn(response) }),
      (error: MailError): Outcome => asOutcome(error),
    )
  try {
    return await Promise.race([sent, late])
  } finally {
    stop()
    signal?.removeEventListener('abort', close)
    close()
  }
}

function statusIn(response: string): { status?: number } {
  const status = Number(response.slice(0, 3))
  return status ? { status } : {}
}

/** SMTP: 4xx is not now, 5xx is no. */
function asOutcome(error: MailError): Outcome {
  const said = error.response ?? error.message
  const { code, responseCode: status } = error
  if (code === 'EAUTH' || code === 'ENOAUTH') return failed('sign-in', said, status)
  if (code === 'ETLS') return failed('untrusted', said, status)
  if (status !== undefined && status >= 400) {
    const isFinal = status >= 500
    const reason = isFinal && code === 'EENVELOPE' ? 'recipient' : 'status'
    return { ok: false, reason, isFinal, status, said }
  }
  if (code === 'EENVELOPE') return failed('recipient', said)
  return failed(code === 'ETIMEDOUT' ? 'timeout' : reasonOf(causeOf(error)), said)
}

/** The library says that the socket failed; what it was is further down. */
function causeOf(error: MailError): NodeJS.ErrnoException {
  const cause = error.cause as NodeJS.ErrnoException | undefined
  if (cause?.code) return cause
  return /certificate|self-signed|altnames/i.test(error.message) ? Object.assign(error, { code: 'CERT' }) : error
}
