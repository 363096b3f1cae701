import { LANES } from '#shared/world/happenings.ts'
import { useSpeech } from '../../i18n/language.ts'
import { laneColors } from '../../theme/lane-colors.ts'

/** What the columns and lanes of the timeline are, from above. */
export function TimelineLegend({ isAltered, isDamaged }: { isAltered: boolean; isDamaged: boolean }) {
  const { t } = useSpeech()
  const { legend } = t.past
  return (
    <ul className="past-signs dim">
      <li className="sign-alarms">
        <i aria-hidden /> {legend.alarms}
      </li>
      {LANES.map((lane) => (
        <li key={lane} className="sign-lane">
          <i aria-hidden style={{ background: `var(--${laneColors[lane]})` }} /> {legend[lane]}
        </li>
      ))}
      <li className="sign-silent">
        <i aria-hidden /> {legend.silent}
      </li>
      {isDamaged && (
        <li className="sign-damaged">
          <i aria-hidden /> {legend.damaged}
        </li>
      )}
      {isAltered && (
        <li className="sign-altered">
          <i aria-hidden /> {t.recorded.legend}
        </li>
      )}
    </ul>
  )
}
