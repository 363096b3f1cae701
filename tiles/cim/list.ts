import { createReadStream } from 'node:fs'
import { AnkanError } from '#shared/errors.ts'

/** An entry of a list in a file, unread: its text, and where in the file that is. */
export interface Entry {
  text: string
  offset: number
  length: number
}

const [QUOTE, ESCAPE, OPEN, CLOSE, OPEN_LIST, CLOSE_LIST] = [...'"\\{}[]'].map((letter) => letter.charCodeAt(0))

/**
 * The objects of a JSON list one after the other, so that a city's buildings are read without holding them all.
 * What stands between them is not looked at twice: a list that ends early is an error, a list of a million is not.
 */
export async function* listEntries(file: string): AsyncGenerator<Entry> {
  let [depth, inString, escaped, inList, ended] = [0, false, false, false, false]
  let kept: Buffer[] = []
  let start = 0
  let position = 0
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
      let from = depth > 0 ? 0 : -1
      for (let i = 0; i < chunk.length; i++) {
        const byte = chunk[i] as number
        if (inString) {
          if (escaped) escaped = false
          else if (byte === ESCAPE) escaped = true
          else if (byte === QUOTE) inString = false
          continue
        }
        if (byte === QUOTE) inString = true
        else if (!inList) {
          if (byte === OPEN_LIST) inList = true
          else if (byte > 32 && !(byte === 0xef || byte === 0xbb || byte === 0xbf)) throw new SyntaxError('not a list')
        } else if (byte === OPEN || byte === OPEN_LIST) {
          if (depth++ === 0) {
            from = i
            start = position + i
          }
        } else if (byte === CLOSE || byte === CLOSE_LIST) {
          if (depth === 0) ended = true
          else if (--depth === 0) {
            kept.push(chunk.subarray(from, i + 1))
            const whole = kept.length === 1 ? (kept[0] as Buffer) : Buffer.concat(kept)
            kept = []
            from = -1
            yield { text: whole.toString('utf8'), offset: start, length: whole.length }
          }
        }
      }
      if (from >= 0) kept.push(Buffer.from(chunk.subarray(from)))
      position += chunk.length
    }
    if (!ended) throw new SyntaxError('the list does not end')
  } catch (error) {
    if (error instanceof AnkanError) throw error
    throw new AnkanError('site.damaged', { file }, `cannot read ${file}: ${(error as Error).message}`)
  }
}
