/** Rows are taken in pages of so many: a set of rows of one page is a small piece of bytes. */
export const PAGE_BITS = 16
const PAGE_ROWS = 1 << PAGE_BITS
const WORDS = PAGE_ROWS / 32
const WHOLE = PAGE_ROWS / 8

/** Which rows of a page. */
export type Bits = Uint32Array

export function noBits(): Bits {
  return new Uint32Array(WORDS)
}

export function pageOf(n: number): number {
  return n >>> PAGE_BITS
}

export function firstOf(page: number): number {
  return page << PAGE_BITS
}

export function setBit(bits: Bits, n: number): void {
  const low = n & (PAGE_ROWS - 1)
  bits[low >>> 5] = (bits[low >>> 5] as number) | (1 << (low & 31))
}

export function clearBit(bits: Bits, n: number): void {
  const low = n & (PAGE_ROWS - 1)
  bits[low >>> 5] = (bits[low >>> 5] as number) & ~(1 << (low & 31))
}

/** Adds what is written; few rows are written as a list, many as they are. */
export function orInto(bits: Bits, body: Buffer): void {
  if (body.length === WHOLE) {
    for (let i = 0; i < WORDS; i++) bits[i] = (bits[i] as number) | body.readUInt32LE(i * 4)
    return
  }
  for (let i = 0; i < body.length; i += 2) setBit(bits, body.readUInt16LE(i))
}

/** Null: none. */
export function written(bits: Bits): Buffer | null {
  const count = countOf(bits)
  if (count === 0) return null
  // A list of as many bytes as the whole would be taken for the whole.
  if (count * 2 < WHOLE) {
    const body = Buffer.allocUnsafe(count * 2)
    let at = 0
    for (let word = 0; word < WORDS; word++)
      for (let rest = bits[word] as number; rest !== 0; rest &= rest - 1)
        at = body.writeUInt16LE(word * 32 + (31 - Math.clz32(rest & -rest)), at)
    return body
  }
  const body = Buffer.allocUnsafe(WHOLE)
  for (let i = 0; i < WORDS; i++) body.writeUInt32LE((bits[i] as number) >>> 0, i * 4)
  return body
}

/** Keeps what is in both; false: nothing is left. */
export function keepCommon(bits: Bits, other: Bits): boolean {
  let any = 0
  for (let i = 0; i < WORDS; i++) any |= bits[i] = (bits[i] as number) & (other[i] as number)
  return any !== 0
}

export function countOf(bits: Bits): number {
  let count = 0
  for (let i = 0; i < WORDS; i++) {
    let word = bits[i] as number
    if (word === 0) continue
    word -= (word >>> 1) & 0x55555555
    word = (word & 0x33333333) + ((word >>> 2) & 0x33333333)
    count += (((word + (word >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
  }
  return count
}

/** Only rows from `low` to `high`. */
export function withinRows(bits: Bits, page: number, low: number, high: number): void {
  const first = firstOf(page)
  const last = first + PAGE_ROWS - 1
  if (low <= first && high >= last) return
  for (let word = 0; word < WORDS; word++) {
    const from = first + word * 32
    if (from > high || from + 31 < low) bits[word] = 0
    else if (from < low || from + 31 > high)
      for (let n = from; n < from + 32; n++) if (n < low || n > high) clearBit(bits, n)
  }
}

/** All rows of a page from `low` to `high`. */
export function allWithin(page: number, low: number, high: number): Bits {
  const bits = noBits().fill(0xffffffff)
  withinRows(bits, page, low, high)
  return bits
}

/** The newest rows, as many as are wanted. */
export function newestOf(bits: Bits, page: number, most: number): number[] {
  const found: number[] = []
  for (let word = WORDS - 1; word >= 0 && found.length < most; word--)
    for (let rest = bits[word] as number; rest !== 0 && found.length < most; ) {
      const bit = 31 - Math.clz32(rest)
      found.push(firstOf(page) + word * 32 + bit)
      rest &= ~(1 << bit)
    }
  return found
}
