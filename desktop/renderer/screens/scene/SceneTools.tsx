import { useCallback, useMemo, useState } from 'react'
import { useSpeech } from '../../i18n/language.ts'
import { useCommands } from '../../store/commands.ts'
import { BookmarkTool } from './BookmarkTool.tsx'
import { MeasureTool } from './MeasureTool.tsx'
import { QualityTool } from './QualityTool.tsx'
import { SkyTool } from './SkyTool.tsx'
import { useScene, useStage } from './scene-context.ts'
import { ToolButton } from './ToolButton.tsx'
import { usePicture } from './use-picture.ts'

type Drawer = 'measure' | 'sky' | 'bookmark' | 'quality'
const DRAWERS: Record<Drawer, (wish: { close(): void }) => React.ReactNode> = {
  measure: MeasureTool,
  sky: SkyTool,
  bookmark: BookmarkTool,
  quality: QualityTool,
}

/** The camera and what one does with the place, along the right edge of the scene. */
export function SceneTools() {
  const { t } = useSpeech()
  const { stage } = useScene()
  const [open, setOpen] = useState<Drawer>()
  const heading = useStage((s) => s.heading)
  const canReturn = useStage((s) => s.canReturn)
  const cruising = useStage((s) => s.cruising)
  const words = t.scene.tools
  const picture = usePicture()
  const toggle = (drawer: Drawer) => () => setOpen(open === drawer ? undefined : drawer)
  const close = useCallback(() => setOpen(undefined), [])
  const named = t.commands
  useCommands(
    useMemo(
      () => [
        { id: 'home', name: named.home, key: 'H', run: () => stage.goHome() },
        { id: 'north', name: named.north, key: 'N', run: () => stage.camera.faceNorth() },
        { id: 'tilt', name: named.tilt, key: 'T', run: () => stage.camera.tilt() },
        { id: 'cruise', name: named.cruise, run: () => stage.cruise(!stage.state.getState().cruising) },
      ],
      [stage, named],
    ),
  )
  const Shown = open && DRAWERS[open]
  const zoom = (factor: number) => {
    stage.rig.zoom(factor, undefined, stage.size.width, stage.size.height)
    stage.wake()
  }
  return (
    <>
      <div className="scene-tools" role="toolbar" aria-label={words.title} aria-orientation="vertical">
        {canReturn && <ToolButton icon="back" label={words.back} onClick={() => void stage.focus.goBack()} />}
        <ToolButton icon="home" label={words.home} onClick={() => stage.goHome()} />
        <ToolButton icon="north" label={words.north} turn={-heading} onClick={() => stage.camera.faceNorth()} />
        <ToolButton icon="tilt" label={words.tilt} onClick={() => stage.camera.tilt()} />
        <ToolButton icon="plus" label={words.nearer} onClick={() => zoom(0.6)} />
        <ToolButton icon="minus" label={words.farther} onClick={() => zoom(1 / 0.6)} />
        <hr />
        <ToolButton icon="measure" label={words.measure} pressed={open === 'measure'} onClick={toggle('measure')} />
        <ToolButton icon="sky" label={words.sky} pressed={open === 'sky'} onClick={toggle('sky')} />
        <ToolButton icon="bookmark" label={words.bookmark} pressed={open === 'bookmark'} onClick={toggle('bookmark')} />
        <ToolButton
          icon="picture"
          label={t.recorded.picture.button}
          onClick={() => void (picture.busy || picture.take())}
        />
        <ToolButton icon="cruise" label={words.cruise} pressed={cruising} onClick={() => stage.cruise(!cruising)} />
        <ToolButton icon="quality" label={words.quality} pressed={open === 'quality'} onClick={toggle('quality')} />
      </div>
      {Shown && (
        <div className="scene-drawer">
          <Shown close={close} />
        </div>
      )}
    </>
  )
}
