import { DockviewReact, type DockviewReadyEvent, type IDockviewPanelProps } from 'dockview-react'
import 'dockview-react/dist/styles/dockview.css'
import { createContext, useCallback, useContext, useEffect, useRef } from 'react'
import { useSpeech } from '../../i18n/language.ts'
import type { Panel } from '../../panels/panel.ts'
import type { Arrangement } from './arrangement.ts'
import { focusNext } from './focus-next.ts'
import { DockKeeper, type KeeperEnds, type Opened } from './keeper.ts'
import { PanelFrame } from './PanelFrame.tsx'
import { PanelTab, StayingTab } from './PanelTab.tsx'
import './dock.css'

interface DockProps extends Pick<KeeperEnds, 'home' | 'mend' | 'insets'> {
  panels: ReadonlyMap<string, Panel>
  stage: string
  arrangement: Arrangement
  arranged(arrangement: Arrangement): void
  opened(panels: Opened): void
  /** How to lead it, as soon as it is there. */
  ready(keeper: DockKeeper | undefined): void
  /** Nothing can be moved. */
  locked: boolean
}

const PanelsContext = createContext<ReadonlyMap<string, Panel>>(new Map())
const COMPONENTS = { panel: Place }
const TABS = { stays: StayingTab }
const THEME = { name: 'ankan', className: 'dockview-theme-ankan', gap: 0 }

/** Panels around a stage, that can be moved, closed, and called back; F6 goes from one to the next. */
export function Dock({ locked, ...wish }: DockProps) {
  const { panels } = wish
  const { t } = useSpeech()
  const keeper = useRef<DockKeeper>(undefined)
  const box = useRef<HTMLDivElement>(null)
  const texts = useRef(t)
  texts.current = t
  // What it begins with; later ones are applied by whoever leads it.
  const begin = useRef(wish)
  useEffect(() => {
    texts.current = t
    keeper.current?.rename()
  }, [t])
  useEffect(() => {
    // Out of sight for a while the dock is kept as it is, and nobody says again that it is there.
    if (keeper.current) begin.current.ready(keeper.current)
    return () => begin.current.ready(undefined)
  }, [])
  const onReady = useCallback(({ api }: DockviewReadyEvent) => {
    const { arrangement, ready: tell, ...ends } = begin.current
    // Made anew it is as somebody left it.
    const first = keeper.current?.latest ?? arrangement
    keeper.current?.dispose()
    keeper.current = new DockKeeper(api, first, { ...ends, titleOf: (panel) => panel.title(texts.current) })
    tell(keeper.current)
  }, [])
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      if (event.key !== 'F6' || event.ctrlKey || event.altKey || event.metaKey) return
      event.preventDefault()
      focusNext(box.current, event.shiftKey ? -1 : 1)
    }
    addEventListener('keydown', key)
    return () => removeEventListener('keydown', key)
  }, [])
  useEffect(() => {
    const again = () => keeper.current?.applyInsets()
    addEventListener('resize', again)
    return () => removeEventListener('resize', again)
  }, [])
  const sashes = useCallback((event: React.PointerEvent) => {
    if (!(event.target as Element).closest('.dv-sash')) return
    addEventListener('pointerup', () => keeper.current?.tellArranged(), { once: true })
  }, [])
  return (
    <PanelsContext.Provider value={panels}>
      <div className={`dock${locked ? ' locked' : ''}`} ref={box} onPointerDownCapture={sashes}>
        <DockviewReact
          components={COMPONENTS}
          tabComponents={TABS}
          defaultTabComponent={PanelTab}
          theme={THEME}
          onReady={onReady}
          singleTabMode="fullwidth"
          disableFloatingGroups
          disableDnd={locked}
          locked={locked}
          announcements={false}
        />
      </div>
    </PanelsContext.Provider>
  )
}

function Place({ params }: IDockviewPanelProps<{ panel: string }>) {
  const panel = useContext(PanelsContext).get(params.panel)
  return panel ? <PanelFrame panel={panel} /> : null
}
