import { type Line, linesOf } from '#models/lines.ts'
import type { Alarm } from '#shared/world/alarm-record.ts'

/** What the list draws: an alarm, or several of one cause folded under the one where it likely began. */
export type Row = { alarm: Alarm; line?: Line; isOpen?: boolean; isWithin?: boolean }

/** How alarms are folded: by themselves when there are too many, or as somebody wants it. */
export const FOLDINGS = ['auto', 'together', 'each'] as const
export type Folding = (typeof FOLDINGS)[number]

export function rowsOf(alarms: readonly Alarm[], isFolded: boolean, open: ReadonlySet<string>): Row[] {
  if (!isFolded) return alarms.map((alarm) => ({ alarm }))
  return linesOf(alarms).flatMap((line): Row[] => {
    const { head, cluster } = line
    if (cluster === undefined || line.alarms.length === 1) return [{ alarm: head }]
    const isOpen = open.has(cluster)
    const row: Row = { alarm: head, line, isOpen }
    return isOpen
      ? [row, ...line.alarms.filter((one) => one !== head).map((alarm) => ({ alarm, isWithin: true }))]
      : [row]
  })
}
