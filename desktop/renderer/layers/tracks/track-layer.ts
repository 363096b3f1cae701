import type { Track } from '#shared/contract/tracks.ts'
import { clockTime } from '../../i18n/format.ts'
import type { Line } from '../../scene/content/shapes.ts'
import { pageNow } from '../../scene/page-time.ts'
import { letterOf, tracks, whereOnTrack } from '../../store/tracks.ts'
import { trackColors } from '../../theme/track-colors.ts'
import type { Layer, LayerContext, ShownLayer } from '../layer.ts'
import { ranks } from '../ranks.ts'
import { LIFT, linesOf, type Step } from './track-lines.ts'
import { endMark, letterMark, meetingMark, wildMark } from './track-pictures.ts'

/** How often the heads follow the time that is shown. */
const FOLLOW_MS = 250
/** Lines are drawn anew when a three-hundredth of the time has passed. */
const FINENESS = 300
const TICK_STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 240, 720].map((minutes) => minutes * 60_000)
const MOST_TICKS = 7
/** Jumps from one end to the other are no glide. */
const LONGEST_GLIDE = 0.02

interface Drawn {
  track: Track
  letter: string
  color: readonly [number, number, number]
  runs: Step[][]
}

/** Ways of those who are chosen, with their heads where they were at the time that is shown, and where they met. */
export const trackLayer: Layer = {
  id: 'tracks',
  name: { zh: '轨迹', en: 'Tracks' },
  startsOn: true,
  show: showTracks,
}

const minute = (at: number) => clockTime(at).slice(0, 5)

