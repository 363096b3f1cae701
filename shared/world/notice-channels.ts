import { z } from 'zod'
import { area } from './area.ts'
import { type Actor, event } from './event.ts'

export const ChannelId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'small letters, digits and dashes')

/** Placeholders may stand behind the name of the host, never in it: whom we speak to is what the administrator wrote. */
const TargetUrl = z
  .string()
  .trim()
  .max(500)
  .regex(/^https?:\/\/[^/?#{}@\s]+(\/[^\s#]*|\?[^\s#]*)?$/, 'http:// or https://, a host without placeholders, a path')
const Header = z.strictObject({
  name: z.string().regex(/^[A-Za-z0-9-]{1,60}$/, 'letters, digits and dashes'),
  value: z.string().max(500),
})
const Headers = z
  .array(Header)
  .max(20)
  .refine((all) => new Set(all.map(({ name }) => name.toLowerCase())).size === all.length, 'a header twice')
  .default([])
const Template = z.string().min(1).max(4000)
/** PEM of whoever signed the certificate of the other side, where that is not known to everybody. */
const Trusted = z
  .string()
  .max(20_000)
  .regex(/^\s*-----BEGIN CERTIFICATE-----[\s\S]+-----END CERTIFICATE-----\s*$/, 'a certificate in PEM')
  .optional()
const JsonPath = z.string().max(200)
/** Where something stands in an answer, and what it says when all is well. */
const Word = z.string().min(1).max(100)
const Words = z.array(Word).max(20)

export const WebhookForm = z.strictObject({
  kind: z.literal('webhook'),
  url: TargetUrl,
  method: z.enum(['POST', 'PUT']).default('POST'),
  headers: Headers,
  /** JSON with placeholders; absent: ours. */
  body: Template.optional(),
  trusted: Trusted,
})
export const MailForm = z.strictObject({
  kind: z.literal('mail'),
  host: z.string().regex(/^[a-zA-Z0-9.:_-]{1,253}$/, 'a host'),
  port: z.number().int().min(1).max(65535),
  /** From the first byte, asked for before anything is said, or not at all. */
  secure: z.enum(['tls', 'starttls', 'none']),
  user: z.string().trim().max(200).optional(),
  from: z.email().max(200),
  trusted: Trusted,
})
const gateway = {
  url: TargetUrl,
  method: z.enum(['GET', 'POST', 'PUT']).default('POST'),
  headers: Headers,
  content: z.enum(['json', 'form']).default('json'),
  body: Template.optional(),
  /** What in its answer means that it took the message; absent: a status of 200 to 299 alone. */
  success: z.strictObject({ path: JsonPath.min(1), is: Words.min(1) }).optional(),
  /** Where in its answer the gateway says how it calls the message. */
  id: JsonPath.optional(),
  /** How it tells later what became of it. */
  receipt: z
    .strictObject({
      id: JsonPath.min(1),
      state: JsonPath.min(1),
      delivered: Words.min(1),
      answered: Words.default([]),
      undelivered: Words.default([]),
    })
    .optional(),
  trusted: Trusted,
}
export const SmsForm = z.strictObject({ kind: z.literal('sms'), ...gateway })
export const PhoneForm = z.strictObject({ kind: z.literal('phone'), ...gateway })

export const ChannelForm = z.discriminatedUnion('kind', [WebhookForm, MailForm, SmsForm, PhoneForm])
export type ChannelForm = z.infer<typeof ChannelForm>
export type ChannelKind = ChannelForm['kind']
export type GatewayForm = z.infer<typeof SmsForm> | z.infer<typeof PhoneForm>

/** A way out of the house. What is secret about it lies in the vault. */
export const Channel = z.strictObject({
  channel: ChannelId,
  name: z.string().trim().min(1).max(60),
  enabled: z.boolean().default(true),
  language: z.enum(['zh', 'en']).default('zh'),
  /** Seconds between two messages to one person: what comes meanwhile is told together. */
  every: z.number().int().min(1).max(3600),
  form: ChannelForm,
})
export type Channel = z.infer<typeof Channel>

export interface SetChannel extends Channel {
  place: string
  changedAt: number
  changedBy: Actor
}

export const channelSet = event('channel:set', Channel)
export const channelRemoved = event('channel:removed', z.object({ channel: ChannelId }))

/** Whoever manages notices asks for them; no frame carries them. */
export const channels = area<SetChannel>()('channels', { see: null })
  .on(channelSet, (table, e) =>
    table.set(e.data.channel, { ...e.data, place: e.place, changedAt: e.at, changedBy: e.by }),
  )
  .on(channelRemoved, (table, e) => table.delete(e.data.channel))
