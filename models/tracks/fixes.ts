import { metresPerDegree } from '#shared/place/geodesy.ts'

/** Where something was at a moment. */
export interface Fix {
  at: number
  lon: number
  lat: number
  /** Metres above the community's ground datum. */
  height: number
}

/** What can be of somebody or something: no faster than `top` metres a second, and not silent for longer than `silence` on its way. */
export interface Limits {
  top: number
  silence: number
}

/** A receiver is so many metres off now and then: less than this is no leap, however quick. */
const WANDERS = 25
/** After so many fixes that cannot be it is not the receiver that erred: it is there. */
const MOST_WILD = 3

/** One continuous way. */
export type Run = readonly Fix[]

/** Why one way does not go on in the next. */
export interface Break {
  from: number
  to: number
  why: 'silent' | 'leap' | 'outside'
}

export interface Runs {
  runs: Fix[][]
  /** Between runs, in their order: one less than there are runs. */
  breaks: Break[]
  /** Single fixes where it cannot have been: a receiver that erred. */
  wild: Fix[]
}

/** Asked by the million in one community: how long a degree is there changes by parts in ten thousand from cell to cell. */
const CELLS = 100
let cell = Number.NaN
let metres = { lon: 0, lat: 0 }

export function metresBetween(a: Fix, b: Fix): number {
  const here = Math.round(((a.lat + b.lat) / 2) * CELLS)
  if (here !== cell) {
    cell = here
    metres = metresPerDegree(here / CELLS)
  }
  const [x, y, z] = [(b.lon - a.lon) * metres.lon, (b.lat - a.lat) * metres.lat, b.height - a.height]
  return Math.sqrt(x * x + y * y + z * z)
}

function canBe(a: Fix, b: Fix, top: number): boolean {
  return Math.max(0, metresBetween(a, b) - WANDERS) <= (top * (b.at - a.at)) / 1000
}

/**
 * The ways of one mover, from fixes in the order of their time. Nothing is drawn or reckoned across a break: not across
 * silence, not across a leap that nobody can make, and not through where whoever asks may not see.
 */
export function runsOf(fixes: readonly Fix[], { top, silence }: Limits, sees: (fix: Fix) => boolean = always): Runs {
  const made: Runs = { runs: [], breaks: [], wild: [] }
  let run: Fix[] | undefined
  /** The last one that counts, seen or not. */
  let last: Fix | undefined
  let why: Break['why'] | undefined
  for (let i = 0; i < fixes.length; i++) {
    const fix = fixes[i] as Fix
    if (last) {
      if (fix.at - last.at > silence) why = strongest(why, 'silent')
      else if (!canBe(last, fix, top)) {
        if (isWild(fixes, i, last, top)) {
          if (sees(fix)) made.wild.push(fix)
          continue
        }
        why = strongest(why, 'leap')
      }
    }
    last = fix
    if (!sees(fix)) {
      why = 'outside'
      continue
    }
    if (!run || why !== undefined) {
      const before = run?.at(-1)
      if (before) made.breaks.push({ from: before.at, to: fix.at, why: why ?? 'silent' })
      run = []
      made.runs.push(run)
      why = undefined
    }
    run.push(fix)
  }
  return made
}

/** The next ones go on from where it was before: this one erred. */
function isWild(fixes: readonly Fix[], i: number, last: Fix, top: number): boolean {
  for (let n = i + 1; n < fixes.length && n <= i + MOST_WILD; n++) if (canBe(last, fixes[n] as Fix, top)) return true
  return false
}

const always = () => true
const ORDER = ['silent', 'leap', 'outside'] as const

function strongest(a: Break['why'] | undefined, b: Break['why']): Break['why'] {
  return a !== undefined && ORDER.indexOf(a) > ORDER.indexOf(b) ? a : b
}

/** Where it was at a moment within a run; undefined: the run says nothing of it. */
export function whereAt(run: Run, at: number): Fix | undefined {
  const first = run[0]
  const last = run.at(-1)
  if (!first || !last || at < first.at || at > last.at) return undefined
  let [low, high] = [0, run.length - 1]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((run[middle] as Fix).at <= at) low = middle
    else high = middle
  }
  const [a, b] = [run[low] as Fix, run[high] as Fix]
  const share = b.at > a.at ? (at - a.at) / (b.at - a.at) : 0
  const mix = (from: number, to: number) => from + (to - from) * share
  return { at, lon: mix(a.lon, b.lon), lat: mix(a.lat, b.lat), height: mix(a.height, b.height) }
}
