import { type FileHandle, open } from 'node:fs/promises'

/** Readings in the order of time, rows of one size, so that any of them can be gone to: time, value, number of the series. */
const ROW_BYTES = 8 + 8 + 4
const ROWS_A_PIECE = 32_768

export interface Columns {
  at: Float64Array
  value: Float64Array
  series: Uint32Array
  /** Which rows, in which order. */
  order: Uint32Array
}

/** Resolves when all of it is on disk. */
export async function writeReadingsFile(file: string, { at, value, series, order }: Columns): Promise<void> {
  const handle = await open(file, 'w', 0o600)
  try {
    for (let i = 0; i < order.length; i += ROWS_A_PIECE) {
      const part = order.subarray(i, i + ROWS_A_PIECE)
      const bytes = Buffer.alloc(part.length * ROW_BYTES)
      for (const [n, row] of part.entries()) {
        bytes.writeDoubleLE(at[row] as number, n * ROW_BYTES)
        bytes.writeDoubleLE(value[row] as number, n * ROW_BYTES + 8)
        bytes.writeUInt32LE(series[row] as number, n * ROW_BYTES + 16)
      }
      await handle.write(bytes)
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
}

export interface RecordedReading {
  at: number
  value: number
  series: number
}

/** Read piece by piece; a file that is deleted meanwhile is read to its end. */
export class ReadingsFile {
  readonly count: number
  private readonly handle: FileHandle

  private constructor(handle: FileHandle, count: number) {
    this.handle = handle
    this.count = count
  }

  static async open(file: string): Promise<ReadingsFile> {
    const handle = await open(file, 'r')
    return new ReadingsFile(handle, Math.floor((await handle.stat()).size / ROW_BYTES))
  }

  async read(from: number, most: number): Promise<RecordedReading[]> {
    const length = Math.max(0, Math.min(most, this.count - from)) * ROW_BYTES
    const { bytesRead, buffer } = await this.handle.read(Buffer.alloc(length), 0, length, from * ROW_BYTES)
    return Array.from({ length: Math.floor(bytesRead / ROW_BYTES) }, (_, n) => ({
      at: buffer.readDoubleLE(n * ROW_BYTES),
      value: buffer.readDoubleLE(n * ROW_BYTES + 8),
      series: buffer.readUInt32LE(n * ROW_BYTES + 16),
    }))
  }

  /** The number of the first reading that is not before `at`. */
  async find(at: number): Promise<number> {
    let [low, high] = [0, this.count]
    while (low < high) {
      const middle = (low + high) >> 1
      const [reading] = await this.read(middle, 1)
      if (reading && reading.at < at) low = middle + 1
      else high = middle
    }
    return low
  }

  close(): Promise<void> {
    return this.handle.close()
  }
}
