import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import Papa from 'papaparse'

const PIECE = 256 * 1024
const ENCODINGS = ['utf-8', 'gb18030'] as const
/** A picture, a program, a workbook: no text has such characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are meant
const NO_TEXT = /[\0\x01-\x08\x0e-\x1f]/

/** The encoding in which all of a file is text; undefined: in none. Walks through the file without holding it. */
export async function encodingOf(file: string): Promise<string | undefined> {
  const marked = await byMark(file)
  for (const encoding of marked ? [marked] : ENCODINGS) if (await isText(file, encoding)) return encoding
  return undefined
}

async function byMark(file: string): Promise<string | undefined> {
  const handle = await open(file)
  try {
    const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0)
    if (buffer[0] === 0xff && buffer[1] === 0xfe) return 'utf-16le'
    return buffer[0] === 0xfe && buffer[1] === 0xff ? 'utf-16be' : undefined
  } finally {
    await handle.close()
  }
}

async function isText(file: string, encoding: string): Promise<boolean> {
  try {
    let first = true
    for await (const text of textOf(file, encoding)) {
      if (first && NO_TEXT.test(text.slice(0, 10_000))) return false
      first = false
    }
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return false
    throw error
  }
}

async function* textOf(file: string, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  for await (const piece of createReadStream(file, { highWaterMark: PIECE }))
    yield decoder.decode(piece as Buffer, { stream: true })
  yield decoder.decode()
}

export interface Row {
  /** As a spreadsheet numbers it, empty ones counted. */
  row: number
  cells: string[]
}

const LOOKED_AT = 64 * 1024
/** A cell that goes over more lines than this is none: somebody forgot to close a quotation. */
const LONGEST_ROW = 1024 * 1024

/** The rows of a file that are not empty, many at a time; the file is never held whole. */
export async function* rowsOf(file: string, encoding: string): AsyncGenerator<Row[]> {
  let delimiter: string | undefined
  let newline = '\n'
  let rest = ''
  let row = 0
  const read = (text: string): Row[] =>
    Papa.parse<string[]>(text, { delimiter: delimiter ?? ',' })
      .data.map((cells) => ({ row: ++row, cells: cells.map(unguarded) }))
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  for await (const piece of textOf(file, encoding)) {
    const text = rest + piece
    if (delimiter === undefined) {
      delimiter = delimiterOf(text)
      if (!text.includes('\n')) newline = '\r'
    }
    const end = endOfRows(text, newline)
    rest = text.slice(end + 1)
    if (end >= 0) yield read(text.slice(0, text[end - 1] === '\r' ? end - 1 : end))
  }
  if (rest !== '') yield read(rest)
}

/** Told from the first rows that are not empty: those that are would count against every one. */
function delimiterOf(text: string): string {
  return Papa.parse(text.slice(0, LOOKED_AT), { preview: 50, skipEmptyLines: 'greedy' }).meta.delimiter
}

const QUOTE = 34

/** The last end of a line that is not within a quotation; -1: there is none yet. */
function endOfRows(text: string, newline: string): number {
  if (text.length > LONGEST_ROW) return text.lastIndexOf(newline)
  let quotes = 0
  for (let i = text.indexOf('"'); i >= 0; i = text.indexOf('"', i + 1)) quotes++
  for (let i = text.length - 1; i >= 0; i--) {
    const code = text.charCodeAt(i)
    if (code === QUOTE) quotes--
    else if (code === newline.charCodeAt(0) && quotes % 2 === 0) return i
  }
  return -1
}

/** An apostrophe before what a spreadsheet would run is put there by our export, and taken away again. */
function unguarded(cell: string): string {
  return cell.startsWith("'") && /^'+[=+\-@\t\r\n＝＋－＠]/.test(cell) ? cell.slice(1) : cell
}
