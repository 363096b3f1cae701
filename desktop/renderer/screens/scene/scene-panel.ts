import type { Panel } from '../../panels/panel.ts'
import { SceneView } from './SceneView.tsx'

/** The stage stands among the panels as one of them. */
export const scenePanel: Panel = {
  id: 'scene',
  title: (t) => t.panels.scene,
  Show: SceneView,
  comes: { side: 'right', of: 'alarms' },
  least: { width: 320, height: 240 },
  stays: true,
  alone: true,
  needs: 'place.see',
}
