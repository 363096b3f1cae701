import { App as AntApp } from 'antd'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useSpeech } from '../../i18n/language.ts'
import { panels } from '../../panels/index.ts'
import { AskError } from '../../store/ask.ts'
import { useCenter, useSelection } from '../../store/hooks.ts'
import { AlarmStrip } from '../AlarmStrip.tsx'
import { type Arrangement, readArrangement } from '../dock/arrangement.ts'
import { Dock } from '../dock/Dock.tsx'
import type { DockKeeper, Opened } from '../dock/keeper.ts'
import { LayoutTool } from '../dock/LayoutTool.tsx'
import { useLayouts } from '../dock/use-layouts.ts'
import { scenePanel } from '../scene/scene-panel.ts'
import { chosenOf } from './chosen.ts'
import { TopBar } from './TopBar.tsx'

const NONE: ReadonlySet<string> = new Set()
const STAGE = scenePanel.id
const CARD = 'detail'
const ALARMS = 'alarms'
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
  const [opened, setOpened] = useState<Opened>({ all: NONE, inFront: NONE })

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
    if (chosen !== undefined) keeper?.show(CARD)
  }, [keeper, chosen])
  // The server's answer came late.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when another answer came
  useEffect(() => {
    if (first && keeper && keeper.latest !== first && kept?.inUse !== undefined && !layouts.isUnsaved)
      keeper.apply(first)
  }, [first])
  const change = useCallback(
    (arrangement: Arrangement) => {
      layouts.change(arrangement).catch((error) => {
        message.error(t.errors[error instanceof AskError ? error.code : 'internal'])
      })
    },
    [layouts, message, t],
  )
  const use = useCallback(
    (value: unknown) => {
      const arrangement = read(value)
      if (!arrangement || !keeper) return false
      keeper.apply(arrangement)
      change(arrangement)
      return true
    },
    [keeper, change, read],
  )
  const toggle = (panel: string) => (opened.all.has(panel) ? keeper?.close(panel) : keeper?.call(panel))
  const tool = (
    <LayoutTool
      panels={offered.filter(({ stays }) => !stays)}
      opened={opened.all}
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
      {keeper && !opened.inFront.has(ALARMS) && <AlarmStrip />}
      {first && (
        <main className="desk-dock">
          <Dock
            panels={known}
            stage={STAGE}
            arrangement={first}
            arranged={change}
            opened={setOpened}
            ready={setKeeper}
          />
        </main>
      )}
    </>
  )
}
