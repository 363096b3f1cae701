import type { AuditEntry } from '#shared/contract/audit.ts'
import type { AdminTexts } from '../../../i18n/admin/zh.ts'
import { dateTime } from '../../../i18n/format.ts'
import type { Texts } from '../../../i18n/zh.ts'
import type { CsvWords } from './export-file.ts'

export function callInWords(call: string, a: AdminTexts): string {
  return a.calls[call] ?? call
}

export function resultInWords(result: string, t: Texts, a: AdminTexts): string {
  if (result === 'done') return a.audit.done
  return (t.errors as Record<string, string>)[result] ?? result
}

/** The columns of an exported table, in the words of the one who exports. */
export function csvWords(a: AdminTexts): CsvWords {
  const { columns: c, kinds } = a.export
  return {
    heads: [c.id, `${c.at} (${zoneName()})`, c.account, c.name, c.kind, c.from, c.call, c.callName, c.result, c.input],
    cells: ({ id, at, by, from, call, result, input }: AuditEntry) => [
      id,
      `${dateTime(at)}.${String(at % 1000).padStart(3, '0')}`,
      by.id,
      by.name ?? '',
      kinds[by.kind],
      from,
      callInWords(call, a),
      call,
      result,
      JSON.stringify(input),
    ],
  }
}

export function zoneName(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}
