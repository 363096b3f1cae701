import { useMemo, useState } from 'react'
import { deviceKinds } from '#models/devices/index.ts'
import { useSpeech } from '../../i18n/language.ts'
import { useCenter, useSelection, useSubject } from '../../store/hooks.ts'
import { placeName } from '../../store/place-name.ts'
import { useDevicesFound } from '../../store/search/use-devices-found.ts'
import { useSite } from '../../store/site.ts'
import { isTraced, type Trends, trace, untrace } from '../../store/trends.ts'

const MOST = 12

/** Finds a device and offers what it measures: a click draws it, another takes it away. */
export function Picker({ state, isFull }: { state: Trends; isFull: boolean }) {
  const { t, language } = useSpeech()
  const words = t.trends
  const { world } = useCenter()
  const site = useSite()
  const devices = useSubject('devices')
  const chosen = useSelection((s) => s.device)
  const [typed, setTyped] = useState('')
  const found = useDevicesFound(typed.trim(), MOST)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for what is in the table
  const offered = useMemo(() => {
    if (found) return found.map(({ id }) => id)
    // Before anything is typed: what is chosen on the screen, and a few besides.
    const some: string[] = chosen === undefined ? [] : [chosen]
    for (const id of world.world.devices.ids()) {
      if (some.length >= MOST) break
      if (id !== chosen && metricsOf(world.get('devices', id)?.kind).length > 0) some.push(id)
    }
    return some
  }, [found, chosen, world, devices])
  const lines = offered.flatMap((id) => {
    const device = world.get('devices', id)
    return device && metricsOf(device.kind).length > 0 ? [device] : []
  })
  return (
    <search className="trends-picker">
      <input
        type="search"
        value={typed}
        maxLength={100}
        placeholder={words.find}
        aria-label={words.find}
        onChange={({ target }) => setTyped(target.value)}
      />
      {isFull && <p role="status">{words.full}</p>}
      {lines.length === 0 && <p>{words.noneFound}</p>}
      <ul>
        {lines.map((device) => (
          <li key={device.device}>
            <span className="trends-device" title={device.name}>
              {device.name}
            </span>
            <small title={placeName(site, device.place, t)}>{placeName(site, device.place, t)}</small>
            <span className="trends-metrics">
              {metricsOf(device.kind).map(([metric, name]) => {
                const isOn = isTraced(state, device.device, metric)
                return (
                  <button
                    key={metric}
                    type="button"
                    aria-pressed={isOn}
                    aria-label={words.addOne(device.name, name[language])}
                    disabled={isFull && !isOn}
                    onClick={() => (isOn ? untrace(device.device, metric) : trace(device.device, metric))}
                  >
                    {name[language]}
                  </button>
                )
              })}
            </span>
          </li>
        ))}
      </ul>
      {!found && lines.length > 0 && <p>{words.suggested}</p>}
    </search>
  )
}

/** Where something that moves is, a curve does not tell. */
function metricsOf(kind: string | undefined) {
  const known = deviceKinds.get(kind ?? '')
  return Object.entries(known?.metrics ?? {})
    .filter(([metric]) => !known?.moves || (metric !== 'lon' && metric !== 'lat'))
    .map(([metric, { name }]) => [metric, name] as const)
}
