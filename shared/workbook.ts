import { strToU8, zipSync } from 'fflate'

/**
 * Writes plain tables as an .xlsx file (ECMA-376): texts and numbers, a head in bold that stays in sight, nothing else. A text
 * is a text, whatever it begins with: no spreadsheet takes it for a formula.
 */
export interface Sheet {
  name: string
  /** The first row is the head. */
  rows: readonly (readonly (string | number | undefined)[])[]
  /** Of the columns, in characters. */
  widths?: readonly number[]
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
/** Of the styles below: as it is, in bold, as text (so that 00012 stays when somebody edits it). */
const [BOLD, AS_TEXT] = [1, 2]
const STYLES = `<styleSheet xmlns="${MAIN}"><fonts count="2"><font/><font><b/></font></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="49" applyNumberFormat="1"/></cellXfs></styleSheet>`

export function writeWorkbook(sheets: readonly Sheet[]): Uint8Array {
  const files: Record<string, Uint8Array> = {}
  const put = (path: string, content: string) => {
    files[path] = strToU8(DECLARATION + content)
  }
  const each = (write: (sheet: Sheet, n: number) => string) => sheets.map((sheet, i) => write(sheet, i + 1)).join('')
  put(
    '[Content_Types].xml',
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/>${each((_, n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${TYPES}.worksheet+xml"/>`)}</Types>`,
  )
  put('_rels/.rels', relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')))
  put(
    'xl/workbook.xml',
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${each(({ name }, n) => `<sheet name="${escaped(name)}" sheetId="${n}" r:id="rId${n}"/>`)}</sheets></workbook>`,
  )
  put(
    'xl/_rels/workbook.xml.rels',
    relations(
      each((_, n) => relation(`rId${n}`, 'worksheet', `worksheets/sheet${n}.xml`)) +
        relation('rIdStyles', 'styles', 'styles.xml'),
    ),
  )
  put('xl/styles.xml', STYLES)
  for (const [i, sheet] of sheets.entries()) put(`xl/worksheets/sheet${i + 1}.xml`, worksheet(sheet))
  return zipSync(files, { level: 6 })
}

function relations(content: string): string {
  return `<Relationships xmlns="${RELATIONS}">${content}</Relationships>`
}

function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`
}

function worksheet({ rows, widths = [] }: Sheet): string {
  const columns = widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`)
  const written = rows.map(
    (cells, i) => `<row r="${i + 1}">${cells.map((value, c) => cell(value, c, i)).join('')}</row>`,
  )
  return `<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>${columns.length > 0 ? `<cols>${columns.join('')}</cols>` : ''}<sheetData>${written.join('')}</sheetData></worksheet>`
}

function cell(value: string | number | undefined, column: number, row: number): string {
  if (value === undefined || value === '') return ''
  const at = `${letters(column)}${row + 1}`
  if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`
  return `<c r="${at}" t="inlineStr" s="${row === 0 ? BOLD : AS_TEXT}"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`
}

/** A, B ... Z, AA ... */
function letters(column: number): string {
  return (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26))
}

const NAMES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** What XML cannot hold at all: control characters, and halves of characters. */
const IMPOSSIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are meant
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

function escaped(text: string): string {
  return text.replace(IMPOSSIBLE, '').replace(/[&<>"]/g, (sign) => NAMES[sign] as string)
}
