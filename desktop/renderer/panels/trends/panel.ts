import type { Panel } from '../panel.ts'
import { TrendsPanel } from './TrendsPanel.tsx'

export const trendsPanel: Panel = {
  id: 'trends',
  title: (t) => t.panels.trends,
  Show: TrendsPanel,
  comes: { side: 'below', of: 'scene' },
  least: { width: 260, height: 220 },
  needs: 'devices.see',
}
