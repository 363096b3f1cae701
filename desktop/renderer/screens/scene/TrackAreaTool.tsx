import { useEffect } from 'react'
import { useStore } from 'zustand'
import { useSpeech } from '../../i18n/language.ts'
import { Outlining, showOutline } from '../../scene/measure/outlining.ts'
import { drawTrackArea, startTrackArea, tracks } from '../../store/tracks.ts'
import { useScene } from './scene-context.ts'

/** The area in which one looks for tracks, drawn in the scene by hand. */
export function TrackAreaTool() {
  const { t } = useSpeech()
  const { stage } = useScene()
  const drawing = useStore(tracks, (s) => s.drawing)
  const area = useStore(tracks, (s) => s.area)
  useEffect(() => {
    if (!drawing) return
    const outlining = new Outlining(stage, drawTrackArea, () => startTrackArea(false))
    const release = stage.use(outlining)
    const key = (event: KeyboardEvent) => event.key === 'Enter' && startTrackArea(false)
    addEventListener('keydown', key)
    return () => {
      removeEventListener('keydown', key)
      release()
      outlining.close()
    }
  }, [stage, drawing])
  useEffect(() => (area && !drawing ? showOutline(stage, area, 'track-area') : undefined), [stage, area, drawing])
  if (!drawing) return null
  return (
    <div className="scene-lens" role="status">
      <span>{t.tracks.drawHint}</span>
      <button type="button" onClick={() => startTrackArea(false)}>
        {t.tracks.drawDone}
      </button>
    </div>
  )
}
