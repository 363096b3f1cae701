import { z } from 'zod'
import type { DeviceKind } from '#models/kind.ts'

export interface KindReading {
  at?: number | undefined
  values: Record<string, number>
}

const schemas = new WeakMap<DeviceKind, z.ZodType<KindReading>>()

/** A reading of just this kind: its metrics within their ranges, and nothing else. Made once, compiled by zod. */
export function readingSchema(kind: DeviceKind): z.ZodType<KindReading> {
  let schema = schemas.get(kind)
  if (!schema) {
    const metrics = Object.entries(kind.metrics).map(([name, metric]) => [
      name,
      z.number().min(metric.min).max(metric.max).optional(),
    ])
    schema = z.strictObject({
      at: z.int().optional(),
      values: z.strictObject(Object.fromEntries(metrics)),
    }) as unknown as z.ZodType<KindReading>
    schemas.set(kind, schema)
  }
  return schema
}
