import { deviceKinds } from '#models/devices/index.ts'
import { Mapping, type Understood } from '#models/mapping/mapping.ts'
import { Connector, type FieldMapping } from '#shared/world/connectors.ts'

/** A connector as the form holds it: what is empty is not said. */
export interface ConnectorFields {
  name: string
  enabled: boolean
  kind: string
  topic: string
  each?: string
  device?: string
  prefix?: string
  atPath?: string
  atForm: 'milliseconds' | 'seconds' | 'text'
  fields: FieldRow[]
}

export interface FieldRow {
  metric: string
  path?: string
  unit?: string
  scale?: number | null
  offset?: number | null
  /** `ON=1`, one after another. */
  words?: string[]
}

export interface Sample {
  topic: string
  payload: string
}

export const FIRST_KIND = 'smoke-detector'

export function newFields(): ConnectorFields {
  return { name: '', enabled: true, kind: FIRST_KIND, topic: '', atForm: 'milliseconds', fields: [] }
}

export function fieldsOf({ name, enabled, kind, topic, each, device, prefix, at, fields }: Connector): ConnectorFields {
  return {
    name,
    enabled,
    kind,
    topic,
    ...(each === undefined ? {} : { each }),
    ...(device === undefined ? {} : { device }),
    prefix,
    ...(at ? { atPath: at.path, atForm: at.form } : { atForm: 'milliseconds' }),
    fields: fields.map(rowOf),
  }
}

export function rowOf({ values, ...field }: FieldMapping): FieldRow {
  return { ...field, ...(values ? { words: values.map(({ said, means }) => `${said}=${means}`) } : {}) }
}

/** Throws where what was typed is none. */
export function connectorOf(typed: ConnectorFields, connector: string): Connector {
  const { name, enabled, kind, topic, each, device, prefix, atPath, atForm, fields } = typed
  return Connector.parse({
    connector,
    name,
    enabled,
    kind,
    topic: topic.trim(),
    ...(each?.trim() ? { each: each.trim() } : {}),
    ...(device?.trim() ? { device: device.trim() } : {}),
    prefix: prefix?.trim() ?? '',
    ...(atPath?.trim() ? { at: { path: atPath.trim(), form: atForm } } : {}),
    fields: (fields ?? []).map(mappingOf),
  })
}

export function mappingOf({ metric, path, unit, scale, offset, words }: FieldRow): FieldMapping {
  return {
    metric,
    path: path?.trim() ?? '',
    ...(unit ? { unit } : {}),
    ...(typeof scale === 'number' ? { scale } : {}),
    ...(typeof offset === 'number' ? { offset } : {}),
    ...(words && words.length > 0 ? { values: words.map(wordOf) } : {}),
  }
}

export function isWord(typed: string): boolean {
  return /^.{1,60}=\s*-?\d+(\.\d+)?$/.test(typed)
}

function wordOf(typed: string): { said: string; means: number } {
  const end = typed.lastIndexOf('=')
  return { said: typed.slice(0, end).trim(), means: Number(typed.slice(end + 1)) }
}

/** What would come of a sample; undefined: what is typed is not a connector yet. */
export function tried(typed: ConnectorFields, { topic, payload }: Sample): Understood | undefined {
  const kind = deviceKinds.get(typed.kind)
  if (!kind || payload.trim() === '') return undefined
  try {
    return new Mapping(connectorOf({ ...typed, name: typed.name || '-' }, 'sample'), kind).read(topic, payload)
  } catch {
    return undefined
  }
}

export function freeId(taken: ReadonlySet<string>): string {
  for (let n = 1; ; n++) if (!taken.has(`connector-${n}`)) return `connector-${n}`
}

const MOST_LEAVES = 40

/** The values of a message with the paths that lead to them, as they are written in a connector. */
export function leavesOf(payload: string, each: string | undefined): { path: string; said: string }[] {
  let message: unknown
  try {
    message = JSON.parse(payload)
  } catch {
    return []
  }
  const found: { path: string; said: string }[] = []
  const walk = (value: unknown, path: string) => {
    if (found.length >= MOST_LEAVES) return
    if (value === null || typeof value !== 'object') found.push({ path, said: String(value).slice(0, 40) })
    else for (const [name, inner] of Object.entries(value)) walk(inner, step(path, name, Array.isArray(value)))
  }
  walk(message, '')
  // Within a list paths begin at its entries; one entry stands for all.
  const list = each?.trim()
  if (!list) return found
  return found.flatMap(({ path, said }) =>
    path.startsWith(`${list}[0].`) ? [{ path: path.slice(list.length + 4), said }] : [],
  )
}

function step(path: string, name: string, isList: boolean): string {
  if (isList) return `${path}[${name}]`
  if (!/^[^.[\]"]+$/.test(name)) return `${path}["${name}"]`
  return path === '' ? name : `${path}.${name}`
}
