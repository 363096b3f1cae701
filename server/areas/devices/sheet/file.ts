import { unzipSync } from 'fflate'
import Papa from 'papaparse'
import { InvalidSpreadsheetError, readSheet } from 'read-excel-file/universal'
import type { Cell } from '#models/registry/cells.ts'
import { type FileProblem, MOST_SHEET_ROWS } from '#shared/contract/imports.ts'

/** A sheet of fifty thousand rows is some 60 MB; whatever says that it is larger is no honest spreadsheet. */
const MOST_UNPACKED_BYTES = 200 * 1024 * 1024
const MOST_PARTS = 500
const ZIP = [0x50, 0x4b, 0x03, 0x04] as const
/** A CSV file of more lines than that is not read to its end. */
const MOST_LINES = MOST_SHEET_ROWS + 100

/** The cells of the first sheet of an .xlsx file, or of a .csv file in UTF-8 or GB 18030. */
export async function readCells(bytes: Uint8Array): Promise<Cell[][] | FileProblem> {
  if (bytes.length === 0) return 'empty'
  return ZIP.every((byte, i) => bytes[i] === byte) ? readWorkbook(bytes) : readCsv(bytes)
}

async function readWorkbook(bytes: Uint8Array): Promise<Cell[][] | FileProblem> {
  try {
    if (unpacksTooLarge(bytes)) return 'too-large'
    const copy = bytes.slice().buffer
    return (await readSheet(copy, 1)) as Cell[][]
  } catch (error) {
    if (error instanceof InvalidSpreadsheetError) return 'unreadable'
    // Whatever a broken file trips over in there, it is a broken file.
    return 'unreadable'
  }
}

/** What is said of sizes is believed when it is too much; the library unpacks no more than was said. */
function unpacksTooLarge(bytes: Uint8Array): boolean {
  let [size, parts] = [0, 0]
  unzipSync(bytes, {
    filter: ({ originalSize }) => {
      size += originalSize
      parts++
      return false
    },
  })
  return size > MOST_UNPACKED_BYTES || parts > MOST_PARTS
}

function readCsv(bytes: Uint8Array): Cell[][] | FileProblem {
  const text = decoded(bytes)
  // A picture, a program, an old .xls: no text has such characters.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are meant
  if (text === undefined || /[\0\x01-\x08\x0e-\x1f]/.test(text.slice(0, 10_000))) return 'unreadable'
  const { data } = Papa.parse<string[]>(text, { preview: MOST_LINES, skipEmptyLines: false })
  return data.map((line) => line.map(unguarded))
}

/** Excel writes GB 18030 on a Chinese machine, and UTF-8 only with its mark. */
function decoded(bytes: Uint8Array): string | undefined {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // The next one.
    }
  }
  return undefined
}

/** An apostrophe before what a spreadsheet would run is put there by our export, and taken away again. */
function unguarded(cell: string): string {
  return /^'+[=+\-@\t\r\n＝＋－＠]/.test(cell) ? cell.slice(1) : cell
}
