import { isUtf8 } from 'node:buffer'
import type { LeftOutReason } from '../reasons.ts'

/** A piece of a file: its text, or why there is none. */
export interface Text {
  text?: string
  fault?: Extract<LeftOutReason, 'object.huge' | 'text.encoding'>
}

export function textOf(bytes: Buffer): Text {
  return isUtf8(bytes) ? { text: bytes.toString('utf8') } : { fault: 'text.encoding' }
}

export type Parsed = { value: unknown } | { fault: LeftOutReason; detail?: string }

/** The value of a piece; what is broken is told apart, because people ask why. */
export function parsePiece({ text, fault }: Text): Parsed {
  if (text === undefined) return { fault: fault ?? 'json.broken' }
  try {
    return { value: JSON.parse(text) }
  } catch (error) {
    // Python writes them, and JSON has none.
    const [strange] = /(?<![\w"])-?(?:NaN|Infinity|inf|nan)\b(?!")/.exec(text) ?? []
    if (strange) return { fault: 'number.nan', detail: strange }
    return { fault: 'json.broken', detail: (error as Error).message.slice(0, 120) }
  }
}
