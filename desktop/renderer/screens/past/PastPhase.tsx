import { useStore } from 'zustand'
import { dateTime } from '../../i18n/format.ts'
import { useSpeech } from '../../i18n/language.ts'
import type { HistoryPlayer } from '../../players/history.ts'

/** How the past is coming along, and what to do when it does not. */
export function PastPhase({ player }: { player: HistoryPlayer }) {
  const { t } = useSpeech()
  const { phase, problem, at, missed, recordFrom } = useStore(player.state)
  const wanted = phase === 'failed' ? (missed ?? at) : at
  const hole = player.source.holes.find(({ from, to }) => from < wanted && wanted < to)
  const isAtEnd = !player.source.goesOn && phase === 'ready' && at >= player.source.end()
  return (
    <span className="past-phase" role="status">
      {phase === 'seeking' && t.past.seeking}
      {phase === 'waiting' && t.past.waiting}
      {isAtEnd && t.recorded.atEnd}
      {recordFrom !== undefined && at < recordFrom && (
        <button type="button" className="past-begin" onClick={() => void player.seek(recordFrom)}>
          {t.past.toBegin(dateTime(recordFrom))}
        </button>
      )}
      {phase === 'failed' && (
        <>
          {problem === 'bundle.altered'
            ? t.recorded.inHole
            : `${t.past.failed}: ${t.errors[problem as keyof typeof t.errors] ?? problem}`}{' '}
          {hole ? (
            <button type="button" onClick={() => void player.seek(hole.to < player.source.end() ? hole.to : hole.from)}>
              {t.recorded.goOnAt(dateTime(hole.to < player.source.end() ? hole.to : hole.from))}
            </button>
          ) : (
            <button type="button" onClick={() => void player.seek(wanted)}>
              {t.past.again}
            </button>
          )}
        </>
      )}
    </span>
  )
}
