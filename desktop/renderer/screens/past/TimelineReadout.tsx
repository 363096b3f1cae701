import { LANES } from '#shared/world/happenings.ts'
import { clockTime, dateTime } from '../../i18n/format.ts'
import { useSpeech } from '../../i18n/language.ts'
import type { Told } from './use-density.ts'

const GRADES = [1, 2, 3, 4] as const

/** What happened where the pointer is. */
export function TimelineReadout({ at, told: { every, spans } }: { at: number; told: Told }) {
  const { t } = useSpeech()
  const words = t.past
  const span = spans.find((one) => at >= one.at && at < one.at + every)
  const from = Math.floor(at / every) * every
  const said: string[] = []
  if (span) {
    for (const grade of GRADES) if (span.alarms[grade - 1]) said.push(`${t.grade[grade]} ${span.alarms[grade - 1]}`)
    for (const lane of LANES) if (span[lane] > 0) said.push(`${words.legend[lane]} ${span[lane]}`)
    if (span.readings > 0) said.push(words.heard(span.readings))
  }
  return (
    <>
      <strong>{every < 1000 ? momentText(from) : `${dateTime(from)} – ${clockTime(from + every)}`}</strong>{' '}
      {said.length > 0 ? said.join(' · ') : words.nothingThen}
    </>
  )
}

/** To the hundredth of a second. */
function momentText(at: number): string {
  return `${dateTime(at)}.${String(at % 1000)
    .padStart(3, '0')
    .slice(0, 2)}`
}
