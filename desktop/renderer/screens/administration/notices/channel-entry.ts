import type { Channel, ChannelForm, ChannelKind } from '#shared/world/notice-channels.ts'

export const CHANNEL_KINDS: readonly ChannelKind[] = ['webhook', 'mail', 'sms', 'phone']

/** A channel as the form holds it: an empty field is an empty text. */
export interface ChannelFields {
  name: string
  enabled: boolean
  language: 'zh' | 'en'
  every: number
  kind: ChannelKind
  url: string
  method: 'GET' | 'POST' | 'PUT'
  headers: string
  body: string
  content: 'json' | 'form'
  successPath: string
  successIs: string
  idPath: string
  receiptId: string
  receiptState: string
  receiptDelivered: string
  receiptAnswered: string
  receiptUndelivered: string
  host: string
  port: number
  secure: 'tls' | 'starttls' | 'none'
  user: string
  from: string
  trusted: string
  secret: string
}

/** How far apart messages are, where nobody says otherwise: programs read faster than people. */
export const usualEvery = (kind: ChannelKind) => (kind === 'webhook' ? 5 : 60)

export function newChannel(): ChannelFields {
  return {
    name: '',
    enabled: true,
    language: 'zh',
    every: usualEvery('webhook'),
    kind: 'webhook',
    url: '',
    method: 'POST',
    headers: '',
    body: '',
    content: 'json',
    successPath: '',
    successIs: '',
    idPath: '',
    receiptId: '',
    receiptState: '',
    receiptDelivered: '',
    receiptAnswered: '',
    receiptUndelivered: '',
    host: '',
    port: 465,
    secure: 'tls',
    user: '',
    from: '',
    trusted: '',
    secret: '',
  }
}

export function fieldsOf({ name, enabled, language, every, form }: Channel): ChannelFields {
  const known = { ...newChannel(), name, enabled, language, every, kind: form.kind, trusted: form.trusted ?? '' }
  if (form.kind === 'mail') {
    const { host, port, secure, user = '', from } = form
    return { ...known, host, port, secure, user, from }
  }
  const { url, method, body = '' } = form
  const headers = form.headers.map((one) => `${one.name}: ${one.value}`).join('\n')
  if (form.kind === 'webhook') return { ...known, url, method, headers, body }
  const { content, success, id = '', receipt } = form
  return {
    ...known,
    url,
    method,
    headers,
    body,
    content,
    successPath: success?.path ?? '',
    successIs: success?.is.join(', ') ?? '',
    idPath: id,
    receiptId: receipt?.id ?? '',
    receiptState: receipt?.state ?? '',
    receiptDelivered: receipt?.delivered.join(', ') ?? '',
    receiptAnswered: receipt?.answered.join(', ') ?? '',
    receiptUndelivered: receipt?.undelivered.join(', ') ?? '',
  }
}

export function channelOf(fields: ChannelFields, channel: string): Channel {
  const { name, enabled, language, every } = fields
  return { channel, name: name.trim(), enabled, language, every, form: formOf(fields) }
}

function formOf(fields: ChannelFields): ChannelForm {
  const { kind, url, method, body, content } = fields
  const trusted = fields.trusted.trim() ? { trusted: fields.trusted.trim() } : {}
  if (kind === 'mail') {
    const { host, port, secure, user, from } = fields
    return {
      kind,
      host: host.trim(),
      port,
      secure,
      from: from.trim(),
      ...(user.trim() && { user: user.trim() }),
      ...trusted,
    }
  }
  const written = {
    url: url.trim(),
    headers: headersOf(fields.headers),
    ...(body.trim() && { body: body.trim() }),
    ...trusted,
  }
  if (kind === 'webhook') return { kind, method: method === 'PUT' ? 'PUT' : 'POST', ...written }
  const { successPath, successIs, idPath, receiptId, receiptState, receiptDelivered } = fields
  return {
    kind,
    method,
    content,
    ...written,
    ...(successPath.trim() && { success: { path: successPath.trim(), is: wordsOf(successIs) } }),
    ...(idPath.trim() && { id: idPath.trim() }),
    ...(receiptId.trim() && {
      receipt: {
        id: receiptId.trim(),
        state: receiptState.trim(),
        delivered: wordsOf(receiptDelivered),
        answered: wordsOf(fields.receiptAnswered),
        undelivered: wordsOf(fields.receiptUndelivered),
      },
    }),
  }
}

const HEADER = /^([A-Za-z0-9-]+)\s*:\s*(.*)$/

export function headersOf(text: string): { name: string; value: string }[] {
  return text.split('\n').flatMap((line) => {
    const found = HEADER.exec(line.trim())
    return found ? [{ name: found[1] as string, value: found[2] as string }] : []
  })
}

export function isHeaders(text: string): boolean {
  return text.split('\n').every((line) => line.trim() === '' || HEADER.test(line.trim()))
}

function wordsOf(text: string): string[] {
  return text
    .split(/[,，]/)
    .map((word) => word.trim())
    .filter(Boolean)
}

/** Where it leads, in a word, without what is behind the host: that may hold a key. */
export function targetOf({ form }: Channel): string {
  if (form.kind === 'mail') return `${form.host}:${form.port}`
  return form.url.replace(/^(https?:\/\/[^/?#]+).*$/, '$1')
}

export function freeId(prefix: string, taken: ReadonlySet<string>): string {
  for (let n = 1; ; n++) if (!taken.has(`${prefix}-${n}`)) return `${prefix}-${n}`
}
