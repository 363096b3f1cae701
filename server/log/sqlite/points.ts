import { ByteReader, Bytes, unzigzag, zigzag } from './bytes.ts'
import { decimalDigits, RAW } from './decimals.ts'

/** Points of one series, oldest first, no time twice. */
export interface Points {
  at: number[]
  value: number[]
}

/**
 * Points as bytes. Times are differences of differences (a steady sensor: one byte each); values that are
 * decimal numbers are differences of whole numbers, all others are kept bit by bit. About 3 bytes a point.
 *
 *   version, digits (255: raw), count, first time, then times, then values
 */
const VERSION = 1

export function packPoints({ at, value }: Points): Buffer {
  const digits = decimalDigits(value)
  const out = new Bytes(16 + at.length * (digits === RAW ? 18 : 20))
  out.byte(VERSION)
  out.byte(digits)
  out.varint(at.length)
  out.float(at[0] ?? 0)
  let before = at[0] ?? 0
  let step = 0
  for (let i = 1; i < at.length; i++) {
    const next = (at[i] as number) - before
    out.varint(zigzag(next - step))
    step = next
    before = at[i] as number
  }
  if (digits === RAW) for (const one of value) out.float(one)
  else {
    const scale = 10 ** digits
    let last = 0
    for (const one of value) {
      const whole = Math.round(one * scale)
      out.varint(zigzag(whole - last))
      last = whole
    }
  }
  return out.done()
}

export function unpackPoints(body: Buffer): Points {
  const input = new ByteReader(body)
  if (input.byte() !== VERSION) throw new Error('database disk image is malformed: points of an unknown version')
  const digits = input.byte()
  const count = input.varint()
  const at: number[] = new Array(count)
  const value: number[] = new Array(count)
  let time = input.float()
  let step = 0
  for (let i = 0; i < count; i++) {
    if (i > 0) {
      step += unzigzag(input.varint())
      time += step
    }
    at[i] = time
  }
  if (digits === RAW) for (let i = 0; i < count; i++) value[i] = input.float()
  else {
    const scale = 10 ** digits
    let whole = 0
    for (let i = 0; i < count; i++) {
      whole += unzigzag(input.varint())
      value[i] = whole / scale
    }
  }
  return { at, value }
}

/** Several runs of points as one, in the order given. */
export function joined(parts: readonly Points[]): Points {
  const [only] = parts
  if (parts.length === 1 && only) return only
  const all: Points = { at: [], value: [] }
  for (const { at, value } of parts)
    for (let i = 0; i < at.length; i++) {
      all.at.push(at[i] as number)
      all.value.push(value[i] as number)
    }
  return all
}

/** Sorts by time; of two points of one time the one that was there first stays. */
export function inTimeOrder(points: Points): Points {
  const { at, value } = points
  let sorted = true
  for (let i = 1; i < at.length && sorted; i++) sorted = (at[i] as number) > (at[i - 1] as number)
  if (sorted) return points
  const order = at.map((_, i) => i).sort((a, b) => (at[a] as number) - (at[b] as number) || a - b)
  const clean: Points = { at: [], value: [] }
  for (const i of order) {
    if (clean.at.at(-1) === at[i]) continue
    clean.at.push(at[i] as number)
    clean.value.push(value[i] as number)
  }
  return clean
}
