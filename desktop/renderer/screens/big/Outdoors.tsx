import { useMemo } from 'react'
import { deviceKinds } from '#models/devices/index.ts'
import { useSpeech } from '../../i18n/language.ts'
import { nameOfKind, withUnit } from '../../store/describe.ts'
import { isStale } from '../../store/heard.ts'
import { useCenter, useSlowNow, useSubject } from '../../store/hooks.ts'

const SHOWN = ['temperature', 'wind', 'rain'] as const

/** What the weather station measures, for it decides what smoke, gas and water will do. Nothing when it is silent. */
export function Outdoors() {
  const { language } = useSpeech()
  const { world } = useCenter()
  const now = useSlowNow()
  const devices = useSubject('devices')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for what is in the table
  const stations = useMemo(
    () => [...world.world.devices.values()].filter(({ kind }) => deviceKinds.get(kind)?.tells === 'weather'),
    [world, devices],
  )
  const station = stations.find(({ device, kind }) => {
    const latest = world.latest(device)
    return latest !== undefined && !isStale(kind, latest[0], now)
  })
  const values = station && world.latest(station.device)?.[1]
  const metrics = station && deviceKinds.get(station.kind)?.metrics
  if (!values || !metrics) return null
  return (
    <span className="big-outdoors" title={nameOfKind(station.kind)[language]}>
      {SHOWN.map((metric) => {
        const [value, known] = [values[metric], metrics[metric]]
        return value === undefined || !known ? null : (
          <span key={metric}>
            <small>{known.name[language]}</small> {withUnit(value, known)}
          </span>
        )
      })}
    </span>
  )
}
