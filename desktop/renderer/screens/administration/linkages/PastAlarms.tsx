import { Button } from 'antd'
import type { Grade } from '#shared/world/alarm-record.ts'
import { useAdminTexts } from '../../../i18n/admin/speech.ts'
import { dateTime } from '../../../i18n/format.ts'
import { useSpeech } from '../../../i18n/language.ts'
import { useCenter } from '../../../store/hooks.ts'
import { placeName } from '../../../store/place-name.ts'
import { useSite } from '../../../store/site.ts'

export interface Reviewed {
  alarms: { alarm: string; at: number; device: string; grade: Grade; place: string; told: number; cameras: number }[]
  count: number
  cut: boolean
}

const SHOWN = 30

/** Past alarms that would have called it; one click says what would have been told. */
export function PastAlarms({ past, span, look }: { past: Reviewed; span: string; look(device: string): void }) {
  const { t } = useSpeech()
  const l = useAdminTexts().linkages
  const { world } = useCenter()
  const site = useSite()
  return (
    <>
      <p role="status">
        <strong>{l.wouldCall(past.count, span)}</strong>
        {past.cut && <span className="wrong"> {l.cut}</span>}
      </p>
      <ul className="linkage-past">
        {past.alarms.slice(0, SHOWN).map(({ alarm, at, device, place, told, cameras }) => (
          <li key={alarm}>
            <time>{dateTime(at)}</time>
            <span>{world.get('devices', device)?.name ?? device}</span>
            <span className="dim">{placeName(site, place, t)}</span>
            <Button size="small" type="link" onClick={() => look(device)}>
              {l.toldOf(told, cameras)}
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}
