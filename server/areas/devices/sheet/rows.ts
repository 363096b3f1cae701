import { type Cell, textOf } from '#models/registry/cells.ts'
import { type Column, type ColumnName, columnTitled } from '#models/registry/columns.ts'
import { type FileProblem, MOST_SHEET_ROWS, type RowProblem } from '#shared/contract/imports.ts'

/** What one row says; null: its cell is empty. Columns that the sheet does not have are absent. */
export interface SheetRow {
  row: number
  given: Partial<Record<ColumnName, unknown>>
}

export interface SheetRead {
  rows: SheetRow[]
  problems: RowProblem[]
}

/** The head may stand below a title and a few words. */
const HEAD_WITHIN = 10
const LEAST_KNOWN = 2
const COMMENT = '#'
const LONGEST_SHOWN = 60

/** Reads a sheet row by row; what a row says by itself is checked here, what the world says of it is not. */
export function readRows(cells: readonly (readonly Cell[])[]): SheetRead | FileProblem {
  const head = cells.slice(0, HEAD_WITHIN).findIndex(isHead)
  if (head < 0) return cells.every(isEmpty) ? 'empty' : 'no-header'
  const below = cells.length - head - 1
  if (below > MOST_SHEET_ROWS) return 'too-many-rows'
  const problems: RowProblem[] = []
  const columns = columnsOf(cells[head] ?? [], head + 1, problems)
  const rows: SheetRow[] = []
  for (let i = head + 1; i < cells.length; i++) {
    const said = cells[i] ?? []
    if (isEmpty(said) || textOf(said.find((cell) => textOf(cell) !== '')).startsWith(COMMENT)) continue
    rows.push(rowOf(said, i + 1, columns, problems))
  }
  return rows.length === 0 && problems.length === 0 ? 'empty' : { rows, problems }
}

function isHead(cells: readonly Cell[]): boolean {
  return cells.filter((cell) => columnTitled(cell)).length >= LEAST_KNOWN
}

function isEmpty(cells: readonly Cell[]): boolean {
  return cells.every((cell) => textOf(cell) === '')
}

function columnsOf(head: readonly Cell[], row: number, problems: RowProblem[]): (Column | null)[] {
  const seen = new Set<Column>()
  const columns = head.map((cell) => {
    const title = textOf(cell)
    const column = title === '' ? null : columnTitled(cell)
    // A column that is misspelt would be lost without a word.
    if (column === undefined)
      problems.push({ row, column: shown(title), problem: 'column-unknown', value: shown(title) })
    else if (column && seen.has(column))
      problems.push({ row, column: column.name, problem: 'column-twice', value: title })
    if (column) seen.add(column)
    return column ?? null
  })
  if (![...seen].some(({ name }) => name === 'device'))
    problems.push({ row, column: 'device', problem: 'column-missing', value: '' })
  return columns
}

function rowOf(
  cells: readonly Cell[],
  row: number,
  columns: readonly (Column | null)[],
  problems: RowProblem[],
): SheetRow {
  const given: SheetRow['given'] = {}
  for (const [i, column] of columns.entries()) {
    if (!column) continue
    const cell = cells[i]
    const value = textOf(cell)
    if (cell === null || cell === undefined || value === '') {
      given[column.name] = null
      if (column.needed) problems.push({ row, column: column.name, problem: 'missing', value: '' })
      continue
    }
    const said = column.read(cell)
    if ('is' in said) given[column.name] = said.is
    else {
      // It is there, though nobody can tell what it says.
      given[column.name] = undefined
      problems.push({ row, column: column.name, value: shown(value), ...said })
    }
  }
  return { row, given }
}

function shown(value: string): string {
  return value.length > LONGEST_SHOWN ? `${value.slice(0, LONGEST_SHOWN)}…` : value
}
