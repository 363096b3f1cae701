import { z } from 'zod'
import { area } from './area.ts'
import { type Actor, event } from './event.ts'

export const ConnectorId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'small letters, digits and dashes')
export type ConnectorId = z.infer<typeof ConnectorId>

/**
 * Where messages of a foreign sort arrive: levels between slashes, `+` for any one, `#` at the end for any rest, and
 * `{device}` for the one that names the device.
 */
const TopicTemplate = z
  .string()
  .min(1)
  .max(200)
  .refine((topic) => {
    const levels = topic.split('/')
    const names = levels.filter((level) => level === '{device}').length
    const plain = (level: string, i: number) =>
      level === '+' || level === '{device}' || (level === '#' && i === levels.length - 1) || /^[^+#{}]+$/.test(level)
    return names <= 1 && levels.every(plain)
  }, 'levels of words, +, one {device}, and # at the end')
  .refine((topic) => !topic.startsWith('devices/') && !topic.startsWith('$'), 'devices/... and $... are our own')

/** Where something stands in a JSON message: `data.temp`, `list[0].v`, `["odd name"]`; empty: the message itself. */
export const JsonPath = z.string().max(200)

/** How a value of a foreign message becomes one of a metric. */
export const FieldMapping = z.strictObject({
  metric: z.string().min(1).max(40),
  path: JsonPath,
  /** The unit it comes in, where it is another than the metric's. */
  unit: z.string().max(20).optional(),
  /** Before the unit: times this, plus that. */
  scale: z.number().optional(),
  offset: z.number().optional(),
  /** What words, or odd numbers, mean; what is not named is refused. */
  values: z
    .array(z.strictObject({ said: z.string().max(60), means: z.number() }))
    .min(1)
    .max(50)
    .optional(),
})
export type FieldMapping = z.infer<typeof FieldMapping>

export const TimeForm = z.enum(['milliseconds', 'seconds', 'text'])

/** What turns messages of a foreign sort into readings of one kind of device, without code. */
export const Connector = z.strictObject({
  connector: ConnectorId,
  name: z.string().trim().min(1).max(60),
  enabled: z.boolean().default(true),
  topic: TopicTemplate,
  kind: z.string().min(1).max(40),
  /** A list in the message with an entry for each of several devices, or readings. */
  each: JsonPath.optional(),
  /** Where the device is named, when it is not in the topic; looked for in the entry first, then in the message. */
  device: JsonPath.optional(),
  /** Put before what the message calls the device: two makers may use the same numbers. */
  prefix: z
    .string()
    .max(30)
    .regex(/^[a-zA-Z0-9._-]*$/)
    .default(''),
  at: z.strictObject({ path: JsonPath, form: TimeForm }).optional(),
  fields: z.array(FieldMapping).min(1).max(40),
})
export type Connector = z.infer<typeof Connector>

export interface SetConnector extends Connector {
  place: string
  changedAt: number
  changedBy: Actor
}

export const connectorSet = event('connector:set', Connector)
export const connectorRemoved = event('connector:removed', z.object({ connector: ConnectorId }))

/** How foreign devices are understood. Whoever manages devices asks for it; no frame carries it. */
export const connectors = area<SetConnector>()('connectors', { see: null })
  .on(connectorSet, (table, e) =>
    table.set(e.data.connector, { ...e.data, place: e.place, changedAt: e.at, changedBy: e.by }),
  )
  .on(connectorRemoved, (table, e) => table.delete(e.data.connector))
