import type { Text } from '#shared/text.ts'
import type { Grade } from '#shared/world/alarm-record.ts'
import type { StepState } from '#shared/world/linkage-runs.ts'
import type { Language } from '../i18n/language.ts'
import type { Texts } from '../i18n/zh.ts'

type Data = Record<string, unknown>

interface Known extends Data {
  to?: { name: string } | null
  name?: Text
  count?: number
  called?: number
  mode?: keyof Texts['linkage']['modes']
  aside?: { how?: keyof Texts['handling']['state']; reason?: string }
  outcomes?: readonly { state: StepState }[]
}

/** What an event is, in a word or two; of a linkage, which it was and what it moved. */
export function titleOf(type: string, data: Data, t: Texts, language: Language): string {
  const what = t.history.what as Record<string, string>
  const { name, count, called, mode, aside, cluster } = data as Known
  if (type === 'linkage:ran' && name) {
    const ran = t.linkage.ran(name[language], count ?? 0, called ?? 0)
    return mode === 'dry' ? `${ran} · ${t.linkage.modes.dry}` : ran
  }
  if (type === 'alarm:set-aside' && aside?.how) return t.handling.state[aside.how]
  if (type === 'alarm:clustered' && cluster === null) return t.history.parted
  return what[type] ?? type
}

/** What was said with it, and what came of it. */
export function detailsOf(type: string, data: Data, t: Texts): string[] {
  const words = t.handling
  const { grade, to, verdict, text, cause, disposal, aside, note, outcomes } = data as Known
  const told = [
    type === 'alarm:regraded' && words.course.grade(t.grade[grade as Grade]),
    type === 'alarm:assigned' && (to ? words.course.to(to.name) : words.nobody),
    typeof verdict === 'string' && words.verdicts[verdict as keyof typeof words.verdicts],
    type === 'linkage:answered' && outcomes && resultOf(outcomes, t),
    text,
    cause,
    disposal,
    aside?.reason,
    note,
  ]
  return told.filter((one): one is string => typeof one === 'string' && one !== '')
}

/** How many of each: done 3, unanswered 1. */
function resultOf(outcomes: readonly { state: StepState }[], t: Texts): string {
  const many = new Map<StepState, number>()
  for (const { state } of outcomes) many.set(state, (many.get(state) ?? 0) + 1)
  return [...many].map(([state, count]) => `${t.linkage.states[state]} ${count}`).join(' · ')
}
