import type { PastAlarm } from '#shared/contract/alarm-history.ts'
import type { HistoryTexts } from '../../../i18n/admin/history.zh.ts'
import { dateTime } from '../../../i18n/format.ts'
import type { Language } from '../../../i18n/language.ts'
import type { Texts } from '../../../i18n/zh.ts'
import { nameOfKind } from '../../../store/describe.ts'
import { placeName } from '../../../store/place-name.ts'
import type { KnownSite } from '../../../store/site.ts'
import type { Cells } from './export-file.ts'
import { describePast, howEnded, stateName, whoName } from './words.ts'

export interface Naming {
  t: Texts
  h: HistoryTexts
  language: Language
  site: KnownSite | undefined
  deviceName(device: string): string
}

/** The columns of an exported record, in the words of the one who exports. */
export function exportedCells(naming: Naming): (alarm: PastAlarm) => Cells {
  const { t, h, language, site, deviceName } = naming
  const when = (at: number | undefined) => (at === undefined ? '' : dateTime(at))
  return (alarm) => [
    alarm.alarm,
    t.grade[alarm.grade],
    when(alarm.raisedAt),
    placeName(site, alarm.place, t),
    alarm.place,
    describePast(alarm, language).title,
    alarm.rule,
    nameOfKind(alarm.kind)[language],
    deviceName(alarm.device),
    alarm.device,
    stateName(alarm.state, t, h),
    alarm.times,
    alarm.value,
    alarm.limit,
    when(alarm.acknowledgedAt),
    whoName(alarm.acknowledgedBy),
    when(alarm.returnedAt),
    when(alarm.endedAt),
    whoName(alarm.endedBy),
    howEnded(alarm, h),
    alarm.verdict ? t.handling.verdicts[alarm.verdict] : '',
    alarm.cause ?? '',
    alarm.disposal ?? '',
  ]
}
