import { App as AntApp } from 'antd'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useSpeech } from '../../i18n/language.ts'
import { panels } from '../../panels/index.ts'
import { useCenter, useSelection } from '../../store/hooks.ts'
import { type Arrangement, readArrangement } from '../dock/arrangement.ts'
import { Dock } from '../dock/Dock.tsx'
import type { DockKeeper } from '../dock/keeper.ts'
import { LayoutTool } from '../dock/LayoutTool.tsx'
import { useLayouts } from '../dock/use-layouts.ts'
import { scenePanel } from '../scene/scene-panel.ts'
import { chosenOf } from './chosen.ts'
import { TopBar } from './TopBar.tsx'

const STAGE = scenePanel.id
const CARD = 'detail'
/** What a desk comes with. */
const PRESET: Arrangement = {
  share: 1,
  parts: [
    { share: 26, panels: ['alarms'] },
    { share: 50, panels: [STAGE] },
    { share: 24, panels: [CARD] },
  ],
}

/** On a screen that is wide enough panels stand around the scene, as somebody has arranged them. */
export function DockedDesk() {
  const center = useCenter()
  const { t } = useSpeech()
  const { message } = AntApp.useApp()
  const offered = useMemo(() => panels.filter(({ needs }) => center.may(needs)), [center])
  const known = useMemo(() => new Map([...offered, scenePanel].map((panel) => [panel.id, panel])), [offered])
  const { layouts, kept } = useLayouts('desk')
  const [keeper, setKeeper] = useState<DockKeeper>()
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())

  const read = useCallback((value: unknown) => readArrangement(value, known), [known])
  const first = useMemo(() => kept && (read(kept.inUse) ?? read(PRESET)), [kept, read])
  const isDamaged = kept?.inUse !== undefined && read(kept.inUse) === undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: said once
  useEffect(() => {
    if (isDamaged) message.warning(t.dock.damaged)
  }, [isDamaged])

  const chosen = useSelection(chosenOf)
  useEffect(() => {
    keeper?.hide(CARD, chosen === undefined)
    if (chosen !== undefined) keeper?.call(CARD)
  }, [keeper, chosen])
  const use = useCallback(
    (value: unknown) => {
      const arrangement = read(value)
      if (!arrangement || !keeper) return false
      keeper.apply(arrangement)
      layouts.change(arrangement)
      return true
    },
    [keeper, layouts, read],
  )
  const toggle = (panel: string) => (opened.has(panel) ? keeper?.close(panel) : keeper?.call(panel))
  const tool = (
    <LayoutTool
      panels={offered.filter(({ stays }) => !stays)}
      opened={opened}
      toggle={toggle}
      layouts={layouts}
      current={() => keeper?.arrangement}
      use={use}
      reset={() => use(PRESET)}
    />
  )
  return (
    <>
      <TopBar tools={tool} />
      {first && (
        <main className="desk-dock">
          <Dock
            panels={known}
            stage={STAGE}
            arrangement={first}
            arranged={(arrangement) => layouts.change(arrangement)}
            opened={setOpened}
            ready={setKeeper}
          />
        </main>
      )}
    </>
  )
}
