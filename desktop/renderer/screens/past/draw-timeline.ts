import type { TimelineGap, TimelineSpan } from '#shared/contract/history.ts'
import { LANES } from '#shared/world/happenings.ts'
import { clockTime, dayOf, hundredthsOf } from '../../i18n/format.ts'
import { laneColors } from '../../theme/lane-colors.ts'
import { type Stretch, ticksOf } from './timeline-span.ts'

export interface Drawn {
  stretch: Stretch
  every: number
  spans: readonly TimelineSpan[]
  heard: { every: number; spans: readonly TimelineSpan[] }
  /** altered: of a recording, what is not what it was. */
  gaps: readonly (Omit<TimelineGap, 'why'> & { why: TimelineGap['why'] | 'altered' })[]
  begin: number | undefined
  now: number
  at: number
  loop: readonly [number, number] | undefined
}

const LABEL_PX = 84
const RULER = 16
/** A lane, with the gap below it. */
const LANE = 5
const GAP_COLORS = { silent: 'text-faint', damaged: 'lost', dropped: 'lost', altered: 'danger-text' } as const
const GRADES = [4, 3, 2, 1] as const

/** Columns of alarms by grade, a lane for each other kind of event, the shade of how much was heard, and where one is. */
export function drawTimeline(canvas: HTMLCanvasElement, drawn: Drawn): void {
  const { stretch, every, spans, heard, gaps, begin, now, at, loop } = drawn
  const style = getComputedStyle(canvas)
  const color = (name: string) => style.getPropertyValue(`--${name}`)
  const [width, height] = [canvas.clientWidth, canvas.clientHeight]
  const ratio = devicePixelRatio
  if (canvas.width !== Math.round(width * ratio)) canvas.width = Math.round(width * ratio)
  if (canvas.height !== Math.round(height * ratio)) canvas.height = Math.round(height * ratio)
  const pen = canvas.getContext('2d')
  if (!pen) return
  pen.setTransform(ratio, 0, 0, ratio, 0, 0)
  pen.clearRect(0, 0, width, height)
  const x = (time: number) => ((time - stretch.from) / (stretch.to - stretch.from)) * width
  // As large as the letters: a wall is read from afar.
  const unit = Number.parseFloat(style.fontSize) / 12
  const [rulerPx, lane] = [RULER * unit, LANE * unit]
  const ground = height - rulerPx
  const column = Math.max(1, x(stretch.from + every) - 1)
  // The column of this moment ends with it.
  const wide = (at: number) => Math.max(2, Math.min(column, x(now) - x(at)))

  const lanes = ground - LANES.length * lane - 2 * unit
  const mostHeard = Math.max(1, ...heard.spans.map(({ readings }) => readings))
  pen.fillStyle = color('bar')
  for (const { at: begins, readings } of heard.spans) {
    if (readings === 0) continue
    pen.globalAlpha = 0.12 + 0.22 * (readings / mostHeard)
    pen.fillRect(x(begins), 0, Math.min(x(begins + heard.every), x(now)) - x(begins), lanes)
  }
  pen.globalAlpha = 1

  pen.fillStyle = color('ground')
  pen.globalAlpha = 0.7
  if (begin !== undefined && begin > stretch.from) pen.fillRect(0, 0, x(begin), ground)
  pen.fillRect(x(now), 0, width - x(now), ground)
  pen.globalAlpha = 1

  const most = Math.max(4, ...spans.map(({ alarms }) => alarms.reduce((sum, one) => sum + one, 0)))
  for (const span of spans) {
    let foot = lanes
    for (const grade of GRADES) {
      const many = span.alarms[grade - 1] as number
      if (many === 0) continue
      const tall = Math.max(3 * unit, (many / most) * lanes)
      pen.fillStyle = color(`column-${grade}`)
      pen.fillRect(x(span.at), foot - tall, wide(span.at), tall)
      foot -= tall
    }
    for (const [i, name] of LANES.entries()) {
      if (span[name] === 0) continue
      pen.fillStyle = color(laneColors[name])
      pen.fillRect(x(span.at), lanes + 2 * unit + i * lane, wide(span.at), lane - unit)
    }
  }

  for (const gap of gaps) {
    const [from, to] = [Math.max(gap.from, begin ?? gap.from), Math.min(gap.to, now)]
    if (from < to) hatch(pen, x(from), x(to), ground, color(GAP_COLORS[gap.why]))
  }
  if (loop) {
    pen.fillStyle = color('dragged')
    pen.fillRect(x(loop[0]), 0, x(loop[1]) - x(loop[0]), ground)
  }
  ruler(pen, stretch, [width, height, rulerPx], { x, line: color('line'), text: color('text-dim'), font: style.font })
  pen.fillStyle = color('past')
  pen.fillRect(x(at) - unit, 0, 2 * unit, ground)
  pen.beginPath()
  pen.moveTo(x(at) - 6 * unit, 0)
  pen.lineTo(x(at) + 6 * unit, 0)
  pen.lineTo(x(at), 8 * unit)
  pen.fill()
}

function hatch(pen: CanvasRenderingContext2D, from: number, to: number, height: number, color: string): void {
  pen.save()
  pen.beginPath()
  pen.rect(from, 0, Math.max(2, to - from), height)
  pen.clip()
  pen.strokeStyle = color
  pen.globalAlpha = 0.5
  pen.beginPath()
  for (let at = Math.max(from, -height) - height; at < Math.min(to, 8000); at += 8) {
    pen.moveTo(at, height)
    pen.lineTo(at + height, 0)
  }
  pen.stroke()
  pen.restore()
}

interface Ruler {
  x(time: number): number
  line: string
  text: string
  font: string
}

function ruler(
  pen: CanvasRenderingContext2D,
  stretch: Stretch,
  [width, height, tall]: [width: number, height: number, tall: number],
  look: Ruler,
): void {
  const { every, at } = ticksOf(stretch, width, (LABEL_PX * tall) / RULER)
  pen.font = look.font
  pen.textBaseline = 'middle'
  for (const time of at) {
    const where = look.x(time)
    pen.fillStyle = look.line
    pen.fillRect(where, 0, 1, height - tall + 4)
    pen.fillStyle = look.text
    pen.fillText(labelOf(time, every), where + 4, height - tall / 2)
  }
}

function labelOf(time: number, every: number): string {
  const clock = clockTime(time)
  if (every < 1000) return clock + hundredthsOf(time)
  if (clock === '00:00:00') return dayOf(time).slice(5)
  return every < 60_000 ? clock : clock.slice(0, 5)
}
