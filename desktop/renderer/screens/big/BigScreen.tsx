import { type CSSProperties, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useSpeech } from '../../i18n/language.ts'
import { TimeBand } from '../desk/TimeBand.tsx'
import { WallLead } from '../desk/WallLead.tsx'
import type { Arrangement } from '../dock/arrangement.ts'
import type { Preset } from '../dock/LayoutTool.tsx'
import { useDocked } from '../dock/use-docked.tsx'
import { insetsOf, ONE_OUTPUT, onSeams, type Wall } from '../dock/wall.ts'
import { PastBar } from '../past/PastBar.tsx'
import { useIdle } from '../use-idle.ts'
import { bigStagePanel } from './BigStage.tsx'
import { BigTop } from './BigTop.tsx'
import { type BigPreset, bigPresets, keptAs, presetOf } from './presets.ts'
import { useForm } from './use-form.ts'
import { WallTool } from './WallTool.tsx'
import './big.css'

/** Longer nobody stands before it: what is for hands goes out of sight. */
const IDLE_MS = 6000
/** Longer nobody is still at arranging it. */
const FORGOTTEN_MS = 300_000
/** Type of ten metres: see big.css. */
const LARGE = 'big-screen'

const page = () => ({ width: innerWidth, height: innerHeight })

/** The wall of the command center: the place, how it stands, what happens; seen from ten metres. */
export function BigScreen() {
  const form = useForm()
  // Another form is another wall: nothing of this one fits it.
  return <WallOf key={form} form={form} />
}

function WallOf({ form }: { form: BigPreset }) {
  const { t } = useSpeech()
  const isIdle = useIdle(IDLE_MS)
  const [arranging, setArranging] = useState(false)
  const isForgotten = useIdle(FORGOTTEN_MS)
  if (arranging && isForgotten) setArranging(false)
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    document.documentElement.classList.add(LARGE)
    // What measures the page's type has to measure it anew.
    dispatchEvent(new Event('resize'))
    return () => document.documentElement.classList.remove(LARGE)
  }, [])
  const presets = useMemo(() => presetsIn(form, t.dock.presets), [form, t])
  const mend = useCallback((arrangement: Arrangement) => {
    const dock = frame.current?.querySelector('.dock-room')?.getBoundingClientRect()
    return arrangement.wall && dock ? onSeams(arrangement, arrangement.wall, dock, page()) : arrangement
  }, [])
  const insets = useCallback((box: DOMRect, wall: Wall) => insetsOf(box, wall, page()), [])
  const home = useCallback(
    ({ wall }: Pick<Arrangement, 'wall'>) => (wall && wall.columns * wall.rows > 1 ? presetOf(wall) : bigPresets[form]),
    [form],
  )
  const { dock, tool, current } = useDocked({
    screen: 'big',
    keptAs: keptAs[form],
    home,
    stage: bigStagePanel,
    presets,
    locked: !arranging,
    mend,
    insets,
    more: (current, use) => (
      <>
        <WallTool
          wall={current?.wall ?? ONE_OUTPUT}
          change={(wall) => use(home({ wall }))}
          changeBezel={(wall) => current && use({ ...current, wall })}
        />
        <button
          type="button"
          className="layout-arrange"
          aria-pressed={arranging}
          onClick={() => setArranging(!arranging)}
        >
          {arranging ? t.dock.arranged : t.dock.arrange}
        </button>
      </>
    ),
  })
  return (
    <div
      style={bandAt(current)}
      className={`big${isIdle && !arranging ? ' idle' : ''}${arranging ? ' arranging' : ''}`}
      ref={frame}
    >
      <BigTop tools={tool} />
      {arranging && (
        <p className="big-arranging" role="status">
          {t.dock.hint}
          <button type="button" className="top-button" onClick={() => setArranging(false)}>
            {t.dock.arranged}
          </button>
        </p>
      )}
      {dock}
      <PastBar />
      <TimeBand />
      <WallLead />
    </div>
  )
}

/** The one that fits this window comes first. */
function presetsIn(fitting: BigPreset, names: Record<BigPreset, string>): [Preset, ...Preset[]] {
  const others = (['wide', 'ultra', 'tall'] as const).filter((preset) => preset !== fitting)
  const of = (preset: BigPreset): Preset => ({ name: names[preset], arrangement: bigPresets[preset] })
  return [of(fitting), ...others.map(of)]
}

/** The band's word stands in the middle of an output, not on a seam. */
function bandAt(arrangement: Arrangement | undefined): CSSProperties | undefined {
  const columns = arrangement?.wall?.columns ?? 1
  if (columns % 2 === 1) return undefined
  return { '--band-at': `${((columns / 2 + 0.5) / columns) * 100}%` } as CSSProperties
}
