import { useState } from 'react'
import { deviceKinds } from '#models/devices/index.ts'
import { type Device, isItsOwn } from '#shared/world/devices.ts'
import { ago } from '../../i18n/format.ts'
import { useSpeech } from '../../i18n/language.ts'
import { valueInWords } from '../../store/describe.ts'
import { isStale } from '../../store/heard.ts'
import { useCenter, useNow, useSubject } from '../../store/hooks.ts'
import { trace } from '../../store/trends.ts'
import { say } from '../../theme/notice.ts'
import { Trend } from './Trend.tsx'

interface DeviceNowProps {
  device: Device
  /** The metric that an alarm is about. */
  about: string | undefined
}

/** What a device measures now, and how that came to be. */
export function DeviceNow({ device, about }: DeviceNowProps) {
  const { t, language } = useSpeech()
  const { world } = useCenter()
  const now = useNow()
  useSubject('values')
  const kind = deviceKinds.get(device.kind)
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
  return (
    <>
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
    </>
  )
}

/** Where something that moves is, the scene shows better than two long numbers. */
function shownValues(values: Record<string, number>, moves: boolean): [string, number][] {
  return Object.entries(values).filter(([metric]) => !moves || (metric !== 'lon' && metric !== 'lat'))
}
