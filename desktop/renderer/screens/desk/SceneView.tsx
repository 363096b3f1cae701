import { useEffect, useRef, useState } from 'react'
import { useSpeech } from '../../i18n/language.ts'
import type { PlaceNotice } from '../../layers/layer.ts'
import type { Picked } from '../../scene/globe/globe.ts'
import { countUnheard } from '../../store/heard.ts'
import { useCenter, useSlowNow, useSubject } from '../../store/hooks.ts'
import { selectAlarm, selectDevice } from '../../store/selection.ts'
import type { Place } from '../../store/site.ts'
import type { StartedScene } from './start-scene.ts'

type SceneState = 'loading' | 'ready' | 'failed'

/** The stage. Where WebGL is missing it says so, and all else goes on. */
export function SceneView({ place, failed }: { place: Place | undefined; failed: boolean }) {
  const { t } = useSpeech()
  const { world, address } = useCenter()
  const host = useRef<HTMLDivElement>(null)
  const scene = useRef<StartedScene | undefined>(undefined)
  const [state, setState] = useState<SceneState>('loading')
  const [notice, setNotice] = useState<PlaceNotice>()

  useEffect(() => {
    const element = host.current
    if (!place || !element) return
    let open = true
    const start = async () => {
      const { startScene } = await import('./start-scene.ts')
      if (!open) return
      const picked = (found: Picked | undefined) => {
        if (found?.kind === 'alarm') selectAlarm(found.id, false)
        else if (found?.kind === 'device') selectDevice(found.id)
      }
      scene.current = startScene(element, place, world, { address, picked, notice: setNotice })
      setState('ready')
    }
    start().catch(() => open && setState('failed'))
    return () => {
      open = false
      scene.current?.close()
      scene.current = undefined
    }
  }, [address, place, world])

  return (
    <div className="scene" data-scene={state} data-place={notice ?? 'whole'}>
      <div className="scene-host" ref={host} />
      {failed && <Notice title={t.scene.noSite} />}
      {!failed && state === 'loading' && <Notice title={t.scene.loading} />}
      {state === 'failed' && <Notice title={t.scene.failed} hint={t.scene.failedHint} />}
      {state === 'ready' && (
        <div className="scene-tools">
          <button type="button" className="top-button" onClick={() => scene.current?.goHome()}>
            {t.top.home}
          </button>
          <Counts />
          {notice && <span className="scene-counts">{t.scene.tiles[notice]}</span>}
        </div>
      )}
    </div>
  )
}

function Notice({ title, hint }: { title: string; hint?: string }) {
  return (
    <div className="scene-notice" role="status">
      <strong>{title}</strong>
      {hint && <span>{hint}</span>}
    </div>
  )
}

function Counts() {
  const { t } = useSpeech()
  const { world } = useCenter()
  useSubject('alarms')
  const now = useSlowNow()
  const { devices, alarms } = world.world
  return (
    <span className="scene-counts">
      {t.scene.devices(devices.size)} · {t.scene.unheard(countUnheard(world, now))} · {t.scene.alarms(alarms.size)}
    </span>
  )
}
