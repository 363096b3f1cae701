import type { Panel } from '../panel.ts'
import { HelpersPanel } from './HelpersPanel.tsx'

export const helpersPanel: Panel = {
  id: 'helpers',
  title: (t) => t.panels.helpers,
  Show: HelpersPanel,
  comes: { side: 'within', of: 'alarms' },
  least: { width: 200, height: 100 },
  needs: 'devices.see',
}
