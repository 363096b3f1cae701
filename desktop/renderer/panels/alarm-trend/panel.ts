import type { Panel } from '../panel.ts'
import { AlarmTrendPanel } from './AlarmTrendPanel.tsx'

export const alarmTrendPanel: Panel = {
  id: 'alarm-trend',
  title: (t) => t.panels['alarm-trend'],
  Show: AlarmTrendPanel,
  comes: { side: 'within', of: 'alarms' },
  least: { width: 200, height: 100 },
  needs: 'alarms.see',
}
