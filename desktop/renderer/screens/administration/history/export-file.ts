import { type AlarmSearch, exportAlarms, type PastAlarm, searchAlarms } from '#shared/contract/alarm-history.ts'
import { BYTE_ORDER_MARK, csvLine } from '#shared/csv.ts'
import type { Asker } from '../../../store/ask.ts'
import { workbookFile } from '../devices/sheets.ts'

const PAGE = 500
/** A spreadsheet is written in one piece, so that it must be held; lines are not. */
export const MOST_EXPORTED = { xlsx: 200_000, csv: 2_000_000 } as const
export type HistoryFormat = keyof typeof MOST_EXPORTED

export type Cells = readonly (string | number | undefined)[]

export interface HistoryWriter {
  format: HistoryFormat
  name: string
  heads: readonly string[]
  cells(alarm: PastAlarm): Cells
}

/** More were found than a file is made of. */
export class TooMany extends Error {}

/** All that is found, as one file; going on record comes first. Rejects with the signal's reason when it is cancelled. */
export async function writeHistory(
  ask: Asker['ask'],
  search: AlarmSearch,
  { format, name, heads, cells }: HistoryWriter,
  signal: AbortSignal,
  told: (written: number) => void,
): Promise<{ file: Blob; written: number }> {
  const lines: Blob[] = [new Blob([BYTE_ORDER_MARK + csvLine(heads)])]
  const rows: Cells[] = []
  let written = 0
  let before: number | undefined = (await ask(exportAlarms, { ...search, format })).before
  while (before !== undefined) {
    signal.throwIfAborted()
    const { alarms, next }: { alarms: PastAlarm[]; next: { before: number } | null } = await ask(searchAlarms, {
      ...search,
      before,
      limit: PAGE,
    })
    written += alarms.length
    if (written > MOST_EXPORTED[format]) throw new TooMany()
    if (format === 'xlsx') for (const alarm of alarms) rows.push(cells(alarm))
    else lines.push(new Blob([alarms.map((alarm) => csvLine(cells(alarm).map((cell) => cell ?? ''))).join('')]))
    before = next?.before
    told(written)
  }
  signal.throwIfAborted()
  if (format === 'csv') return { file: new Blob(lines, { type: 'text/csv;charset=utf-8' }), written }
  return { file: workbookFile([{ name, rows: [heads, ...rows], widths: heads.map(() => 18) }]), written }
}
