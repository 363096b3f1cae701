import { type CSSProperties, type PointerEvent, useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { dateTime } from '../../i18n/format.ts'
import { useSpeech } from '../../i18n/language.ts'
import type { HistoryPlayer } from '../../players/history.ts'
import { useCenter, useNow } from '../../store/hooks.ts'
import { BookmarkFlags } from './bookmarks/BookmarkFlags.tsx'
import { drawTimeline } from './draw-timeline.ts'
import { TimelineLegend } from './TimelineLegend.tsx'
import { TimelineReadout } from './TimelineReadout.tsx'
import { allOf, around, columnOf, isIn, isYoung, moved, type Stretch, zoomed } from './timeline-span.ts'
import { useDensity } from './use-density.ts'

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
  const now = endOf(player, center)
  const at = useStore(player.state, (s) => s.at)
  const loop = useStore(player.state, (s) => s.loop)
  const [stretch, setStretch] = useState(() => wholeOf(player) ?? around(player.at, HOUR, now))
  const [isFitted, setFitted] = useState(false)
  const [width, setWidth] = useState(1000)
  /** Where the pointer is, in pixels: what lies there may move. */
  const [hover, setHover] = useState<number>()
  const grip = useRef<Grip>(undefined)
  const canvas = useRef<HTMLCanvasElement>(null)
  const every = columnOf(stretch, width)
  const told = useDensity(stretch, every)
  const { holes } = player.source
  const gaps = [...told.gaps, ...holes.map((hole) => ({ ...hole, why: 'altered' as const }))]

  if (!isFitted && told.begin !== undefined) {
    setFitted(true)
    if (player.source.goesOn && isYoung(told.begin, stretch)) setStretch(allOf(told.begin, now))
  }
  // What runs out of the picture takes it along, and so does who goes elsewhere; whoever looks elsewhere is left alone.
  const jumps = useStore(player.state, (s) => s.jumps)
  const [last, setLast] = useState({ at, jumps })
  if (last.at !== at || last.jumps !== jumps) {
    setLast({ at, jumps })
    const follows = isIn(stretch, last.at) || last.jumps !== jumps
    if (grip.current === undefined && follows && !isIn(stretch, at))
      setStretch(around(at, stretch.to - stretch.from, now))
  }

  useEffect(() => {
    const { current } = canvas
    if (!current) return
    const watch = new ResizeObserver(() => setWidth(current.clientWidth))
    watch.observe(current)
    const wheel = (event: WheelEvent) => {
      event.preventDefault()
      const share = event.offsetX / current.clientWidth
      setFitted(true)
      setStretch((is) =>
        zoomed(is, is.from + share * (is.to - is.from), event.deltaY > 0 ? 1.25 : 0.8, endOf(player, center)),
      )
    }
    // React's own is passive, and the page would scroll.
    current.addEventListener('wheel', wheel, { passive: false })
    return () => {
      watch.disconnect()
      current.removeEventListener('wheel', wheel)
    }
  }, [center, player])
  useEffect(() => onStretch?.(stretch), [onStretch, stretch])

  useEffect(() => {
    if (canvas.current && width > 0) drawTimeline(canvas.current, { stretch, ...told, gaps, now, at, loop })
  })

  /** What somebody chose to see stays, however late the first answer comes. */
  const show = (chosen: Stretch) => {
    setFitted(true)
    setStretch(chosen)
  }
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
    if (held?.isMoved && !held.chooses) setStretch((is) => ({ ...is }))
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
  const noted = pointed ?? (gapAt(at) && at)
  const gap = noted === undefined ? undefined : gapAt(noted)
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
            {pointed !== undefined && <TimelineReadout at={pointed} every={every} msPerPx={msPerPx} told={told} />}
            {gap && <em>{words.inGap[gap.why]}</em>}
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

function endOf(player: HistoryPlayer, center: { liveNow(): number }): number {
  return player.source.goesOn ? center.liveNow() : player.source.end()
}

/** All of a recording, with a little room on either side. */
function wholeOf({ source }: HistoryPlayer): Stretch | undefined {
  if (source.goesOn) return undefined
  const room = (source.end() - source.begin) * 0.02
  return { from: source.begin - room, to: source.end() + room }
}

/** For the style sheet, which keeps it within the window. */
const shareAt = (share: number) => ({ '--at': share }) as CSSProperties
