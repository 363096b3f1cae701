import type { Panel } from '../panel.ts'
import { DevicesPanel } from './DevicesPanel.tsx'

export const devicesPanel: Panel = {
  id: 'devices',
  title: (t) => t.panels.devices,
  Show: DevicesPanel,
  comes: { side: 'below', of: 'scene' },
  least: { width: 260, height: 160 },
  needs: 'devices.see',
}
