import { LANES } from '#shared/world/happenings.ts'
import { clockTime, dateTime, hundredthsOf } from '../../i18n/format.ts'
import { useSpeech } from '../../i18n/language.ts'
import { laneColors } from '../../theme/lane-colors.ts'
import { pointedColumn } from './pointed-column.ts'
import { isIn } from './timeline-span.ts'
import type { Told } from './use-density.ts'

const GRADES = [1, 2, 3, 4] as const

interface ReadoutProps {
  at: number
  /** How long a column is now; what was told of another length tells nothing of this one. */
  every: number
  msPerPx: number
  told: Told
}

/** What happened where the pointer is. */
export function TimelineReadout({ at, every, msPerPx, told }: ReadoutProps) {
  const { t } = useSpeech()
  const words = t.past
  const isKnown = told.every === every && isIn(told, at)
  const from = pointedColumn(isKnown ? told.spans : [], every, at, msPerPx)
  const span = told.spans.find((one) => one.at === from)
  const heard = told.heard.spans.find((one) => from >= one.at && from < one.at + told.heard.every)
  const isBefore = told.begin !== undefined && from + every <= told.begin
  const said: [color: string, words: string][] = []
  if (isKnown && span) {
    for (const grade of GRADES)
      if (span.alarms[grade - 1]) said.push([`column-${grade}`, `${t.grade[grade]} ${span.alarms[grade - 1]}`])
    for (const lane of LANES) if (span[lane] > 0) said.push([laneColors[lane], `${words.legend[lane]} ${span[lane]}`])
  }
  return (
    <>
      <strong>
        {every < 1000 ? dateTime(from) + hundredthsOf(from) : `${dateTime(from)} – ${clockTime(from + every)}`}
      </strong>{' '}
      {said.map(([color, text]) => (
        <span key={text}>
          <i aria-hidden style={{ background: `var(--${color})` }} /> {text}
        </span>
      ))}
      {said.length === 0 && (isBefore ? words.beforeRecord : isKnown ? words.nothingThen : words.countingThen)}
      {isKnown && heard && heard.readings > 0 && (
        <span className="dim">
          {told.heard.every === every ? words.heard(heard.readings) : words.heardInMinute(heard.readings)}
        </span>
      )}
    </>
  )
}
