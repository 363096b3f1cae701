import { dateTime } from '../../i18n/format.ts'
import { useSpeech } from '../../i18n/language.ts'
import { useCenterState, useNow } from '../../store/hooks.ts'

/** Around all of the screen: what is shown is over. */
export function PastBand() {
  const { t } = useSpeech()
  const now = useNow()
  const recording = useCenterState((s) => s.recording)
  const { manifest, altered } = recording?.bundle ?? {}
  const verdict = recording?.verdict ?? 'unaltered'
  return (
    <div
      className={`band past${verdict === 'unaltered' ? '' : ' doubtful'}`}
      data-phase="past"
      role="status"
      aria-live="off"
    >
      <span>
        <i aria-hidden /> {t.past.band(dateTime(now))}{' '}
        {manifest === undefined ? (
          <small>{t.past.bandHint}</small>
        ) : (
          <small>
            {t.recorded.band(manifest.community.name, dateTime(manifest.from), dateTime(manifest.to))} ·{' '}
            {verdict === 'altered' ? t.recorded.verdicts.altered(altered?.size ?? 0) : t.recorded.verdicts[verdict]}
          </small>
        )}
      </span>
    </div>
  )
}
