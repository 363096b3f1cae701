import type { Enu } from '#shared/place/geodesy.ts'
import type { Line, Rgba } from '../../scene/content/shapes.ts'

/** A point of a way in the scene. */
export interface Step extends Enu {
  at: number
}

export interface WayLook {
  color: readonly [r: number, g: number, b: number]
  /** It stands before the others. */
  isFocus: boolean
}

/** So many tones from what was just now to what was first. */
const BANDS = 8
const [NEWEST, OLDEST, TO_COME] = [250, 105, 120] as const
const RIM: Rgba = [8, 12, 18, 150]
const ARROW: Rgba = [255, 255, 255, 235]
/** Metres: what is on the ground lies this much above it. */
export const LIFT = 1.5
/** Whoever is higher than this is joined to the ground below. */
const HIGH = 6
const [LEAST_ARROW, MOST_ARROW, ARROWS] = [2.5, 12, 26] as const
/** Nearer than so many of their lengths they would lie on one another. */
const ARROW_ROOM = 3

/** The lines of one way, from the lowest to the uppermost: what was fades with its age, what is to come is dashed. */
export function linesOf(
  runs: readonly (readonly Step[])[],
  from: number,
  playhead: number,
  { color, isFocus }: WayLook,
): Line[] {
  const width = isFocus ? 5 : 3.4
  const [rims, cores]: [Line[], Line[]] = [[], []]
  for (const run of runs) {
    const { past, coming } = splitAt(run, playhead)
    if (coming.length > 1)
      cores.push({ points: pointsOf(coming), color: [...color, TO_COME], width: width * 0.6, dashed: true, over: true })
    if (past.length < 2) continue
    rims.push({ points: pointsOf(past), color: RIM, width: width + 3.4, over: true })
    for (const { band, steps } of bandsOf(past, from, playhead)) {
      const fade = NEWEST - ((NEWEST - OLDEST) * band) / (BANDS - 1)
      cores.push({ points: pointsOf(steps), color: [...color, Math.round(fade)], width, over: true })
    }
  }
  return [...rims, ...cores, ...arrowsOf(runs, playhead), ...stemsOf(runs, color)]
}

/** One way in two: up to a moment, and from it on. */
export function splitAt(run: readonly Step[], at: number): { past: Step[]; coming: Step[] } {
  const past = run.filter((step) => step.at <= at)
  const coming = run.filter((step) => step.at > at)
  const [a, b] = [past.at(-1), coming[0]]
  if (a && b && a.at < at) {
    const share = (at - a.at) / (b.at - a.at)
    const mix = (of: keyof Step) => a[of] + (b[of] - a[of]) * share
    const here = { at, east: mix('east'), north: mix('north'), up: mix('up') }
    past.push(here)
    coming.unshift(here)
  } else if (a && b) coming.unshift(a)
  return { past, coming }
}

/** Pieces of like age, each from the last point of the one before; 0: just now. */
export function bandsOf(run: readonly Step[], from: number, playhead: number): { band: number; steps: Step[] }[] {
  const long = Math.max(1, playhead - from)
  const bandAt = (at: number) => Math.min(BANDS - 1, Math.max(0, Math.floor(((playhead - at) / long) * BANDS)))
  const made: { band: number; steps: Step[] }[] = []
  for (let i = 1; i < run.length; i++) {
    const [before, step] = [run[i - 1] as Step, run[i] as Step]
    const band = bandAt(step.at)
    const last = made.at(-1)
    if (last?.band === band) last.steps.push(step)
    else made.push({ band, steps: [before, step] })
  }
  return made
}

/** Which way one went: small arrows, as far from one another as the whole is long; where one went again and again, of the last time alone. */
function arrowsOf(runs: readonly (readonly Step[])[], playhead: number): Line[] {
  const long = runs.reduce((sum, run) => sum + lengthOf(run), 0)
  const size = Math.min(MOST_ARROW, Math.max(LEAST_ARROW, long / 220))
  const every = Math.max(size * 5, long / ARROWS)
  const made: { line: Line; tip: Enu }[] = []
  for (const run of runs) {
    let left = every / 2
    for (let i = 1; i < run.length; i++) {
      const [a, b] = [run[i - 1] as Step, run[i] as Step]
      if (b.at > playhead) break
      const metres = apart(a, b)
      for (; left < metres; left += every) {
        const share = left / metres
        const up = a.up + (b.up - a.up) * share
        const tip = { east: a.east + (b.east - a.east) * share, north: a.north + (b.north - a.north) * share, up }
        const [along, beside] = [(b.east - a.east) / metres, (b.north - a.north) / metres]
        const wing = (side: 1 | -1) => [
          tip.east - (along + side * beside * 0.7) * size,
          tip.north - (beside - side * along * 0.7) * size,
          up,
        ]
        const points = new Float32Array([...wing(1), tip.east, tip.north, up, ...wing(-1)])
        made.push({ line: { points, color: ARROW, width: 2.2, over: true }, tip })
      }
      left -= metres
    }
  }
  const shown: typeof made = []
  for (const one of made.reverse())
    if (shown.every(({ tip }) => apart(tip, one.tip) >= size * ARROW_ROOM)) shown.push(one)
  return shown.map(({ line }) => line)
}

/** What flies is joined to the ground here and there, or nobody saw how high and over what it is. */
function stemsOf(runs: readonly (readonly Step[])[], color: WayLook['color']): Line[] {
  const long = runs.reduce((sum, run) => sum + lengthOf(run), 0)
  const every = Math.max(20, long / ARROWS)
  const made: Line[] = []
  for (const run of runs) {
    let gone = every
    for (const [i, step] of run.entries()) {
      gone += i > 0 ? apart(run[i - 1] as Step, step) : 0
      if (step.up < HIGH + LIFT || gone < every) continue
      gone = 0
      const points = new Float32Array([step.east, step.north, 0.3, step.east, step.north, step.up])
      made.push({ points, color: [...color, 90], width: 1.2 })
    }
  }
  return made
}

function lengthOf(run: readonly Step[]): number {
  let sum = 0
  for (let i = 1; i < run.length; i++) sum += apart(run[i - 1] as Step, run[i] as Step)
  return sum
}

function apart(a: Enu, b: Enu): number {
  return Math.hypot(b.east - a.east, b.north - a.north, b.up - a.up)
}

function pointsOf(steps: readonly Step[]): Float32Array {
  return new Float32Array(steps.flatMap(({ east, north, up }) => [east, north, up]))
}
