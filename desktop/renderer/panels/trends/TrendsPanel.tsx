import type { EChartsType } from 'echarts/core'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { MOST_TRENDS } from '#shared/contract/trends.ts'
import { useSpeech } from '../../i18n/language.ts'
import { useCenter, useNow } from '../../store/hooks.ts'
import { lookBack, trends } from '../../store/trends.ts'
import { axesOf } from './axes.ts'
import { CurveList } from './CurveList.tsx'
import { ExportBar } from './ExportBar.tsx'
import { Picker } from './Picker.tsx'
import { RangeBar } from './RangeBar.tsx'
import { back, type Range, rangeOf, type View, zoomed } from './range.ts'
import { spanWords } from './span-words.ts'
import { TrendChart } from './TrendChart.tsx'
import { useCurves } from './use-curves.ts'
import { useTrend } from './use-trend.ts'
import './trends.css'

/** About one in two pixels of a wide panel. */
const MOST = 800
/** How soon it asks again while it follows: for each of so many parts of what is seen. */
const PARTS = 720
const [SOONEST_MS, LATEST_MS] = [5000, 60_000]

/** What several devices measured, in one chart over any time. */
export function TrendsPanel() {
  const { t } = useSpeech()
  const words = t.trends
  const center = useCenter()
  const state = useStore(trends)
  const { traced, window } = state
  const [view, setView] = useState<View>({ base: window, zooms: [] })
  const ticking = useNow(Math.min(LATEST_MS, Math.max(SOONEST_MS, window / PARTS)))
  const now = Math.max(ticking, center.now())
  const range = useMemo(() => rangeOf(view, ticking), [view, ticking])
  const known = useCurves(traced, [])
  const asked = useMemo(
    () => traced.filter((one) => known.some(({ device, metric }) => device === one.device && metric === one.metric)),
    [traced, known],
  )
  const { series, missing, asking, problem, isAway, isLive } = useTrend(asked, range, MOST)
  const curves = useCurves(traced, series)
  const axes = useMemo(() => axesOf(curves), [curves])
  const chart = useRef<EChartsType>(undefined)
  const isEmpty = traced.length === 0
  const [isPicking, setPicking] = useState(isEmpty)
  // Whoever picks a first curve may want a second.
  useEffect(() => {
    if (isEmpty) setPicking(true)
  }, [isEmpty])

  // Kept elsewhere, as when another account signs in.
  useEffect(() => setView({ base: window, zooms: [] }), [window])
  const look = (base: number | Range) => {
    setView({ base, zooms: [] })
    if (typeof base === 'number') lookBack(base)
  }
  const zoom = (to: Range, again = false) => setView((before) => zoomed(before, to, again))
  const every = Math.max(0, ...curves.map(({ line }) => line.every))
  const hasPoints = curves.some(({ line }) => line.points.length > 0)
  const note = problem ? t.errors[problem] : isAway ? t.errors['net.unreachable'] : undefined
  return (
    <section className="trends" aria-label={t.panels.trends}>
      <div className="trends-body">
        <header className="trends-bar">
          <button
            type="button"
            className="trends-add"
            aria-expanded={isPicking}
            onClick={() => setPicking(!isPicking)}
            disabled={isEmpty}
          >
            {isPicking ? words.done : words.add}
          </button>
          <RangeBar view={view} range={range} now={now} look={look} zoom={zoom} back={() => setView(back)} />
          <ExportBar curves={curves} axes={axes} range={range} chart={chart} />
        </header>
        {isPicking && <Picker state={state} isFull={traced.length >= MOST_TRENDS} />}
        {isEmpty ? (
          <div className="trends-none">
            <strong>{words.none}</strong>
            <p>{words.noneHint}</p>
          </div>
        ) : (
          <>
            <CurveList traced={traced} curves={curves} axes={axes} isLive={isLive} isStuck={note !== undefined} />
            {note && <p role="alert">{note}</p>}
            {missing.length > 0 && <p role="status">{words.missing(missing.join(' '))}</p>}
            <TrendChart
              curves={curves}
              axes={axes}
              range={range}
              now={now}
              chart={chart}
              zoom={zoom}
              back={() => setView(back)}
            />
            <footer className="trends-foot" aria-busy={asking} title={hasPoints ? words.hint : undefined}>
              {hasPoints && (
                <>
                  {every > 0 ? words.spans(spanWords(t, every)) : words.raw}
                  <span> · {words.hint}</span>
                </>
              )}
            </footer>
          </>
        )}
      </div>
    </section>
  )
}
