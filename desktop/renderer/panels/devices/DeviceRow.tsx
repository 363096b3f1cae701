import { deviceKinds } from '#models/devices/index.ts'
import { useSpeech } from '../../i18n/language.ts'
import { valueInWords } from '../../store/describe.ts'
import { stateNames, stateOf } from '../../store/device-state.ts'
import { useCenter } from '../../store/hooks.ts'
import { selectDevice } from '../../store/selection.ts'
import { GradeMark } from '../../theme/GradeMark.tsx'
import type { DeviceLine } from './lines.ts'

interface DeviceRowProps {
  line: DeviceLine
  top: number
  height: number
  chosen: boolean
}

/** A device in one line. A click goes there. */
export function DeviceRow({ line: { device, kind, where, condition }, top, height, chosen }: DeviceRowProps) {
  const { t, language } = useSpeech()
  const { world } = useCenter()
  const state = stateOf(condition)
  const known = deviceKinds.get(device.kind)
  // The first metric of a kind is the one that it is there for.
  const [metric] = Object.entries(known?.metrics ?? {})
  const value = metric && world.latest(device.device)?.[1][metric[0]]
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list around it takes the keys
    // biome-ignore lint/a11y/useFocusableInteractive: focus stays on the list
    <div
      className={`device-row${chosen ? ' chosen' : ''}`}
      role="option"
      aria-selected={chosen}
      id={`device-${device.device}`}
      style={{ transform: `translateY(${top}px)`, height }}
      onClick={() => selectDevice(device.device, true)}
    >
      <span className={`device-state is-${state}`}>
        {typeof condition === 'number' ? <GradeMark grade={condition} size={13} /> : <i />}{' '}
        {typeof condition === 'number' ? t.grade[condition] : stateNames[state][language]}
      </span>
      <span className="device-name" title={device.name}>
        {device.name}
      </span>
      <span className="device-kind" title={kind}>
        {kind}
      </span>
      <span className="device-where" title={where}>
        {where}
      </span>
      <span className={`device-value${state === 'unknown' || state === 'away' ? ' stale' : ''}`}>
        {metric && value !== undefined && !known?.moves && valueInWords(value, metric[1], language)}
      </span>
    </div>
  )
}
