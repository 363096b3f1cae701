import { alarmsPanel } from './alarms/panel.ts'
import { detailPanel } from './detail/panel.ts'
import { devicesPanel } from './devices/panel.ts'
import { mapsPanel } from './maps/panel.ts'
import type { Panel } from './panel.ts'

/** Every panel there is, in the order in which they are offered. */
export const panels: readonly Panel[] = [alarmsPanel, detailPanel, devicesPanel, mapsPanel]
