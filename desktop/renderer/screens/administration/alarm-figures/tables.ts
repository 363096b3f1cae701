import { deviceKinds } from '#models/devices/index.ts'
import type { AlarmFigures } from '#shared/contract/alarm-figures.ts'
import type { AlarmFiguresTexts } from '../../../i18n/admin/alarm-figures.zh.ts'
import { dateTime } from '../../../i18n/format.ts'
import type { Language } from '../../../i18n/language.ts'
import type { Texts } from '../../../i18n/zh.ts'
import { chatterRemedy } from '../../../store/describe.ts'
import { figureText, keyFigures, percent, spanText } from './key-figures.ts'

type Cells = (string | number)[]

/** What helps, in words. */
export function remedyInWords(
  { kind, metric, remedy }: AlarmFigures['chattering'][number],
  t: Texts,
  language: Language,
) {
  return chatterRemedy(remedy, deviceKinds.get(kind)?.metrics[metric], t, language)
}

export interface FigureNaming {
  f: AlarmFiguresTexts
  t: Texts
  language: Language
  /** Where it is and what it is called. */
  nameOf(source: Pick<AlarmFigures['stale'][number], 'device' | 'rule' | 'kind' | 'place' | 'name'>): string
}

/** All figures of a page as one table. */
export function keyTable(figures: AlarmFigures, { f, language, nameOf, t }: FigureNaming): Cells[] {
  const { export: words } = f
  const rows: Cells[] = [
    ['', words.spanFrom, dateTime(figures.from), '', ''],
    ['', words.spanTo, dateTime(figures.to), '', ''],
    ['', f.trend, figures.alarms, '', ''],
  ]
  for (const one of keyFigures(figures)) {
    const result = one.met === null ? f.nothing : one.met ? f.met : f.missed
    rows.push([words.sheets.key, f.names[one.target], figureText(one), f.targets[one.target], result])
  }
  rows.push([words.sheets.key, f.acknowledge, spanText(figures.acknowledge.median, f), '', ''])
  rows.push([words.sheets.key, f.close, spanText(figures.close.median, f), '', ''])
  for (const flood of figures.floods.list)
    rows.push([f.floods, dateTime(flood.from), f.floodLine(flood.alarms), spanText(flood.to - flood.from, f), ''])
  for (const { grade, count } of figures.grades) rows.push([t.grade[grade], t.gradeWord[grade], count, '', ''])
  for (const source of figures.top.sources) rows.push([f.top, nameOf(source), source.count, '', ''])
  for (const one of figures.chattering)
    rows.push([f.chatteringTitle, nameOf(one), f.chatters(one.comings, one.most), '', remedyInWords(one, t, language)])
  for (const one of figures.stale)
    rows.push([f.staleTitle, nameOf(one), f.since(spanText(one.lasted, f), one.there), '', f.remedies[one.remedy]])
  for (const { name, handled, acknowledge } of figures.people)
    rows.push([f.people, name, handled, spanText(acknowledge.median, f), ''])
  for (const { shift, alarms, inFlood } of figures.shifts)
    rows.push([f.shifts, shift.name[language], alarms, percent(inFlood), ''])
  return rows
}

export function trendTable({ trend }: AlarmFigures, { f, t }: FigureNaming): Cells[] {
  const grades = [1, 2, 3, 4] as const
  return [
    [f.export.time, ...grades.map((grade) => t.grade[grade]), f.export.flood],
    ...trend.spans.map(({ at, counts, inFlood }) => [dateTime(at), ...counts, Math.round(inFlood / 60_000)]),
  ]
}
