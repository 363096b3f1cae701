import { isCalling } from '#shared/world/alarm-life.ts'
import type { Alarm } from '#shared/world/alarm-record.ts'
import { inOrder } from '../../store/alarm-order.ts'

/** Three lists that never mix: what wants somebody, what wants its papers, and what is set aside. */
export const VIEWS = ['open', 'settled', 'aside'] as const
export type View = (typeof VIEWS)[number]

export type Sorted = Readonly<Record<View, readonly Alarm[]>>

export function sorted(alarms: Iterable<Alarm>): Sorted {
  const [open, settled, aside]: [Alarm[], Alarm[], Alarm[]] = [[], [], []]
  for (const alarm of alarms) (isCalling(alarm) ? open : alarm.aside ? aside : settled).push(alarm)
  return {
    open: inOrder(open),
    settled: settled.sort((a, b) => a.grade - b.grade || (b.returnedAt ?? 0) - (a.returnedAt ?? 0)),
    aside: aside.sort((a, b) => a.grade - b.grade || b.raisedAt - a.raisedAt),
  }
}

/** Those that hold every word that somebody typed, in whatever is said of them. */
export function matching(alarms: readonly Alarm[], typed: string, wordsOf: (alarm: Alarm) => string): readonly Alarm[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return alarms
  return alarms.filter((alarm) => {
    const said = wordsOf(alarm).toLowerCase()
    return words.every((word) => said.includes(word))
  })
}
