import type { Panel } from '../../panels/panel.ts'
import { KeepPanel } from '../KeepPanel.tsx'
import { SceneView } from '../scene/SceneView.tsx'
import { scenePanel } from '../scene/scene-panel.ts'
import { StageCard } from './StageCard.tsx'

/** The scene of a wall, with the alarm that has the stage written over it. */
function BigStage() {
  return (
    <>
      <KeepPanel>
        <SceneView />
      </KeepPanel>
      <StageCard />
    </>
  )
}

export const bigStagePanel: Panel = { ...scenePanel, Show: BigStage }
