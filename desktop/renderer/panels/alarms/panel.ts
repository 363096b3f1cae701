import type { Panel } from '../panel.ts'
import { AlarmPanel } from './AlarmPanel.tsx'

export const alarmsPanel: Panel = {
  id: 'alarms',
  title: (t) => t.panels.alarms,
  Show: AlarmPanel,
  comes: { side: 'left', of: 'scene' },
  least: { width: 260, height: 160 },
  needs: 'alarms.see',
}
