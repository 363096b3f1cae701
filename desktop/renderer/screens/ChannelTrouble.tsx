import { shortTime } from '../i18n/format.ts'
import { useSpeech } from '../i18n/language.ts'
import { goToAdmin } from '../store/admin-link.ts'
import { useCenter, useNow, useSubject } from '../store/hooks.ts'

/** People who should be told are not: whoever sits anywhere has to know, and reach them another way. */
export function ChannelTrouble() {
  const { t } = useSpeech()
  const center = useCenter()
  const now = useNow(60_000)
  useSubject('outlets')
  const failing = [...center.world.world.outlets.values()]
  if (failing.length === 0) return null
  const n = t.notices
  return (
    <>
      {failing.map(({ channel, name, kind, reason, since }) => (
        <p key={channel} className="foot-note trouble" role="alert" title={n.troubleHint}>
          <strong>{n.trouble(name ?? n.kinds[kind], shortTime(since, now))}</strong>
          <span className="dim">{n.reasons[reason]}</span>
          {center.may('notices.manage') && (
            <button type="button" className="plain" onClick={() => goToAdmin('notices')}>
              {n.see}
            </button>
          )}
        </p>
      ))}
    </>
  )
}
