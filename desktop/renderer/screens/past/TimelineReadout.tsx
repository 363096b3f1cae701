import { LANES } from '#shared/world/happenings.ts'
import { clockTime, dateTime, hundredthsOf } from '../../i18n/format.ts'
import { useSpeech } from '../../i18n/language.ts'
import { laneColors } from '../../theme/lane-colors.ts'
import type { Drawn } from './draw-timeline.ts'
import { pointedColumn } from './pointed-column.ts'
import { isIn } from './timeline-span.ts'
import type { Told } from './use-density.ts'

const GRADES = [1, 2, 3, 4] as const

interface ReadoutProps {
  at: number
  /** What comes after it is not yet. */
  now: number
  /** How long a column is now; what was told of another length tells nothing of this one. */
  every: number
  msPerPx: number
  told: Told
  gaps: Drawn['gaps']
}

/** What happened where the pointer is. */
export function TimelineReadout({ at, now, every, msPerPx, told, gaps }: ReadoutProps) {
  const { t } = useSpeech()
  const words = t.past
  const isKnown = told.every === every && isIn(told, at)
  const from = pointedColumn(isKnown ? told.spans : [], every, at, msPerPx)
  const to = from + every
  const span = isKnown ? told.spans.find((one) => one.at === from) : undefined
  const heard = told.heard.spans.find((one) => from >= one.at && from < one.at + told.heard.every)
  const said: [color: string, words: string][] = []
  if (span) {
    for (const grade of GRADES)
      if (span.alarms[grade - 1]) said.push([`column-${grade}`, `${t.grade[grade]} ${span.alarms[grade - 1]}`])
    for (const lane of LANES) if (span[lane] > 0) said.push([laneColors[lane], `${words.legend[lane]} ${span[lane]}`])
  }
  const gap = gaps.findLast((one) => one.from < to && one.to > from)
  // Nobody knows that nothing happened where nothing was heard.
  const isUnheard = gap?.why === 'silent' && gap.from <= from && gap.to >= to
  const nothing = () => {
    if (from >= now) return words.notYet
    if (told.begin !== undefined && to <= told.begin) return words.beforeRecord
    if (gap?.why === 'silent') return undefined
    return isKnown ? words.nothingThen : words.countingThen
  }
  return (
    <>
      <strong>{every < 1000 ? dateTime(from) + hundredthsOf(from) : `${dateTime(from)} – ${clockTime(to)}`}</strong>{' '}
      {said.map(([color, text]) => (
        <span key={text}>
          <i aria-hidden style={{ background: `var(--${color})` }} /> {text}
        </span>
      ))}
      {said.length === 0 && nothing()}
      {isKnown && !isUnheard && heard && heard.readings > 0 && (
        <span className="dim">
          {told.heard.every === every ? words.heard(heard.readings) : words.heardInMinute(heard.readings)}
        </span>
      )}
      {gap && <em>{gap.why === 'silent' && !isUnheard ? words.partlySilent : words.inGap[gap.why]}</em>}
    </>
  )
}
