import type { Panel } from '../panel.ts'
import { EventsPanel } from './EventsPanel.tsx'

export const eventsPanel: Panel = {
  id: 'events',
  title: (t) => t.panels.events,
  Show: EventsPanel,
  comes: { side: 'within', of: 'alarms' },
  least: { width: 240, height: 120 },
  needs: 'history.see',
}
