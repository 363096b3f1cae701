import { useState } from 'react'
import { reopenAlarm } from '#shared/contract/alarms.ts'
import { clockTime } from '../../../i18n/format.ts'
import { useSpeech } from '../../../i18n/language.ts'
import { endedHow } from '../../../store/alarm-state.ts'
import { AskError } from '../../../store/ask.ts'
import { describeAlarm } from '../../../store/describe.ts'
import { useCenter } from '../../../store/hooks.ts'
import { placeName } from '../../../store/place-name.ts'
import { useSite } from '../../../store/site.ts'
import type { ClosedAlarm } from '../../../store/world-store.ts'
import { GradeMark } from '../../../theme/GradeMark.tsx'
import { say } from '../../../theme/notice.ts'
import { Course } from './Course.tsx'
import { Linkages } from './Linkages.tsx'
import { Told } from './Told.tsx'

/** An alarm that is over: how it ended, all that was done, and the way back where its case was closed too early. */
export function EndedCard({ closed }: { closed: ClosedAlarm }) {
  const { t, language } = useSpeech()
  const center = useCenter()
  const site = useSite()
  const [busy, setBusy] = useState(false)
  const { alarm, at } = closed
  const reopen = async () => {
    setBusy(true)
    try {
      await center.ask(reopenAlarm, { alarm: alarm.alarm })
      say('good', t.handling.reopened)
    } catch (error) {
      say('bad', t.errors[error instanceof AskError ? error.code : 'internal'])
    }
    setBusy(false)
  }
  return (
    <div className="card missing">
      <h2>
        <GradeMark grade={alarm.grade} hollow size={26} />
        {describeAlarm(alarm, center.world.get('devices', alarm.device)?.kind, language).title}
      </h2>
      <p>
        <strong>{placeName(site, alarm.place, t)}</strong>
      </p>
      <p>{endedHow(closed, clockTime(at), t)}</p>
      {closed.how === 'alarm:closed' && center.may('alarms.handle') && (
        <div className="alarm-actions">
          <button type="button" disabled={busy} onClick={() => void reopen()}>
            {t.handling.reopen}
          </button>
        </div>
      )}
      <Linkages alarm={alarm.alarm} />
      <Told alarm={alarm.alarm} />
      <Course alarm={alarm.alarm} startsOpen />
    </div>
  )
}
