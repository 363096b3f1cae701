import { useMemo } from 'react'
import { deviceKinds } from '#models/devices/index.ts'
import { metresText } from '../i18n/format.ts'
import { useSpeech } from '../i18n/language.ts'
import { useCenter, useSubject } from '../store/hooks.ts'
import { nearest, type Spot } from '../store/near.ts'
import { selectDevice } from '../store/selection.ts'
import './camera-list.css'

/** Metres within which a camera is worth a look. */
const REACH = 150

/** The cameras by which one sees a spot, the best first. */
export function CameraList({ spot, most }: { spot: Spot; most: number }) {
  const { t } = useSpeech()
  const { world } = useCenter()
  const devices = useSubject('devices')
  const { position, place } = spot
  const { lon, lat, height } = position
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for what is in the table
  const found = useMemo(() => {
    const cameras = [...world.world.devices.values()].filter(({ kind }) => deviceKinds.get(kind)?.looks)
    return nearest({ position: { lon, lat, height }, place }, cameras, world, most, REACH)
  }, [world, devices, lon, lat, height, place, most])
  if (found.length === 0) return <p className="dim">{t.cameras.none}</p>
  return (
    <ul className="camera-list">
      {found.map(({ device, metres, sees }) => (
        <li key={device.device}>
          <button type="button" onClick={() => selectDevice(device.device, true)}>
            <span className="camera-name">{device.name}</span>
            {device.link === 'offline' && <span className="camera-off">{t.cameras.off}</span>}
            {sees && device.link !== 'offline' && <span className="camera-sees">{t.cameras.sees}</span>}
            <span className="dim">{metresText(metres)}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
