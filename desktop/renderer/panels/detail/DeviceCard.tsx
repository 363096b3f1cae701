import { useState } from 'react'
import { deviceKinds } from '#models/devices/index.ts'
import { type Device, isItsOwn } from '#shared/world/devices.ts'
import { ago } from '../../i18n/format.ts'
import { useSpeech } from '../../i18n/language.ts'
import { nameOfKind, valueInWords } from '../../store/describe.ts'
import { askToHandle } from '../../store/handling.ts'
import { isStale } from '../../store/heard.ts'
import { useCenter, useNow, useSelection, useSubject } from '../../store/hooks.ts'
import { moveOnMap } from '../../store/moving-device.ts'
import { followDevice, selectDevice } from '../../store/selection.ts'
import { chooseTrack, lastHours } from '../../store/tracks.ts'
import { trace } from '../../store/trends.ts'
import { say } from '../../theme/notice.ts'
import { AssetLines } from './AssetLines.tsx'
import { Control } from './control/Control.tsx'
import { DeviceHistory } from './DeviceHistory.tsx'
import { Trend } from './Trend.tsx'

interface DeviceCardProps {
  device: Device
  /** The metric that an alarm is about. */
  about: string | undefined
}

/** A device: what it measures now, and how that came to be. */
export function DeviceCard({ device, about }: DeviceCardProps) {
  const { t, language } = useSpeech()
  const center = useCenter()
  const { world } = center
  const now = useNow()
  useSubject('values')
  const kind = deviceKinds.get(device.kind)
  const following = useSelection((s) => s.following === device.device)
  const latest = world.latest(device.device)
  // What is away may be otherwise by now.
  const stale = latest && (device.link === 'offline' || isStale(device.kind, latest[0], now))
  const values = latest ? shownValues(latest[1], kind?.moves !== undefined) : []
  // An event, or silence, is about none.
  const [wanted, setTraced] = useState(about || undefined)
  const traced = wanted ?? values[0]?.[0]
  const addToTrends = (metric: string) => {
    const name = `${device.name} · ${kind?.metrics[metric]?.name[language] ?? metric}`
    if (trace(device.device, metric)) say('good', t.trends.added(name))
    else say('bad', t.trends.full)
  }
  const lookBack = () => {
    if (!chooseTrack(device.device, lastHours(center.now(), 2))) say('bad', t.tracks.full)
  }
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
        {kind?.moves && center.may('tracks.see') && (
          <button type="button" onClick={lookBack}>
            {t.tracks.ofDevice}
          </button>
        )}
        {center.may('devices.manage') && (
          <button type="button" onClick={() => moveOnMap(device.device)}>
            {t.scene.move.title}
          </button>
        )}
        {center.may('rules.manage') && (
          <button type="button" onClick={() => askToHandle({ what: 'service', device: device.device })}>
            {t.handling.actions.service}
          </button>
        )}
      </div>
      {device.recorded && latest && !isItsOwn(device, latest[0]) && (
        <p className="recorded" role="note">
          {device.recorded.playing
            ? t.detail.recordedNow(device.recorded.file)
            : t.detail.recorded(device.recorded.file)}
        </p>
      )}
      <div className={`readings${stale ? ' stale' : ''}`}>
        {latest ? (
          values.map(([metric, value]) => (
            <button
              key={metric}
              type="button"
              aria-pressed={metric === traced}
              title={t.trend.title(kind?.metrics[metric]?.name[language] ?? metric)}
              onClick={() => setTraced(metric)}
            >
              <span>{kind?.metrics[metric]?.name[language] ?? metric}</span>
              <strong>{valueInWords(value, kind?.metrics[metric], language)}</strong>
            </button>
          ))
        ) : (
          <span className="dim">{t.detail.noReading}</span>
        )}
        {latest && <small className="dim">{t.detail.age(ago(t, latest[0], now))}</small>}
      </div>
      {traced !== undefined && (
        <>
          <Trend key={traced} device={device.device} kind={kind} metric={traced} />
          <div className="card-actions">
            <button type="button" onClick={() => addToTrends(traced)}>
              {t.trends.toTrends}
            </button>
          </div>
        </>
      )}
      {kind && <Control device={device} kind={kind} />}
      <dl>
        <dt>{t.detail.device}</dt>
        <dd>
          {nameOfKind(device.kind)[language]} · {device.device}
        </dd>
        {device.plate && (
          <>
            <dt>{t.detail.plate}</dt>
            <dd>{device.plate}</dd>
          </>
        )}
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
      <AssetLines device={device} />
      <DeviceHistory device={device.device} kind={kind} />
    </div>
  )
}

/** Where something that moves is, the scene shows better than two long numbers. */
function shownValues(values: Record<string, number>, moves: boolean): [string, number][] {
  return Object.entries(values).filter(([metric]) => !moves || (metric !== 'lon' && metric !== 'lat'))
}
