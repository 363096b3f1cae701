import type { Panel } from '../panel.ts'
import { MapsPanel } from './MapsPanel.tsx'

export const mapsPanel: Panel = {
  id: 'maps',
  title: (t) => t.panels.maps,
  Show: MapsPanel,
  comes: { side: 'within', of: 'alarms' },
  least: { width: 260, height: 200 },
  needs: 'devices.see',
}
