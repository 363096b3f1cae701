import { type CSSProperties, type PointerEvent, useCallback, useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { dateTime } from '../../i18n/format.ts'
import { useSpeech } from '../../i18n/language.ts'
import type { HistoryPlayer } from '../../players/history.ts'
import { useCenter, useNow } from '../../store/hooks.ts'
import { useAppearance } from '../../theme/appearance.ts'
import { BookmarkFlags } from './bookmarks/BookmarkFlags.tsx'
import { drawTimeline } from './draw-timeline.ts'
import { TimelineLegend } from './TimelineLegend.tsx'
import { TimelineReadout } from './TimelineReadout.tsx'
import { around, columnOf, isIn, moved, type Stretch, zoomed } from './timeline-span.ts'
import { useDensity } from './use-density.ts'
import { useStretch } from './use-stretch.ts'

const HOUR = 3_600_000
const SPANS = { hour: HOUR, day: 24 * HOUR, week: 7 * 24 * HOUR, month: 30 * 24 * HOUR } as const
const NAMES = Object.keys(SPANS) as (keyof typeof SPANS)[]
const CLICK_PX = 4
const LINE_PX = 2

interface Grip {
  x: number
  stretch: Stretch
  /** Chooses a stretch instead of moving along. */
  chooses: boolean
  isMoved: boolean
}

interface Props {
  player: HistoryPlayer
  /** Whoever only looks along needs no tools. */
  steers: boolean
  onStretch?(shown: Stretch): void
}

/** All that happened, a month or a second wide; where one clicks, one is. */
export function Timeline({ player, steers, onStretch }: Props) {
  const words = useSpeech().t.past
  const center = useCenter()
  useNow()
  // Its colours are read from the page while it is drawn.
  useAppearance()
  const end = useCallback(() => (player.source.goesOn ? center.liveNow() : player.source.end()), [center, player])
  const now = end()
  const at = useStore(player.state, (s) => s.at)
  const loop = useStore(player.state, (s) => s.loop)
  const [width, setWidth] = useState(1000)
  /** Where the pointer is, in pixels: what lies there may move. */
  const [hover, setHover] = useState<number>()
  const grip = useRef<Grip>(undefined)
  const canvas = useRef<HTMLCanvasElement>(null)
  const isHeld = () => grip.current !== undefined
  const { stretch, show, fit } = useStretch({ player, canvas, end, isHeld })
  const every = columnOf(stretch, width)
  const told = useDensity(stretch, every)
  const { holes } = player.source
  const gaps = [...told.gaps, ...holes.map((hole) => ({ ...hole, why: 'altered' as const }))]

  if (told.begin !== undefined) fit(told.begin)
  useEffect(() => {
    const { current } = canvas
    if (!current) return
    const watch = new ResizeObserver(() => setWidth(current.clientWidth))
    watch.observe(current)
    return () => watch.disconnect()
  }, [])
  useEffect(() => onStretch?.(stretch), [onStretch, stretch])

  useEffect(() => {
    if (canvas.current && width > 0) drawTimeline(canvas.current, { stretch, ...told, gaps, now, at, loop })
  })

  const msPerPx = (stretch.to - stretch.from) / width
  const timeAt = (x: number) => stretch.from + x * msPerPx
  const down = (event: PointerEvent<HTMLCanvasElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    grip.current = { x: event.nativeEvent.offsetX, stretch, chooses: event.shiftKey, isMoved: false }
  }
  const move = ({ nativeEvent: { offsetX } }: PointerEvent) => {
    const held = grip.current
    setHover(offsetX)
    if (!held || (!held.isMoved && Math.abs(offsetX - held.x) < CLICK_PX)) return
    held.isMoved = true
    if (held.chooses) player.loop([timeAt(Math.min(held.x, offsetX)), timeAt(Math.max(held.x, offsetX))])
    else show(moved(held.stretch, (held.x - offsetX) * msPerPx, now))
  }
  const up = ({ nativeEvent: { offsetX } }: PointerEvent) => {
    const held = grip.current
    grip.current = undefined
    if (held && !held.isMoved) void player.seek(timeAt(offsetX))
  }
  const zoom = (factor: number) =>
    show(zoomed(stretch, isIn(stretch, at) ? at : (stretch.from + stretch.to) / 2, factor, now))
  const keys = new Map([
    ['ArrowLeft', () => void player.seek(at - every)],
    ['ArrowRight', () => void player.seek(at + every)],
    ['ArrowUp', () => zoom(0.5)],
    ['ArrowDown', () => zoom(2)],
  ])
  const gapAt = (time: number) => gaps.findLast(({ from, to }) => time > from && time < to)
  // Who points at the line of the playhead means its moment, in whichever column a hand comes to rest.
  const isAtLine = hover !== undefined && Math.abs(timeAt(hover) - at) <= LINE_PX * msPerPx
  const pointed = isAtLine ? at : hover === undefined ? undefined : timeAt(hover)
  const gap = gapAt(at)
  const noted = pointed ?? (gap && at)
  const legend = <TimelineLegend isAltered={holes.length > 0} isDamaged={gaps.some(({ why }) => why === 'damaged')} />
  return (
    <div className="past-timeline">
      {steers && (
        <div className="past-spans">
          {NAMES.map((name) => (
            <button key={name} type="button" onClick={() => show(around(at, SPANS[name], now))}>
              {words.span[name]}
            </button>
          ))}
          <button type="button" title={words.zoomOut} aria-label={words.zoomOut} onClick={() => zoom(2)}>
            −
          </button>
          <button type="button" title={words.zoomIn} aria-label={words.zoomIn} onClick={() => zoom(0.5)}>
            +
          </button>
          <span className="past-legend dim">{loop ? words.loop : words.loopHint}</span>
          {legend}
        </div>
      )}
      {/* A wall has no tools: there it stands beside who leads. */}
      {!steers && legend}
      <div className="past-canvas">
        <BookmarkFlags stretch={stretch} />
        {noted !== undefined && (
          <output className="past-readout" style={shareAt((noted - stretch.from) / (stretch.to - stretch.from))}>
            {pointed === undefined ? (
              gap && <em>{words.inGap[gap.why]}</em>
            ) : (
              <TimelineReadout at={pointed} now={now} every={every} msPerPx={msPerPx} told={told} gaps={gaps} />
            )}
          </output>
        )}
        <canvas
          ref={canvas}
          role="slider"
          tabIndex={0}
          aria-label={words.timeline}
          aria-valuemin={Math.round(stretch.from)}
          aria-valuemax={Math.round(stretch.to)}
          aria-valuenow={Math.round(at)}
          aria-valuetext={dateTime(at)}
          onPointerDown={down}
          onPointerMove={move}
          onPointerUp={up}
          onPointerLeave={() => setHover(undefined)}
          onKeyDown={(event) => {
            const act = keys.get(event.key)
            if (!act) return
            event.preventDefault()
            act()
          }}
        />
      </div>
    </div>
  )
}

/** For the style sheet, which keeps it within the window. */
const shareAt = (share: number) => ({ '--at': share }) as CSSProperties
