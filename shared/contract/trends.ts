import { z } from 'zod'
import { DeviceId } from '../world/devices.ts'
import { command, query } from './call.ts'

/** What a chart has room for, and colours that can be told apart. */
export const MOST_TRENDS = 8
const CENTURY_MS = 36_525 * 86_400_000
const END_OF_TIME = Date.UTC(9999, 11, 31)

const Metric = z.string().min(1).max(40)
const When = z.number().int().min(0).max(END_OF_TIME)

const TrendSpan = z.object({
  /** When it begins; it is as long as the trend's `every`. */
  at: z.number(),
  count: z.number(),
  mean: z.number(),
  min: z.number(),
  minAt: z.number(),
  max: z.number(),
  maxAt: z.number(),
})
export type TrendSpan = z.infer<typeof TrendSpan>

const TrendSeries = z.object({
  device: z.string(),
  metric: z.string(),
  /** Milliseconds of a span; 0: the readings are few, and `points` are the readings themselves. */
  every: z.number(),
  points: z.array(z.tuple([z.number(), z.number()])),
  spans: z.array(TrendSpan),
})
export type TrendSeries = z.infer<typeof TrendSeries>

export const readTrend = query('reading:trend', {
  input: z
    .strictObject({
      series: z
        .array(z.strictObject({ device: DeviceId, metric: Metric }))
        .min(1)
        .max(MOST_TRENDS),
      from: When,
      to: When,
      /** About so many spans are answered; a series of no more readings is answered with those. */
      most: z.number().int().min(10).max(2000).default(600),
    })
    .refine(({ from, to }) => from < to && to - from <= CENTURY_MS, 'from before to, a century at most'),
  output: z.object({
    /** In the order asked. */
    series: z.array(TrendSeries),
    /** Days (UTC) within the range whose file was damaged: nothing is known of them. */
    missing: z.array(z.string()),
  }),
  may: 'devices.see',
  // A chart that follows what is measured now asks again and again.
  byItself: true,
  help: 'The readings of some devices over any time, put together in spans of which none hides a least or a greatest value.',
})

export const exportReadings = command('reading:export', {
  input: z
    .strictObject({ device: DeviceId, metric: Metric, from: When, to: When })
    .refine(({ from, to }) => from < to, 'from before to'),
  may: 'devices.see',
  help: 'Put on record that the readings of a device are taken away as a file, page by page with `reading:series`.',
})
