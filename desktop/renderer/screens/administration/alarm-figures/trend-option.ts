import type { EChartsCoreOption } from 'echarts/core'
import type { AlarmFigures } from '#shared/contract/alarm-figures.ts'
import type { Grade } from '#shared/world/alarm-record.ts'
import { dayOf } from '../../../i18n/format.ts'
import type { Texts } from '../../../i18n/zh.ts'
import { gradeBars } from '../../../theme/chart/grade-bars.ts'

/** A bar an hour or a day, of grades one over the other. */
export function trendOption({ every, spans }: AlarmFigures['trend'], t: Texts, size: number): EChartsCoreOption {
  const nameOf = (at: number) =>
    every === 'day' ? dayOf(at).slice(5) : `${String(new Date(at).getHours()).padStart(2, '0')}:00`
  const names = spans.map(({ at }) => nameOf(at))
  const bars = (grade: Grade) => spans.map(({ counts }) => counts[grade - 1])
  return gradeBars({ names, counts: bars, labels: { hideOverlap: true }, lines: 3, size }, t)
}
