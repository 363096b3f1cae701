import type { Alarm } from '#shared/world/alarm-record.ts'
import { useSpeech } from '../../i18n/language.ts'
import { allowed, askToHandle, HANDLINGS } from '../../store/handling.ts'

interface MarkedProps {
  alarms: readonly Alarm[]
  all: number
  markAll(): void
  unmark(): void
}

/** What can be done with all that are marked; of those that do not allow it the others are still dealt with. */
export function Marked({ alarms, all, markAll, unmark }: MarkedProps) {
  const { t } = useSpeech()
  const words = t.handling
  return (
    <footer className="alarms-marked" role="toolbar" aria-label={words.marked(alarms.length)}>
      <strong>{words.marked(alarms.length)}</strong>
      {HANDLINGS.map((what) => {
        const able = alarms.filter((alarm) => allowed(alarm, what))
        return (
          able.length > (what === 'unite' ? 1 : 0) && (
            <button
              key={what}
              type="button"
              onClick={() => askToHandle({ what, alarms: able.map(({ alarm }) => alarm) })}
            >
              {words.actions[what]}
              {able.length < alarms.length && ` ${able.length}`}
            </button>
          )
        )
      })}
      <span />
      {alarms.length < all && (
        <button type="button" onClick={markAll}>
          {words.markAll}
        </button>
      )}
      <button type="button" onClick={unmark}>
        {words.unmark}
      </button>
    </footer>
  )
}
