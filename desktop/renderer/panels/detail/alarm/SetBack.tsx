import { useState } from 'react'
import { setLinkageBack } from '#shared/contract/linkages.ts'
import { useSpeech } from '../../../i18n/language.ts'
import { AskError } from '../../../store/ask.ts'
import { useCenter } from '../../../store/hooks.ts'
import { say } from '../../../theme/notice.ts'

/** Sets back what linkages did, after saying what that means. It never happens by itself. */
export function SetBack({ alarm, devices }: { alarm: string; devices: number }) {
  const { t } = useSpeech()
  const { ask } = useCenter()
  const l = t.linkage
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const setBack = async () => {
    setBusy(true)
    try {
      const { told, waiting, refused } = await ask(setLinkageBack, { alarm })
      say(refused > 0 ? 'bad' : 'good', l.wasSetBack(told, waiting, refused))
    } catch (error) {
      say('bad', t.errors[error instanceof AskError ? error.code : 'internal'])
    }
    setBusy(false)
    setAsking(false)
  }
  if (!asking)
    return (
      <div className="alarm-actions">
        <button type="button" onClick={() => setAsking(true)}>
          {l.setBack}
        </button>
      </div>
    )
  return (
    <div className="linkage-confirm" role="alertdialog" aria-label={l.setBackTitle}>
      <strong>{l.setBackTitle}</strong>
      <p>{l.setBackText(devices)}</p>
      <div className="alarm-actions">
        <button type="button" className="first" disabled={busy} onClick={() => void setBack()}>
          {l.setBackYes}
        </button>
        <button type="button" onClick={() => setAsking(false)}>
          {l.cancel}
        </button>
      </div>
    </div>
  )
}
