import type { Panel } from '../panel.ts'
import { AttentionPanel } from './AttentionPanel.tsx'

export const attentionPanel: Panel = {
  id: 'attention',
  title: (t) => t.panels.attention,
  Show: AttentionPanel,
  comes: { side: 'within', of: 'alarms' },
  least: { width: 200, height: 100 },
  needs: 'alarms.see',
}
