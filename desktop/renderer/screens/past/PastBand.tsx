import { useStore } from 'zustand'
import { dateTime } from '../../i18n/format.ts'
import { useSpeech } from '../../i18n/language.ts'
import type { HistoryPlayer } from '../../players/history.ts'
import { useCenterState, useNow } from '../../store/hooks.ts'

/** Around all of the screen: what is shown is over. */
export function PastBand() {
  const { t } = useSpeech()
  const past = useCenterState((s) => s.past)
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
        <i aria-hidden /> {past && <Moment player={past} />}{' '}
        {manifest === undefined ? (
          <small>{t.past.bandHint}</small>
        ) : (
          <small>
            {t.recorded.band(manifest.community.name, dateTime(manifest.from), dateTime(manifest.to))} ·{' '}
            {verdict === 'altered'
              ? t.recorded.verdicts.altered(altered?.size ?? 0, (recording?.source.holes.length ?? 0) > 0)
              : t.recorded.verdicts[verdict]}
          </small>
        )}
      </span>
    </div>
  )
}

/** Until a moment has come, the picture is of another one, and nobody may take it for this. */
function Moment({ player }: { player: HistoryPlayer }) {
  const words = useSpeech().t.past
  const now = dateTime(useNow())
  const phase = useStore(player.state, (s) => s.phase)
  const at = useStore(player.state, (s) => Math.floor(s.at / 1000) * 1000)
  const missed = useStore(player.state, (s) => s.missed)
  const isBefore = useStore(player.state, (s) => s.recordFrom !== undefined && s.at < s.recordFrom)
  // An empty list is no all-clear there.
  if (isBefore && phase !== 'seeking') return words.bandBefore(now)
  if (phase === 'seeking') return words.bandSeeking(dateTime(at))
  return phase === 'failed' && missed !== undefined ? words.bandFailed(dateTime(missed), now) : words.band(now)
}
