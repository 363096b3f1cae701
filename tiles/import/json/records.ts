import { type Text, textOf } from './text.ts'

export interface Record extends Text {
  /** Counted from 1: of a line the line, of a record between separators the record. */
  line: number
}

const LINE_FEED = 0x0a
/** RFC 8142 sets it before every text of a sequence; such a text may run over several lines. */
export const RECORD_SEPARATOR = 0x1e

/** One JSON text after another. Empty ones are passed over. */
export async function* recordsOf(
  chunks: AsyncIterable<Buffer>,
  separator: 'line' | 'record',
  limit = 64 * 1024 * 1024,
): AsyncGenerator<Record[]> {
  const end = separator === 'line' ? LINE_FEED : RECORD_SEPARATOR
  let earlier: Buffer[] = []
  let size = 0
  let line = separator === 'line' ? 1 : 0
  const take = (piece: Buffer): Record | undefined => {
    const whole = earlier.length === 0 ? piece : Buffer.concat([...earlier, piece])
    const tooLarge = size + piece.length > limit
    earlier = []
    size = 0
    const text: Text = tooLarge ? { fault: 'object.huge' } : textOf(whole)
    return text.text?.trim() === '' ? undefined : { line, ...text }
  }
  for await (const chunk of chunks) {
    const found: Record[] = []
    let from = 0
    for (let at = chunk.indexOf(end); at >= 0; at = chunk.indexOf(end, from)) {
      const record = take(chunk.subarray(from, at))
      if (record) found.push(record)
      line++
      from = at + 1
    }
    if (from < chunk.length) {
      size += chunk.length - from
      if (size > limit) earlier = []
      else earlier.push(Buffer.from(chunk.subarray(from)))
    }
    if (found.length > 0) yield found
  }
  const last = take(Buffer.alloc(0))
  if (last) yield [last]
}
