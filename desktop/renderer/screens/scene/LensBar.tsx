import { useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import { useSpeech } from '../../i18n/language.ts'
import { Outlining, showOutline } from '../../scene/measure/outlining.ts'
import { useCenter, useSubject } from '../../store/hooks.ts'
import { admits, clearLens, drawArea, isNarrowed, lens, openMap, startDrawing } from '../../store/lens.ts'
import { thematicMaps } from '../../store/maps/index.ts'
import { spotOf } from '../../store/maps/thing.ts'
import { useScene } from './scene-context.ts'

/** Through a thematic map one does not see all: the scene says so, what of the alarms one does not see, and how to leave. */
export function LensBar() {
  const { t, language } = useSpeech()
  const { stage } = useScene()
  const { world } = useCenter()
  const seen = useStore(lens)
  const { map: id, area, drawing } = seen
  const map = id === undefined ? undefined : thematicMaps.get(id)
  const narrowed = isNarrowed(seen)
  const alarms = useSubject('alarms')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for what is in the table
  const unseen = useMemo(() => {
    if (!narrowed) return 0
    return world.calling.filter((alarm) => {
      if (alarm.state !== 'unacknowledged') return false
      const device = world.get('devices', alarm.device)
      return !device || !admits(seen, device, alarm.grade, () => spotOf(device, world))
    }).length
  }, [world, narrowed, seen, alarms])

  useEffect(() => {
    if (!drawing) return
    const outlining = new Outlining(stage, drawArea, () => startDrawing(false))
    const release = stage.use(outlining)
    const key = (event: KeyboardEvent) => event.key === 'Enter' && startDrawing(false)
    addEventListener('keydown', key)
    return () => {
      removeEventListener('keydown', key)
      release()
      outlining.close()
    }
  }, [stage, drawing])
  useEffect(() => (area && !drawing ? showOutline(stage, area) : undefined), [stage, area, drawing])

  if (!map) return null
  const words = t.maps
  return (
    <div className="scene-lens" role="status">
      <strong>{words.shown(map.name[language])}</strong>
      {drawing ? (
        <>
          <span>{words.drawHint}</span>
          <button type="button" onClick={() => startDrawing(false)}>
            {words.drawn}
          </button>
        </>
      ) : (
        <>
          {unseen > 0 && <span className="scene-lens-unseen">{words.hiddenAlarms(unseen)}</span>}
          {narrowed && (
            <button type="button" onClick={clearLens}>
              {words.clear}
            </button>
          )}
          <button type="button" onClick={() => openMap(undefined)}>
            {words.leave}
          </button>
        </>
      )}
    </div>
  )
}
