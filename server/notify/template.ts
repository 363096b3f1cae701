import type { Message } from './outcome.ts'

/** Names that a template may use between `{{` and `}}`. */
export const PLACEHOLDERS = [
  'delivery',
  'what',
  'at',
  'center',
  'title',
  'text',
  'name',
  'phone',
  'secret',
  'count',
  'step',
  'round',
  'alarm.id',
  'alarm.grade',
  'alarm.rule',
  'alarm.title',
  'alarm.advice',
  'alarm.place',
  'alarm.path',
  'alarm.device',
  'alarm.deviceName',
  'alarm.kind',
  'alarm.value',
  'alarm.at',
] as const
type Placeholder = (typeof PLACEHOLDERS)[number]
export type Values = Record<Placeholder, string>

const PLACEHOLDER = /\{\{\s*([^{}]*?)\s*\}\}/g

export function valuesOf(message: Message, secret: string | undefined): Values {
  const [first] = message.alarms
  return {
    delivery: message.delivery,
    what: message.what,
    at: message.at,
    center: message.center,
    title: message.title,
    text: message.text,
    name: message.name,
    phone: message.address,
    secret: secret ?? '',
    count: String(message.count),
    step: String(message.step + 1),
    round: String(message.round),
    'alarm.id': first?.alarm ?? '',
    'alarm.grade': String(first?.grade ?? ''),
    'alarm.rule': first?.rule ?? '',
    'alarm.title': first?.title ?? '',
    'alarm.advice': first?.advice ?? '',
    'alarm.place': first?.placeName ?? '',
    'alarm.path': first?.place ?? '',
    'alarm.device': first?.device ?? '',
    'alarm.deviceName': first?.deviceName ?? '',
    'alarm.kind': first?.kind ?? '',
    'alarm.value': String(first?.value ?? ''),
    'alarm.at': first?.raisedAt ?? '',
  }
}

/** The first name that is none of ours; undefined: all are. */
export function strangeName(template: string): string | undefined {
  for (const [, name = ''] of template.matchAll(PLACEHOLDER))
    if (!(PLACEHOLDERS as readonly string[]).includes(name)) return name
  return undefined
}

function filled(template: string, values: Values, written: (value: string) => string): string {
  return template.replace(PLACEHOLDER, (_, name: Placeholder) => written(values[name] ?? ''))
}

/**
 * The template is read first and filled then, value by value: whatever a device is called, it is never more than a text
 * within the JSON that the administrator wrote.
 */
export function fillJson(template: string, values: Values): string {
  return JSON.stringify(fillTree(JSON.parse(template), values))
}

function fillTree(node: unknown, values: Values): unknown {
  if (typeof node === 'string') return filled(node, values, (value) => value)
  if (Array.isArray(node)) return node.map((one) => fillTree(one, values))
  if (node === null || typeof node !== 'object') return node
  return Object.fromEntries(Object.entries(node).map(([name, one]) => [name, fillTree(one, values)]))
}

/** `to={{phone}}&text={{text}}`: names are as they were written, values are encoded. */
export function fillForm(template: string, values: Values): string {
  const fields = template.split('&').map((field) => field.split(/=(.*)/s))
  return fields
    .map(([name = '', value = '']) => `${name.trim()}=${filled(value.trim(), values, encodeURIComponent)}`)
    .join('&')
}

/** A value is one part of the address: it makes no other path, no other question and no other host. */
export function fillUrl(template: string, values: Values): string {
  return filled(template, values, (value) => (/^\.{1,2}$/.test(value) ? '_' : encodeURIComponent(value)))
}

/** A header is one line of plain letters. */
export function fillHeader(template: string, values: Values): string {
  return filled(template, values, (value) => value.replace(/[^\x20-\x7e]+/gu, encodeURIComponent))
}

/** What was written by hand with a secret in it is not to be read again in what came back. */
export function withoutSecret(said: string, secret: string | undefined): string {
  if (!secret) return said
  return [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64')].reduce(
    (text, hidden) => text.replaceAll(hidden, '***'),
    said,
  )
}
