import { useSpeech } from '../../i18n/language.ts'
import type { Center } from '../../store/center.ts'
import { useCenter, useCenterState } from '../../store/hooks.ts'

/** Whoever looks back mostly wants to see what has just happened. */
const BACK_MS = 5 * 60_000

export function openPast(center: Center): void {
  if (center.state.getState().past) return
  const at = Math.floor(center.liveNow()) - BACK_MS
  const player = center.goTo(at)
  // A record that is younger than that is shown from where it begins.
  const stop = player.state.subscribe(({ recordFrom }) => {
    if (recordFrom === undefined) return
    stop()
    if (recordFrom > at && player.at === at) void player.seek(recordFrom)
  })
}

export function PastButton() {
  const { t } = useSpeech()
  const center = useCenter()
  const isPast = useCenterState((s) => s.past !== undefined)
  if (!center.mayNow('history.see')) return null
  return (
    <button
      type="button"
      className="top-button past-button"
      aria-pressed={isPast}
      title={isPast ? t.past.live : t.past.open}
      onClick={() => (isPast ? center.goLive() : openPast(center))}
    >
      {t.past.button}
    </button>
  )
}
