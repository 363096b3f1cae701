import { z } from 'zod'

/** What a device sends, as MQTT payload on `devices/<id>/readings` or in an HTTP push. */
export const ReadingMessage = z.strictObject({
  /** When it was measured, milliseconds since 1970; absent: when it arrived. */
  at: z.number().int().optional(),
  values: z.record(z.string().min(1).max(40), z.number()),
})
export type ReadingMessage = z.infer<typeof ReadingMessage>

export function readingTopic(device: string): string {
  return `devices/${device}/readings`
}
