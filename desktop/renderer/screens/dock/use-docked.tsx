import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react'
import type { ArrangedScreen } from '#shared/world/layouts.ts'
import { useSpeech } from '../../i18n/language.ts'
import { panels } from '../../panels/index.ts'
import type { Panel } from '../../panels/panel.ts'
import { AskError } from '../../store/ask.ts'
import { useCommands } from '../../store/commands.ts'
import { useCenter, useSelection } from '../../store/hooks.ts'
import { lens } from '../../store/lens.ts'
import { panelCalls } from '../../store/panel-calls.ts'
import type { Screen } from '../../store/screen.ts'
import { tracks } from '../../store/tracks.ts'
import { trends } from '../../store/trends.ts'
import { say } from '../../theme/notice.ts'
import { chosenOf } from '../chosen.ts'
import { type Arrangement, readArrangement } from './arrangement.ts'
import { Dock } from './Dock.tsx'
import type { DockKeeper, KeeperEnds, Opened } from './keeper.ts'
import { LayoutTool, type Preset } from './LayoutTool.tsx'
import { useLayouts } from './use-layouts.ts'

const NONE: ReadonlySet<string> = new Set()
const CARD = 'detail'
const MAPS = 'maps'
const TRENDS = 'trends'
const TRACKS = 'tracks'

export interface DockedWish extends Pick<KeeperEnds, 'mend' | 'insets'>, Partial<Pick<KeeperEnds, 'home'>> {
  screen: Screen
  /** The name its arrangements are kept by. */
  keptAs: ArrangedScreen
  stage: Panel
  /** The first one is what the screen comes with. */
  presets: readonly [Preset, ...Preset[]]
  /** Nothing can be moved. */
  locked?: boolean
  /** More to be set in the drawer of layouts. */
  more?: (current: Arrangement | undefined, use: (arrangement: Arrangement) => void) => ReactNode
}

export interface Docked {
  /** Undefined: it is not known yet how somebody has arranged it. */
  dock: ReactNode
  tool: ReactNode
  opened: Opened
  keeper: DockKeeper | undefined
  /** As it is arranged now. */
  current: Arrangement | undefined
}

/** Panels around a stage, as this account has arranged the screen. */
export function useDocked({ screen, keptAs, stage, presets, locked = false, more, ...ends }: DockedWish): Docked {
  const center = useCenter()
  const { t } = useSpeech()
  const offered = useMemo(
    () => panels.filter(({ needs, on }) => center.may(needs) && (on === undefined || on.includes(screen))),
    [center, screen],
  )
  const known = useMemo(() => new Map([...offered, stage].map((panel) => [panel.id, panel])), [offered, stage])
  const { layouts, kept } = useLayouts(keptAs)
  const [keeper, setKeeper] = useState<DockKeeper>()
  const [opened, setOpened] = useState<Opened>({ all: NONE, inFront: NONE })
  const [current, setCurrent] = useState<Arrangement>()

  const read = useCallback((value: unknown) => readArrangement(value, known), [known])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it comes with is asked for once
  const first = useMemo(() => kept && (read(kept.inUse) ?? read(presets[0].arrangement)), [kept, read])
  const isDamaged = kept?.inUse !== undefined && read(kept.inUse) === undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: said once
  useEffect(() => {
    if (isDamaged) say('word', t.dock.damaged)
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
      setCurrent(arrangement)
      layouts.change(arrangement).catch((error) => {
        say('bad', t.errors[error instanceof AskError ? error.code : 'internal'])
      })
    },
    [layouts, t],
  )
  const use = useCallback(
    (value: unknown) => {
      const arrangement = read(value)
      if (!arrangement || !keeper) return false
      keeper.apply(arrangement)
      change(keeper.latest)
      return true
    },
    [keeper, change, read],
  )
  // A thematic map that is opened, from wherever, comes with its figures.
  useEffect(
    () => lens.subscribe((is, was) => is.map !== undefined && was.map === undefined && keeper?.call(MAPS)),
    [keeper],
  )
  // A curve that is added, from wherever, comes with the chart.
  useEffect(() => trends.subscribe((is, was) => is.calls > was.calls && keeper?.call(TRENDS)), [keeper])
  // So does a track.
  useEffect(() => tracks.subscribe((is, was) => is.calls > was.calls && keeper?.call(TRACKS)), [keeper])
  useEffect(() => panelCalls.subscribe(({ panel }) => panel !== undefined && keeper?.call(panel)), [keeper])
  useCommands(
    useMemo(() => {
      const words = t.commands
      const movable = offered.filter(({ stays }) => !stays)
      return [
        ...movable.map((panel) => {
          const isOpen = opened.all.has(panel.id)
          const name = (isOpen ? words.close : words.open)(panel.title(t))
          return {
            id: `panel ${panel.id}`,
            name,
            run: () => (isOpen ? keeper?.close : keeper?.call)?.call(keeper, panel.id),
          }
        }),
        ...[...presets, ...(kept?.named ?? [])].map(({ name, arrangement }) => ({
          id: `layout ${name}`,
          name: words.layout(name),
          run: () => void use(arrangement),
        })),
      ]
    }, [offered, opened, presets, kept, keeper, use, t]),
  )
  const toggle = (panel: string) => (opened.all.has(panel) ? keeper?.close(panel) : keeper?.call(panel))
  const tool = (
    <LayoutTool
      panels={offered.filter(({ stays }) => !stays)}
      presets={presets}
      opened={opened.all}
      toggle={toggle}
      layouts={layouts}
      current={() => keeper?.arrangement}
      use={use}
    >
      {more?.(current ?? first, use)}
    </LayoutTool>
  )
  const dock = first && (
    <main className="dock-room">
      <Dock
        panels={known}
        stage={stage.id}
        arrangement={first}
        arranged={change}
        opened={setOpened}
        ready={setKeeper}
        locked={locked}
        home={() => presets[0].arrangement}
        {...ends}
      />
    </main>
  )
  return { dock, tool, opened, keeper, current: current ?? first }
}
