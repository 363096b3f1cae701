import type { Panel } from '../panel.ts'
import { DetailPanel } from './DetailPanel.tsx'

export const detailPanel: Panel = {
  id: 'detail',
  title: (t) => t.panels.detail,
  Show: DetailPanel,
  comes: { side: 'right', of: 'scene' },
  least: { width: 260, height: 160 },
  stays: true,
  // On a wall the stage itself says what is chosen.
  on: ['desk'],
  needs: 'devices.see',
}
