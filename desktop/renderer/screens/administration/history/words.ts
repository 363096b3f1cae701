import type { PastAlarm, PastState } from '#shared/contract/alarm-history.ts'
import type { Alarm } from '#shared/world/alarm-record.ts'
import type { Actor } from '#shared/world/event.ts'
import type { HistoryTexts } from '../../../i18n/admin/history.zh.ts'
import type { Language } from '../../../i18n/language.ts'
import type { Texts } from '../../../i18n/zh.ts'
import { type Described, describeAlarm } from '../../../store/describe.ts'

/** A past alarm as its own rule called it, else as the kind does. */
export function describePast(past: PastAlarm, language: Language): Described {
  const { name } = past
  const words = name && { name, advice: name }
  return describeAlarm({ ...past, ...(words && { words }) } as unknown as Alarm, past.kind, language)
}

export function stateName(state: PastState, t: Texts, h: HistoryTexts): string {
  return state === 'over' ? h.over : t.handling.state[state]
}

export function whoName(by: Actor | undefined): string {
  return by?.kind === 'user' ? (by.name ?? by.id) : ''
}

export function howEnded({ how }: PastAlarm, h: HistoryTexts): string {
  return how === undefined ? '' : (h.how[how] ?? how)
}
