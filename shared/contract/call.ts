import { z } from 'zod'
import type { Permission } from './roles.ts'

/** `anyone` needs no sign-in, `signed-in` any account; else the permission that the caller's role must hold. */
export type May = Permission | 'anyone' | 'signed-in'

/**
 * What may be asked of the server. This one declaration gives the HTTP route, the socket message, the
 * OpenAPI entry, the client's typed call, the audit entry and the row in the permission test.
 */
export interface Call<I = unknown, O = unknown> {
  name: string
  /** Commands change something and are audited; queries only read; deliveries bring what is itself the record. */
  kind: 'command' | 'query' | 'delivery'
  input: z.ZodType<I>
  output: z.ZodType<O>
  may: May
  help: string
  /** A query for personal or protected data is audited as a command is. */
  audited: boolean
  /** Served although nothing can be written: a full disk must not lock the commander out. */
  evenReadOnly: boolean
  /** Asked by screens at intervals, whether somebody sits there or not: it does not keep a session open. */
  byItself: boolean
  /** Bytes of the largest body, where it is more than usual: such a call is asked over HTTP. */
  largest?: number
  /** The media type of a file that comes as the answer, in pieces: such a call is asked over HTTP. */
  file?: string
  /** The input field that names who speaks, for a call that is made before anybody is signed in. */
  speaker?: string
}

interface Declaration<I, O> {
  input: z.ZodType<I>
  output?: z.ZodType<O>
  may: May
  help: string
  audited?: boolean
  evenReadOnly?: boolean
  byItself?: boolean
  largest?: number
  file?: string
  speaker?: string
}

/** A file as an answer: made while it is sent, and no longer when whoever asked for it is gone. */
export interface FileAnswer {
  name: string
  content: AsyncIterable<Uint8Array>
}

export const Nothing = z.strictObject({})
export const Done = z.object({})

export function command<I, O = z.infer<typeof Done>>(name: string, declared: Declaration<I, O>): Call<I, O> {
  return {
    name,
    kind: 'command',
    audited: true,
    evenReadOnly: false,
    byItself: false,
    ...declared,
    output: declared.output ?? (Done as never),
  }
}

/** What devices bring: it is kept itself, so that an audit entry for each would only drown what people did. */
export function delivery<I, O>(name: string, declared: Declaration<I, O> & { output: z.ZodType<O> }): Call<I, O> {
  return { name, kind: 'delivery', audited: false, evenReadOnly: false, byItself: false, ...declared }
}

export function query<I, O>(name: string, declared: Declaration<I, O> & { output: z.ZodType<O> }): Call<I, O> {
  return { name, kind: 'query', audited: false, evenReadOnly: true, byItself: false, ...declared }
}

/** `alarm:acknowledge` is `POST /api/alarm/acknowledge`. */
export function routeOf(call: Call): string {
  return `/api/${call.name.replace(':', '/')}`
}

const secrets = z.registry<{ secret: true }>()

/** Marks a schema whose values must never be written anywhere. */
export function secret<S extends z.ZodType>(schema: S): S {
  secrets.add(schema, { secret: true })
  return schema
}

/** The input as it may be written into the audit record. */
export function withoutSecrets(call: Call, input: unknown): unknown {
  if (!(call.input instanceof z.ZodObject) || input === null || input === undefined) return input
  // What is not even an object may be a bare password; so may a field that we do not know.
  if (typeof input !== 'object') return HIDDEN
  const { shape } = call.input
  const shown = (key: string) => Object.hasOwn(shape, key) && !isSecret(shape[key])
  return Object.fromEntries(Object.entries(input).map(([key, value]) => [key, shown(key) ? value : HIDDEN]))
}

const HIDDEN = '***'

function isSecret(schema: z.ZodType): boolean {
  if (secrets.has(schema)) return true
  // Optional, nullable, with a default: what is wrapped decides.
  return 'unwrap' in schema && typeof schema.unwrap === 'function' ? isSecret(schema.unwrap()) : false
}
