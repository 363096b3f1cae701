import { useMemo } from 'react'
import { useSpeech } from '../../i18n/language.ts'
import { useCenterState } from '../../store/hooks.ts'
import { AlarmStrip } from '../AlarmStrip.tsx'
import type { Arrangement } from '../dock/arrangement.ts'
import type { Preset } from '../dock/LayoutTool.tsx'
import { useDocked } from '../dock/use-docked.tsx'
import { scenePanel } from '../scene/scene-panel.ts'
import { TopBar } from './TopBar.tsx'

const ALARMS = 'alarms'
/** What a desk comes with. */
const DESK: Arrangement = {
  share: 1,
  parts: [
    { share: 26, panels: ['alarms'] },
    { share: 50, panels: [scenePanel.id] },
    { share: 24, panels: ['detail'] },
  ],
}

/** On a screen that is wide enough panels stand around the scene, as somebody has arranged them. */
export function DockedDesk() {
  const { t } = useSpeech()
  // There those of now stand above the timeline.
  const isPast = useCenterState((s) => s.past !== undefined)
  const presets = useMemo<[Preset]>(() => [{ name: t.dock.presets.desk, arrangement: DESK }], [t])
  const { dock, tool, opened, keeper } = useDocked({ screen: 'desk', keptAs: 'desk', stage: scenePanel, presets })
  return (
    <>
      <TopBar tools={tool} />
      {keeper && !isPast && !opened.inFront.has(ALARMS) && <AlarmStrip />}
      {dock}
    </>
  )
}
