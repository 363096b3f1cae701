import { healthFindings } from '#models/health.ts'
import { useSpeech } from '../../i18n/language.ts'
import { useCenter, useSelection, useSubject } from '../../store/hooks.ts'
import { selectNothing } from '../../store/selection.ts'
import { Around } from './Around.tsx'
import { AlarmCard, AlarmFollowed } from './alarm/AlarmCard.tsx'
import { EndedCard } from './alarm/EndedCard.tsx'
import { DeviceCard } from './DeviceCard.tsx'
import { DeviceNow } from './DeviceNow.tsx'
import { MissingCard } from './MissingCard.tsx'
import { PlaceCard } from './PlaceCard.tsx'
import './detail.css'

/** The card of what is chosen: an alarm with its device, a device alone, or a place. */
export function DetailPanel() {
  const { t } = useSpeech()
  const { world } = useCenter()
  useSubject('alarms')
  useSubject('devices')
  const { alarm: alarmId, device: deviceId, place } = useSelection((s) => s)
  const alarm = alarmId === undefined ? undefined : world.get('alarms', alarmId)
  // One that ended a moment ago still leads to its device.
  const ended = world.justClosed.find((closed) => closed.alarm.alarm === alarmId)
  const about = alarm ?? ended?.alarm
  // It hangs on one of many devices: the place is what it is about.
  const ofPlace = about?.group !== undefined && Object.hasOwn(healthFindings, about.rule) ? about.group : undefined
  const device = world.get('devices', about?.device ?? deviceId ?? '')
  return (
    <aside className="detail">
      <button type="button" className="detail-close" aria-label={t.detail.close} onClick={selectNothing}>
        ×
      </button>
      {alarm && <AlarmCard key={alarm.alarm} alarm={alarm} device={device} />}
      {/* What it is like there now before what followed from it; what the device is comes last. */}
      {alarm && device && ofPlace === undefined && (
        <div className="card">
          <DeviceNow key={`${device.device} ${alarm.metric}`} device={device} about={alarm.metric} />
        </div>
      )}
      {alarm && <AlarmFollowed key={`${alarm.alarm} followed`} alarm={alarm.alarm} />}
      {!alarm && ended && <EndedCard key={ended.alarm.alarm} closed={ended} />}
      {alarmId !== undefined && !alarm && !ended && <MissingCard kind="alarm" id={alarmId} />}
      {ofPlace !== undefined && <PlaceCard place={ofPlace} />}
      {device && ofPlace === undefined && (
        <DeviceCard key={`${device.device} ${about?.metric}`} device={device} about={about?.metric} isBelow={!!alarm} />
      )}
      {deviceId !== undefined && !device && <MissingCard kind="device" id={deviceId} />}
      {place !== undefined && <PlaceCard place={place} />}
      {(alarmId ?? deviceId ?? place) !== undefined && <Around />}
    </aside>
  )
}
