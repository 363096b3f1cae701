import { useStore } from 'zustand'
import { dateTime } from '../../i18n/format.ts'
import { useSpeech } from '../../i18n/language.ts'
import type { HistoryPlayer } from '../../players/history.ts'

/** Around all of the screen: what is shown is over. */
export function PastBand({ player }: { player: HistoryPlayer }) {
  const { t } = useSpeech()
  const second = useStore(player.state, (s) => Math.floor(s.at / 1000))
  return (
    <div className="band past" data-phase="past" role="status" aria-live="off">
      <span>
        <i aria-hidden /> {t.past.band(dateTime(second * 1000))} <small>{t.past.bandHint}</small>
      </span>
    </div>
  )
}
