import type { Panel } from '../panel.ts'
import { CamerasPanel } from './CamerasPanel.tsx'

export const camerasPanel: Panel = {
  id: 'cameras',
  title: (t) => t.panels.cameras,
  Show: CamerasPanel,
  comes: { side: 'below', of: 'scene' },
  least: { width: 200, height: 80 },
  needs: 'devices.see',
}
