import { clockTime } from '../../i18n/format.ts'
import { useSpeech } from '../../i18n/language.ts'
import { useCenter, useCenterState } from '../../store/hooks.ts'
import { PastBand } from '../past/PastBand.tsx'

/** Which time this screen shows, as a band around all of it: nobody may take a standing picture for a live one. */
export function TimeBand() {
  const { t } = useSpeech()
  const center = useCenter()
  const time = useCenterState((s) => s.time)
  const past = useCenterState((s) => s.past)
  const offset = center.liveNow() - Date.now()
  if (past) return <PastBand />
  const text = time.phase === 'lost' ? t.time.lost(clockTime(time.since + offset)) : t.time[time.phase]
  return (
    <div className={`band ${time.phase}`} data-phase={time.phase} role="status">
      <span>
        <i aria-hidden /> {text}
        {time.phase === 'lost' && <small>{t.time.lostHint}</small>}
      </span>
    </div>
  )
}
