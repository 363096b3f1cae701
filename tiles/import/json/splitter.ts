import { type Text, textOf } from './text.ts'

/** What is wanted of a member of the outermost object: all of it, its entries one by one, or nothing. */
export type Want = 'whole' | 'entries' | 'pass'

export interface Piece extends Text {
  /** The member of the outermost object; '' where that is a list. */
  member: string
  /** Of an entry of an object: its key. */
  key?: string
}

// What a byte outside of a string may mean; most mean nothing here.
const [QUOTE, OPEN, CLOSE, COMMA, COLON] = [1, 2, 3, 4, 5]
const meanings = new Uint8Array(256)
for (const [characters, meaning] of [
  ['"', QUOTE],
  ['{[', OPEN],
  ['}]', CLOSE],
  [',', COMMA],
  [':', COLON],
] as const)
  for (const character of characters) meanings[character.charCodeAt(0)] = meaning
const [BACKSLASH, DOUBLE_QUOTE, BRACKET] = [0x5c, 0x22, 0x5b]

/**
 * Cuts a JSON document into its members and their entries while it comes in, so that a file of any size needs the
 * memory of its largest entry. It looks at brackets and strings alone; whether an entry is sound JSON is found by
 * who parses it, and a broken one does not spoil the others.
 */
export class JsonSplitter {
  readonly #want: (member: string) => Want
  readonly #limit: number
  #found: Piece[] = []
  #depth = 0
  #inString = false
  #escaped = false
  #ended = false
  /** A value ends at a comma or bracket of this depth: 1 in the outermost object, 2 among the entries of a member. */
  #level = 1
  /** Lists have no keys; asked for by level. */
  #isList = [false, false, false]
  #next: 'key' | 'colon' | 'value' = 'value'
  #member = ''
  #wanted: Want = 'pass'
  #key: string | undefined
  /** Where in this chunk begins what is being gathered; -1: nothing is. */
  #start = -1
  #earlier: Buffer[] = []
  #size = 0
  /** Something stands behind the end of the document. */
  trailing = false

  constructor(want: (member: string) => Want, limit = 64 * 1024 * 1024) {
    this.#want = want
    this.#limit = limit
  }

  /** The document began and has not come to its end. */
  get open(): boolean {
    return !this.#ended
  }

  push(chunk: Buffer): Piece[] {
    this.#found = []
    if (this.#start >= 0) this.#start = 0
    for (let i = 0; i < chunk.length; i++) {
      if (this.#inString) {
        i = this.#endOfString(chunk, i)
        if (!this.#inString && this.#next === 'key' && this.#depth === this.#level) this.#endKey(chunk, i)
        continue
      }
      const byte = chunk[i] as number
      const meaning = meanings[byte] as number
      if (meaning === 0) {
        if (byte > 0x20 && this.#ended) this.trailing = true
      } else if (this.#ended) this.trailing = true
      else if (meaning === QUOTE) {
        this.#inString = true
        if (this.#next === 'key' && this.#depth === this.#level) this.#start = i
      } else if (meaning === OPEN) this.#opened(byte === BRACKET, i)
      else if (meaning === CLOSE) this.#closed(chunk, i)
      else if (this.#depth === this.#level) this.#separated(meaning, chunk, i)
    }
    this.#keep(chunk)
    return this.#found
  }

  /** Where the string ends that goes on at `from`, or the chunk does. */
  #endOfString(chunk: Buffer, from: number): number {
    let i = from
    if (this.#escaped) {
      this.#escaped = false
      i++
    }
    for (; i < chunk.length; i++) {
      const byte = chunk[i]
      if (byte === DOUBLE_QUOTE) {
        this.#inString = false
        return i
      }
      // What follows a backslash ends nothing; it may be in the next chunk.
      if (byte === BACKSLASH && ++i === chunk.length) this.#escaped = true
    }
    return i
  }

  #opened(isList: boolean, i: number): void {
    const isRoot = this.#depth === 0
    const isEntries = this.#depth === 1 && this.#level === 1 && this.#wanted === 'entries' && this.#next === 'value'
    this.#depth++
    if (!isRoot && (!isEntries || this.#isList[1])) return
    this.#level = this.#depth
    this.#isList[this.#level] = isList
    this.#next = isList ? 'value' : 'key'
    this.#key = undefined
    if (isRoot && isList) this.#wanted = this.#want('')
    if (isList && this.#wanted === 'entries') this.#start = i + 1
  }

  #closed(chunk: Buffer, i: number): void {
    if (this.#depth === this.#level) {
      this.#endValue(chunk, i, true)
      if (this.#level === 2) this.#level = 1
      this.#next = 'value'
    }
    this.#depth--
    if (this.#depth <= 0) this.#ended = true
  }

  #separated(meaning: number, chunk: Buffer, i: number): void {
    if (meaning === COMMA) {
      this.#endValue(chunk, i, false)
      if (this.#isList[this.#level]) this.#start = this.#wanted === 'entries' ? i + 1 : -1
      else this.#next = 'key'
    } else if (this.#next === 'colon') {
      this.#next = 'value'
      // The entries of a member are gathered from its own bracket on.
      const gathers = this.#level === 2 || this.#wanted === 'whole'
      this.#start = gathers ? i + 1 : -1
    }
  }

  #endKey(chunk: Buffer, i: number): void {
    const { text } = this.#take(chunk, i + 1)
    let key = ''
    try {
      key = JSON.parse(text ?? '""')
    } catch {
      // A key that is no text names nothing that anybody wants.
    }
    if (this.#level === 2) this.#key = key
    else [this.#member, this.#wanted] = [key, this.#want(key)]
    this.#next = 'colon'
  }

  #endValue(chunk: Buffer, i: number, last: boolean): void {
    if (this.#start < 0) return
    const text = this.#take(chunk, i)
    // Nothing stands between the brackets of an empty list; between two commas, something is missing.
    if (last && this.#isList[this.#level] && text.text?.trim() === '') return
    const key = this.#isList[this.#level] || this.#level === 1 ? undefined : this.#key
    this.#found.push({ member: this.#member, ...(key === undefined ? {} : { key }), ...text })
  }

  #take(chunk: Buffer, end: number): Text {
    const piece = chunk.subarray(this.#start, end)
    const whole = this.#earlier.length === 0 ? piece : Buffer.concat([...this.#earlier, piece])
    const tooLarge = this.#size + piece.length > this.#limit
    this.#start = -1
    this.#earlier = []
    this.#size = 0
    return tooLarge ? { fault: 'object.huge' } : textOf(whole)
  }

  /** What a chunk leaves unfinished is kept, unless it has grown too large to be taken anyway. */
  #keep(chunk: Buffer): void {
    if (this.#start < 0) return
    const piece = chunk.subarray(this.#start)
    this.#size += piece.length
    if (this.#size > this.#limit) this.#earlier = []
    else this.#earlier.push(Buffer.from(piece))
  }
}
