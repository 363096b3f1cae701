/** Small numbers either side of nought become small numbers above it. */
export function zigzag(n: number): number {
  return n < 0 ? -n * 2 - 1 : n * 2
}

export function unzigzag(n: number): number {
  return n % 2 === 0 ? n / 2 : -(n + 1) / 2
}

/** Written from the front; as long at most as was said. */
export class Bytes {
  private readonly buffer: Buffer
  private at = 0

  constructor(most: number) {
    this.buffer = Buffer.allocUnsafe(most)
  }

  byte(n: number): void {
    this.buffer[this.at++] = n
  }

  float(n: number): void {
    this.at = this.buffer.writeDoubleLE(n, this.at)
  }

  varint(n: number): void {
    let rest = n
    while (rest >= 0x80) {
      this.buffer[this.at++] = (rest % 0x80) | 0x80
      rest = Math.floor(rest / 0x80)
    }
    this.buffer[this.at++] = rest
  }

  done(): Buffer {
    return this.buffer.subarray(0, this.at)
  }
}

export class ByteReader {
  private readonly buffer: Buffer
  private at = 0

  constructor(buffer: Buffer) {
    this.buffer = buffer
  }

  byte(): number {
    return this.buffer[this.at++] ?? 0
  }

  float(): number {
    const n = this.buffer.readDoubleLE(this.at)
    this.at += 8
    return n
  }

  varint(): number {
    let byte = this.buffer[this.at++] ?? 0
    // By far the most are small.
    if (byte < 0x80) return byte
    let n = byte & 0x7f
    let factor = 0x80
    do {
      byte = this.buffer[this.at++] ?? 0
      n += (byte & 0x7f) * factor
      factor *= 0x80
    } while (byte >= 0x80)
    return n
  }
}
