import { type AuditEntry, type AuditSearch, exportAudit, listAudit } from '#shared/contract/audit.ts'
import type { Asker } from '../../../store/ask.ts'
import { BYTE_ORDER_MARK, csvLine } from '../../../store/files/csv.ts'

const PAGE = 500

/** How a file of one kind is written, page by page. */
export interface Writer {
  format: 'csv' | 'json'
  type: string
  begin: string
  page(entries: AuditEntry[], first: boolean): string
  end: string
}

export const jsonWriter: Writer = {
  format: 'json',
  type: 'application/json',
  begin: '[\n',
  page: (entries, first) => (first ? '' : ',\n') + entries.map((entry) => JSON.stringify(entry)).join(',\n'),
  end: '\n]\n',
}

export interface CsvWords {
  heads: readonly string[]
  cells(entry: AuditEntry): readonly (string | number)[]
}

export function csvWriter({ heads, cells }: CsvWords): Writer {
  return {
    format: 'csv',
    type: 'text/csv;charset=utf-8',
    begin: BYTE_ORDER_MARK + csvLine(heads),
    page: (entries) => entries.map((entry) => csvLine(cells(entry))).join(''),
    end: '',
  }
}

export interface Progress {
  written: number
  /** Of what has to be looked at, between 0 and 1. */
  share: number
}

/** All that is found, as one file; going on record comes first. Rejects with the signal's reason when it is cancelled. */
export async function writeExport(
  ask: Asker['ask'],
  search: AuditSearch,
  writer: Writer,
  signal: AbortSignal,
  told: (progress: Progress) => void,
): Promise<{ file: Blob; written: number }> {
  // Kept as blobs: a long record need not fit into the memory of scripts.
  const parts: Blob[] = [new Blob([writer.begin])]
  let written = 0
  let before: number | undefined = (await ask(exportAudit, { ...search, format: writer.format })).before
  let all: number | undefined
  while (before !== undefined) {
    signal.throwIfAborted()
    const { entries, next }: { entries: AuditEntry[]; next: { before: number; rest: number } | null } = await ask(
      listAudit,
      { ...search, before, limit: PAGE },
    )
    all ??= before - (next?.before ?? 0) + (next?.rest ?? 0)
    if (entries.length > 0) parts.push(new Blob([writer.page(entries, written === 0)]))
    written += entries.length
    before = next?.before
    told({ written, share: next ? 1 - next.rest / all : 1 })
  }
  signal.throwIfAborted()
  parts.push(new Blob([writer.end]))
  return { file: new Blob(parts, { type: writer.type }), written }
}
