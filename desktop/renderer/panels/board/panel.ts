import type { Panel } from '../panel.ts'
import { BoardPanel } from './BoardPanel.tsx'

export const boardPanel: Panel = {
  id: 'board',
  title: (t) => t.panels.board,
  Show: BoardPanel,
  comes: { side: 'within', of: 'alarms' },
  least: { width: 200, height: 120 },
  needs: 'alarms.see',
}
