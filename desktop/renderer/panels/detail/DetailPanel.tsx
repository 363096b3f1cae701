import { useState } from 'react'
import { deviceKinds } from '#models/devices/index.ts'
import type { Alarm } from '#shared/world/alarms.ts'
import type { Device } from '#shared/world/devices.ts'
import { ago, clockTime, shortTime } from '../../i18n/format.ts'
import { useSpeech } from '../../i18n/language.ts'
import { useAcknowledge } from '../../store/acknowledge.ts'
import { againstLimit, describeAlarm, nameOfKind, withUnit } from '../../store/describe.ts'
import { isStale } from '../../store/heard.ts'
import { useCenter, useNow, useSelection, useSubject } from '../../store/hooks.ts'
import { placeName } from '../../store/place-name.ts'
import { followDevice, selectDevice, selectNothing } from '../../store/selection.ts'
import { useSite } from '../../store/site.ts'
import { GradeMark } from '../../theme/GradeMark.tsx'
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
  const device = world.get('devices', (alarm ?? ended?.alarm)?.device ?? deviceId ?? '')
  return (
    <aside className="detail">
      <button type="button" className="detail-close" aria-label={t.detail.close} onClick={selectNothing}>
        ×
      </button>
      {alarm && <AlarmCard key={alarm.alarm} alarm={alarm} device={device} />}
      {alarmId !== undefined && !alarm && <MissingCard kind={ended ? 'ended' : 'alarm'} id={alarmId} />}
      {device && <DeviceCard device={device} />}
      {deviceId !== undefined && !device && <MissingCard kind="device" id={deviceId} />}
      {place !== undefined && <PlaceCard place={place} />}
    </aside>
  )
}

function AlarmCard({ alarm, device }: { alarm: Alarm; device: Device | undefined }) {
  const { t, language } = useSpeech()
  const center = useCenter()
  const site = useSite()
  const now = useNow()
  const { acknowledge, busy } = useAcknowledge()
  const [note, setNote] = useState('')
  const described = describeAlarm(alarm, device?.kind, language)
  const { title, rule } = described
  const limit = againstLimit(alarm, described, t, language)
  return (
    <div className={`card grade-${alarm.grade}`}>
      <h2>
        <GradeMark grade={alarm.grade} hollow={alarm.state === 'acknowledged'} size={26} />
        {title}
        <small>
          {t.grade[alarm.grade]} {t.gradeWord[alarm.grade]}
        </small>
      </h2>
      <dl>
        <dt>{t.detail.where}</dt>
        <dd className="large">{placeName(site, alarm.place, t)}</dd>
        <dt>{t.detail.what}</dt>
        <dd>
          {limit && (
            <>
              {limit}
              <br />
            </>
          )}
          {t.detail.raised} {shortTime(alarm.raisedAt, now)} · {ago(t, alarm.raisedAt, now)}
          {alarm.returnedAt && (
            <>
              <br />
              {t.detail.returned} {shortTime(alarm.returnedAt, now)}
            </>
          )}
        </dd>
        <dt>{t.detail.who}</dt>
        <dd>
          {alarm.acknowledgedBy
            ? t.alarms.acknowledgedBy(
                alarm.acknowledgedBy.name ?? alarm.acknowledgedBy.id,
                clockTime(alarm.acknowledgedAt ?? alarm.raisedAt),
              )
            : t.detail.nobody}
          {alarm.note && <blockquote>{alarm.note}</blockquote>}
        </dd>
        {rule && (
          <>
            <dt>{t.detail.next}</dt>
            <dd>{rule.advice[language]}</dd>
          </>
        )}
      </dl>
      {alarm.state !== 'acknowledged' &&
        (center.may('alarms.handle') ? (
          <form
            onSubmit={(event) => {
              event.preventDefault()
              void acknowledge(alarm.alarm, note.trim() || undefined)
            }}
          >
            <input value={note} maxLength={500} placeholder={t.detail.note} onChange={(e) => setNote(e.target.value)} />
            <button type="submit" disabled={busy.has(alarm.alarm)}>
              {t.alarms.acknowledge}
            </button>
          </form>
        ) : (
          <p className="dim">{t.alarms.noPermission}</p>
        ))}
    </div>
  )
}

function DeviceCard({ device }: { device: Device }) {
  const { t, language } = useSpeech()
  const { world } = useCenter()
  const now = useNow()
  useSubject('values')
  const kind = deviceKinds.get(device.kind)
  const following = useSelection((s) => s.following === device.device)
  const latest = world.latest(device.device)
  const stale = latest && isStale(device.kind, latest[0], now)
  return (
    <div className="card">
      <h3>
        {device.name} <span className={`link ${device.link}`}>{t.link[device.link]}</span>
      </h3>
      <div className="card-actions">
        <button type="button" onClick={() => selectDevice(device.device, true)}>
          {t.place.goTo}
        </button>
        {kind?.moves && (
          <button type="button" onClick={() => followDevice(following ? undefined : device.device)}>
            {following ? t.place.unfollow : t.place.follow}
          </button>
        )}
      </div>
      <div className={`readings${stale ? ' stale' : ''}`}>
        {latest ? (
          shownValues(latest[1], kind?.moves !== undefined).map(([metric, value]) => (
            <div key={metric}>
              <span>{kind?.metrics[metric]?.name[language] ?? metric}</span>
              <strong>{withUnit(value, kind?.metrics[metric])}</strong>
            </div>
          ))
        ) : (
          <span className="dim">{t.detail.noReading}</span>
        )}
        {latest && <small className="dim">{t.detail.age(ago(t, latest[0], now))}</small>}
      </div>
      <dl>
        <dt>{t.detail.device}</dt>
        <dd>
          {nameOfKind(device.kind)[language]} · {device.device}
        </dd>
        {device.maker && (
          <>
            <dt>{t.detail.maker}</dt>
            <dd>{device.maker}</dd>
          </>
        )}
        {device.installedAt && (
          <>
            <dt>{t.detail.installed}</dt>
            <dd>{device.installedAt}</dd>
          </>
        )}
        {device.keeper && (
          <>
            <dt>{t.detail.keeper}</dt>
            <dd>{device.keeper}</dd>
          </>
        )}
      </dl>
    </div>
  )
}

/** Where something that moves is, the scene shows better than two long numbers. */
function shownValues(values: Record<string, number>, moves: boolean): [string, number][] {
  return Object.entries(values).filter(([metric]) => !moves || (metric !== 'lon' && metric !== 'lat'))
}
