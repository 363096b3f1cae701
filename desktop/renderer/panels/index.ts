import { alarmTrendPanel } from './alarm-trend/panel.ts'
import { alarmsPanel } from './alarms/panel.ts'
import { attentionPanel } from './attention/panel.ts'
import { boardPanel } from './board/panel.ts'
import { camerasPanel } from './cameras/panel.ts'
import { detailPanel } from './detail/panel.ts'
import { devicesPanel } from './devices/panel.ts'
import { eventsPanel } from './events/panel.ts'
import { helpersPanel } from './helpers/panel.ts'
import { mapsPanel } from './maps/panel.ts'
import type { Panel } from './panel.ts'
import { tracksPanel } from './tracks/panel.ts'
import { trendsPanel } from './trends/panel.ts'

/** Every panel there is, in the order in which they are offered. */
export const panels: readonly Panel[] = [
  alarmsPanel,
  detailPanel,
  devicesPanel,
  mapsPanel,
  boardPanel,
  attentionPanel,
  alarmTrendPanel,
  helpersPanel,
  camerasPanel,
  trendsPanel,
  tracksPanel,
  eventsPanel,
]
