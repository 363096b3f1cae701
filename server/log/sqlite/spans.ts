import { Downsampling, type Part } from '../downsample.ts'
import { ByteReader, Bytes, unzigzag, zigzag } from './bytes.ts'
import { decimalDigits, RAW } from './decimals.ts'
import type { Points } from './points.ts'

/** A quarter of an hour: as fine as a roll-up tells. */
export const SPAN_MS = 900_000

/** The quarters of an hour in which there are readings. */
export function spansOf({ at, value }: Points): readonly Part[] {
  const spans = new Downsampling(SPAN_MS, 0)
  for (let i = 0; i < at.length; i++) spans.reading(at[i] as number, value[i] as number)
  return spans.parts
}

/**
 * Spans as bytes, about 14 each. Values of few decimals are differences of whole numbers, all others are kept bit by bit;
 * so are the extremes in either case. Of decimals the sum is kept to two digits more than they have.
 *
 *   version, digits (255: raw), count, first span, then each: how many on, readings, least at, greatest at, values
 */
const VERSION = 1
const SUM_SCALE = 100
const LARGEST_WHOLE = 2 ** 52

export function packSpans(spans: readonly Part[]): Buffer {
  const digits = digitsOf(spans)
  const out = new Bytes(24 + spans.length * 72)
  out.byte(VERSION)
  out.byte(digits)
  out.varint(spans.length)
  let before = (spans[0]?.at ?? 0) / SPAN_MS
  out.float(before)
  let least = 0
  const scale = 10 ** digits
  for (const { at, count, sum, min, minAt, max, maxAt } of spans) {
    out.varint(at / SPAN_MS - before)
    before = at / SPAN_MS
    out.varint(count)
    out.varint(minAt - at)
    out.varint(maxAt - at)
    if (digits === RAW) for (const one of [min, max, sum]) out.float(one)
    else {
      const [low, high] = [Math.round(min * scale), Math.round(max * scale)]
      out.varint(zigzag(low - least))
      out.varint(high - low)
      out.varint(Math.max(0, Math.round(sum * scale * SUM_SCALE) - low * count * SUM_SCALE))
      least = low
    }
  }
  return out.done()
}

function digitsOf(spans: readonly Part[]): number {
  const digits = decimalDigits(spans.flatMap(({ min, max }) => [min, max]))
  const scale = 10 ** digits * SUM_SCALE
  return spans.every(({ count, min, max }) => Math.max(-min, max) * count * scale < LARGEST_WHOLE) ? digits : RAW
}

export function unpackSpans(body: Buffer): Part[] {
  const spans: Part[] = []
  eachSpan(body, (span) => spans.push({ ...span }))
  return spans
}

/** One after another in the same object: a year has 35,000, of which none need be kept. */
export function eachSpan(body: Buffer, take: (span: Readonly<Part>) => void): void {
  const input = new ByteReader(body)
  if (input.byte() !== VERSION) throw new Error('database disk image is malformed: spans of an unknown version')
  const digits = input.byte()
  const span: Part = { at: 0, count: 0, sum: 0, min: 0, minAt: 0, max: 0, maxAt: 0 }
  const scale = 10 ** digits
  const count = input.varint()
  let index = input.float()
  let low = 0
  for (let i = 0; i < count; i++) {
    index += input.varint()
    span.at = index * SPAN_MS
    span.count = input.varint()
    span.minAt = span.at + input.varint()
    span.maxAt = span.at + input.varint()
    if (digits === RAW) {
      span.min = input.float()
      span.max = input.float()
      span.sum = input.float()
    } else {
      low += unzigzag(input.varint())
      span.min = low / scale
      span.max = (low + input.varint()) / scale
      span.sum = (low * span.count + input.varint() / SUM_SCALE) / scale
    }
    take(span)
  }
}
