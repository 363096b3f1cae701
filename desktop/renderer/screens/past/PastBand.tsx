import { dateTime } from '../../i18n/format.ts'
import { useSpeech } from '../../i18n/language.ts'
import { useNow } from '../../store/hooks.ts'

/** Around all of the screen: what is shown is over. */
export function PastBand() {
  const { t } = useSpeech()
  const now = useNow()
  return (
    <div className="band past" data-phase="past" role="status" aria-live="off">
      <span>
        <i aria-hidden /> {t.past.band(dateTime(now))} <small>{t.past.bandHint}</small>
      </span>
    </div>
  )
}
