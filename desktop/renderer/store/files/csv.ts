/** So that Excel reads it as UTF-8. */
export const BYTE_ORDER_MARK = '\ufeff'

/** What a spreadsheet would take for a formula, in narrow and in full width. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/

/** RFC 4180, and nothing that a spreadsheet would run: what comes from outside may begin with `=`. */
export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

function csvCell(cell: string | number): string {
  if (typeof cell === 'number') return String(cell)
  const text = FORMULA.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text
}
