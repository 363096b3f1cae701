import type { Alarm } from '#shared/world/alarm-record.ts'
import { useSpeech } from '../../../i18n/language.ts'
import { allowed, askToHandle, HANDLINGS, nextFor } from '../../../store/handling.ts'

/** What can be done with it now, what it wants next before all; acknowledging has a place of its own. */
export function Actions({ alarm }: { alarm: Alarm }) {
  const { t } = useSpeech()
  // Taking notice comes first, and has its own button.
  const isNext = !allowed(alarm, 'acknowledge')
  const able = HANDLINGS.filter((what) => what !== 'acknowledge' && what !== 'unite' && allowed(alarm, what))
  return (
    <div className="alarm-actions" role="toolbar" aria-label={t.handling.course.title}>
      {able.map((what) => (
        <button
          key={what}
          type="button"
          className={isNext && what === nextFor(alarm) ? 'first' : ''}
          onClick={() => askToHandle({ what, alarms: [alarm.alarm] })}
        >
          {t.handling.actions[what]}
        </button>
      ))}
    </div>
  )
}
