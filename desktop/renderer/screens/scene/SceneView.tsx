import { useContext, useEffect, useRef, useState } from 'react'
import { useSpeech } from '../../i18n/language.ts'
import type { Loss } from '../../scene/view.ts'
import { useCenter } from '../../store/hooks.ts'
import { useScreen } from '../../store/screen.ts'
import { PlaceContext } from '../../store/site.ts'
import { ArrivalSign } from './ArrivalSign.tsx'
import { AutoTour } from './AutoTour.tsx'
import { LayerTool } from './LayerTool.tsx'
import { LensBar } from './LensBar.tsx'
import { MoveTool } from './MoveTool.tsx'
import { Reliance } from './reliance.ts'
import { SceneNotices } from './SceneNotices.tsx'
import { SceneTools } from './SceneTools.tsx'
import { StoreyBar } from './StoreyBar.tsx'
import { SceneContext } from './scene-context.ts'
import { shownScene } from './shown-scene.ts'
import type { Scene } from './start-scene.ts'
import './scene.css'

type SceneState = 'loading' | 'ready' | 'failed' | Loss

/** The stage. Where WebGL is missing it says so, and all else goes on; a graphics card that comes back brings it back. */
export function SceneView() {
  const { place, failed } = useContext(PlaceContext)
  const { t } = useSpeech()
  const center = useCenter()
  const isWall = useScreen() === 'big'
  const host = useRef<HTMLDivElement>(null)
  const [scene, setScene] = useState<Scene>()
  const [state, setState] = useState<SceneState>('loading')
  const [attempt, setAttempt] = useState(0)
  const [reliance] = useState(() => new Reliance())

  useEffect(() => {
    shownScene.setState({ stage: scene?.stage })
    return () => shownScene.setState({ stage: undefined })
  }, [scene])

  const spoken = useRef(t)
  useEffect(() => {
    spoken.current = t
    scene?.speak(t)
  }, [scene, t])

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt starts anew
  useEffect(() => {
    const element = host.current
    if (!place || !element) return
    let open = true
    let started: Scene | undefined
    let again: ReturnType<typeof setTimeout> | undefined
    const stop = () => {
      if (started) reliance.kept = { vantage: started.stage.vantage, sky: started.stage.sky.wish }
      started?.close()
      started = undefined
      setScene(undefined)
    }
    const start = async () => {
      const { startScene } = await import('./start-scene.ts')
      if (!open) return
      started = startScene(element, place, center, spoken.current)
      if (reliance.kept) {
        const { vantage, sky } = reliance.kept
        started.stage.rig.pose = vantage.pose
        started.stage.lookAt(sky)
        if (vantage.building !== undefined) void started.stage.goTo(vantage)
      }
      started.stage.onLost((why) => {
        if (!open || !started) return
        stop()
        const wait = reliance.lostAgain(performance.now())
        setState(wait === undefined ? 'failed' : why)
        if (wait !== undefined) again = setTimeout(() => setAttempt((n) => n + 1), wait)
      })
      setScene(started)
      setState('ready')
    }
    start().catch(() => {
      if (!open) return
      stop()
      setState('failed')
    })
    return () => {
      open = false
      clearTimeout(again)
      stop()
      // Out of sight for a while: back in sight it starts anew.
      setState((before) => (before === 'ready' ? 'loading' : before))
    }
  }, [center, place, attempt, reliance])

  const retry = () => {
    reliance.forgive()
    setState('loading')
    setAttempt((n) => n + 1)
  }
  return (
    <div className="scene" data-scene={state}>
      <div className="scene-host" ref={host} />
      {failed && <Notice title={t.scene.noSite} />}
      {!failed && state === 'loading' && <Notice title={t.scene.loading} />}
      {state === 'card' && <Notice title={t.scene.lost} />}
      {state === 'fault' && <Notice title={t.scene.again} />}
      {state === 'failed' && (
        <Notice title={t.scene.failed} hint={t.scene.failedHint}>
          <button type="button" className="top-button" onClick={retry}>
            {t.scene.retry}
          </button>
        </Notice>
      )}
      {scene && (
        <SceneContext.Provider value={scene}>
          <SceneNotices />
          <ArrivalSign />
          <SceneTools />
          <MoveTool />
          <LensBar />
          <LayerTool />
          <StoreyBar />
          {isWall && <AutoTour />}
        </SceneContext.Provider>
      )}
    </div>
  )
}

function Notice({ title, hint, children }: { title: string; hint?: string; children?: React.ReactNode }) {
  return (
    <div className="scene-notice" role="status">
      <strong>{title}</strong>
      {hint && <span>{hint}</span>}
      {children}
    </div>
  )
}