function showTracks({ sheet, local, now, counted }: LayerContext): ShownLayer {
  let drawn: Drawn[] = []
  let heads = new Set<string>()
  let linedAt: number | undefined
  let headAt: number | undefined

  const playhead = () => {
    const { range } = tracks.getState()
    return range ? Math.min(range.to, Math.max(range.from, now())) : 0
  }
  const lines = () => {
    const { range, focus } = tracks.getState()
    linedAt = playhead()
    sheet.lines.clear()
    if (!range) return
    // The one in front comes last, upon the others.
    const order = [...drawn].sort((a, b) => Number(a.track.device === focus) - Number(b.track.device === focus))
    for (const { track, runs, color } of order) {
      // Who was only heard of for the last minutes of a day does not fade like somebody of this morning.
      const made = linesOf(runs, runs[0]?.[0]?.at ?? range.from, linedAt, {
        color,
        isFocus: track.device === focus || order.length === 1,
      })
      for (const [i, line] of made.entries()) sheet.lines.put(`${track.device} ${i}`, line satisfies Line)
    }
  }
  const marks = () => {
    const { answer, focus } = tracks.getState()
    sheet.marks.clear()
    for (const one of drawn) endMarks(one)
    const front = drawn.find(({ track }) => track.device === focus) ?? drawn[0]
    if (front) ticks(front)
    for (const [i, { who, from, to, nearest }] of (answer?.meetings ?? []).entries()) {
      const letters = drawn.filter(({ track }) => who.includes(track.device)).map(({ letter }) => letter)
      sheet.marks.put(`meeting ${i}`, {
        at: local({ ...nearest, height: nearest.height + LIFT }),
        place: '',
        picked: { kind: 'meeting', id: String(i) },
        image: meetingMark(),
        size: 26,
        condition: 'calm',
        rank: ranks.alarm - 10,
        name: `${letters.join('·')}  ${minute(from)}–${minute(to)}`,
        nameReach: 1500,
        cluster: 'meeting',
      })
    }
  }
  const endMarks = ({ track, runs, color, letter }: Drawn) => {
    const [first, last] = [runs[0]?.[0], runs.at(-1)?.at(-1)]
    for (const [which, step] of [
      ['begin', first],
      ['end', last],
    ] as const)
      if (step)
        sheet.marks.put(`${which} ${track.device}`, {
          at: step,
          place: '',
          picked: { kind: 'device', id: track.device },
          image: endMark(which, color),
          size: 17,
          condition: 'calm',
          rank: ranks.alarm - 20,
          name: `${letter} ${which === 'begin' ? '▸' : '■'} ${minute(step.at)}`,
        })
    for (const [i, [at, lon, lat, height]] of track.wild.entries())
      sheet.marks.put(`wild ${track.device} ${i}`, {
        at: local({ lon, lat, height: height + LIFT }),
        place: '',
        picked: { kind: 'device', id: track.device },
        image: wildMark(),
        size: 13,
        condition: 'calm',
        rank: ranks.mover - 10,
        name: `${letter} ? ${minute(at)}`,
        nameReach: 200,
      })
  }
  /** The time beside the way, at round times. */
  const ticks = ({ track, runs, letter }: Drawn) => {
    const [from, to] = [runs[0]?.[0]?.at ?? 0, runs.at(-1)?.at(-1)?.at ?? 0]
    const step = TICK_STEPS.find((one) => (to - from) / one <= MOST_TICKS) ?? 86_400_000
    for (let at = Math.ceil((from + 1) / step) * step; at < to; at += step) {
      const here = whereOnTrack(track, at)
      if (!here?.known) continue
      sheet.marks.put(`tick ${at}`, {
        at: local({ ...here, height: here.height + LIFT }),
        place: '',
        picked: { kind: 'device', id: track.device },
        image: undefined,
        size: 0,
        condition: 'calm',
        rank: ranks.mover,
        name: `${letter} ${minute(at)}`,
        nameReach: 2500,
      })
    }
  }
  const follow = () => {
    const { range, focus } = tracks.getState()
    const at = playhead()
    if (!range || (at === headAt && heads.size === drawn.length)) return
    const page = pageNow()
    const glides = headAt !== undefined && Math.abs(at - headAt) < (range.to - range.from) * LONGEST_GLIDE
    headAt = at
    const seen = new Set<string>()
    for (const { track, color, letter } of drawn) {
      const here = whereOnTrack(track, at)
      if (!here) continue
      const id = `head ${track.device}`
      const spot = local({ ...here, height: here.height + LIFT })
      const picked = { kind: 'device', id: track.device } as const
      seen.add(id)
      if (glides && heads.has(id)) sheet.points.move(id, spot, page, FOLLOW_MS)
      else sheet.points.put(id, picked, spot, { color, shape: 'disc', size: 9 })
      const isFront = track.device === focus
      sheet.marks.put(id, {
        at: spot,
        place: '',
        picked,
        image: letterMark(letter, color, here.known),
        size: isFront ? 32 : 26,
        condition: 'calm',
        rank: ranks.chosen - (isFront ? 1 : 2),
        name: track.name,
        moves: (time) => sheet.points.where(id, time),
        ...(isFront ? { named: true } : {}),
      })
    }
    for (const id of heads)
      if (!seen.has(id)) {
        sheet.points.take(id)
        sheet.marks.take(id)
      }
    heads = seen
    if (linedAt === undefined || Math.abs(at - linedAt) > (range.to - range.from) / FINENESS) lines()
  }
  const redraw = () => {
    const { answer, chosen } = tracks.getState()
    drawn = (answer?.tracks ?? []).flatMap((track) => {
      const color = chosen.find(({ device }) => device === track.device)?.color
      if (color === undefined) return []
      const runs = track.runs.map((run) =>
        run.map(([at, lon, lat, height]): Step => ({ at, ...local({ lon, lat, height: height + LIFT }) })),
      )
      return [{ track, letter: letterOf(color), color: trackColors[color] ?? [255, 255, 255], runs }]
    })
    for (const id of heads) sheet.points.take(id)
    heads = new Set()
    headAt = undefined
    lines()
    marks()
    follow()
    counted()
  }
  redraw()
  const timer = setInterval(follow, FOLLOW_MS)
  const stop = tracks.subscribe((is, was) => {
    if (is.answer !== was.answer || is.chosen !== was.chosen || is.focus !== was.focus || is.range !== was.range)
      redraw()
  })
  return {
    legend: () => [],
    count: () => drawn.length,
    filtered() {},
    stop() {
      clearInterval(timer)
      stop()
    },
  }
}
