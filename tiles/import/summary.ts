import type { Group } from './groups.ts'
import type { Importer } from './importer.ts'
import type { Report } from './report.ts'
import type { Words } from './words.ts'

/** What became of a source: written beside the site, and told on the terminal. */
export interface Result {
  source: string
  format: string
  community: string
  seconds: number
  taken: Report['taken']
  /** Buildings taken with a remark. */
  remarked: number
  leftOutCount: number
  /** Sound, but of sorts that have no place here; by type. */
  notTaken: Record<string, number>
  notes: (Words & { code: string })[]
  leftOut: Group[]
  remarks: Group[]
  /** Where the files lie that stood in the folder before. */
  kept?: string
}

export function summaryOf(
  report: Report,
  { source, format, id, began }: { source: string; format: Importer; id: string; began: number },
): Result {
  const { taken, remarked, notTaken, notes } = report
  return {
    source,
    format: format.id,
    community: id,
    seconds: Math.round(performance.now() - began) / 1000,
    taken,
    remarked,
    leftOutCount: report.leftOut.count,
    notTaken,
    notes,
    leftOut: report.leftOut.all,
    remarks: report.remarks.all,
  }
}
