/** The readings of one commit as they lie in the journal: columns of series, times and values. */
export interface JournalEntry {
  series: Uint32Array
  at: Float64Array
  value: Float64Array
}

const BYTES_EACH = 4 + 8 + 8

export function packEntry({ series, at, value }: JournalEntry): Buffer {
  const parts = [at, value, series].map((column) => Buffer.from(column.buffer, column.byteOffset, column.byteLength))
  return Buffer.concat(parts)
}

export function unpackEntry(body: Buffer): JournalEntry {
  const count = body.length / BYTES_EACH
  if (!Number.isInteger(count)) throw new Error('database disk image is malformed: a torn journal entry')
  // A copy of its own, so that the columns stand at addresses their types demand.
  const bytes = new Uint8Array(body).buffer
  return {
    at: new Float64Array(bytes, 0, count),
    value: new Float64Array(bytes, count * 8, count),
    series: new Uint32Array(bytes, count * 16, count),
  }
}
