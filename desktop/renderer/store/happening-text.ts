import { healthFindings } from '#models/health.ts'
import type { DeviceKind } from '#models/kind.ts'
import type { Language } from '../i18n/language.ts'
import type { Texts } from '../i18n/zh.ts'
import type { Happening } from '../players/past-source.ts'
import { changedFields } from './changed-fields.ts'
import { detailsOf, titleOf } from './happening-words.ts'

/** An event as it is told to whoever may read it, wherever it happened. */
export type Told = Omit<Happening, 'place'>

/** What the kind has words for: a command, what came of it, something that happened. */
function ofDevice(
  { command, as, reason, happening, detail }: Record<string, unknown>,
  kind: DeviceKind | undefined,
  t: Texts,
  language: Language,
): string {
  if (typeof command === 'string') return kind?.commands[command]?.name[language] ?? command
  if (typeof as === 'string')
    return [(t.orders.state as Record<string, string>)[as] ?? as, reason].filter(Boolean).join('：')
  if (typeof happening === 'string')
    return [kind?.events[happening]?.[language] ?? happening, detail].filter(Boolean).join('：')
  return ''
}

/** What happened, to what, and who did it. */
export function happeningText(
  { type, by, data }: Told,
  kind: DeviceKind | undefined,
  who: string,
  t: Texts,
  language: Language,
): string {
  // An alarm is named by its device, its rule and its time.
  const rule = data.rule ?? (typeof data.alarm === 'string' ? data.alarm.split('~')[1] : undefined)
  const about = (kind?.rules.find((one) => one.rule === rule) ?? healthFindings[String(rule)])?.name?.[language]
  const what = [titleOf(type, data, t, language), about, ofDevice(data, kind, t, language)].filter(Boolean).join(' ')
  const isEntry = type.startsWith('device:') && type !== 'device:serviced'
  const words = [
    isEntry ? changedFields(data, t, language) : data.who,
    typeof data.as === 'string' ? undefined : data.reason,
    ...(isEntry ? [] : detailsOf(type, data, t)),
  ]
  const told = words.filter((one) => typeof one === 'string' && one !== '').join('；')
  const note = told && `：${told}`
  return by.kind === 'user' ? `${what} · ${who}${note}` : `${what}${note}`
}
