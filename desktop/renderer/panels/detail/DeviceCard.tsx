import { deviceKinds } from '#models/devices/index.ts'
import type { Device } from '#shared/world/devices.ts'
import { useSpeech } from '../../i18n/language.ts'
import { nameOfKind } from '../../store/describe.ts'
import { askToHandle } from '../../store/handling.ts'
import { useCenter, useSelection } from '../../store/hooks.ts'
import { moveOnMap } from '../../store/moving-device.ts'
import { followDevice, selectDevice } from '../../store/selection.ts'
import { chooseTrack, lastHours } from '../../store/tracks.ts'
import { say } from '../../theme/notice.ts'
import { AssetLines } from './AssetLines.tsx'
import { Control } from './control/Control.tsx'
import { DeviceHistory } from './DeviceHistory.tsx'
import { DeviceNow } from './DeviceNow.tsx'

interface DeviceCardProps {
  device: Device
  /** The metric that an alarm is about. */
  about: string | undefined
  /** What it measures now stands above already. */
  isBelow?: boolean
}

/** A device: what it measures now, what it can be told, and what it is. */
export function DeviceCard({ device, about, isBelow = false }: DeviceCardProps) {
  const { t, language } = useSpeech()
  const center = useCenter()
  const kind = deviceKinds.get(device.kind)
  const following = useSelection((s) => s.following === device.device)
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
      {!isBelow && <DeviceNow device={device} about={about} />}
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
