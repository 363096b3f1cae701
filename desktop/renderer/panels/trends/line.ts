import type { TrendSeries } from '#shared/contract/trends.ts'
import { type Point, withGaps } from '../../store/series.ts'

export interface Extreme {
  value: number
  at: number
}

/** The span from its beginning to its end, the least and the greatest of it. */
export type Reach = [from: number, to: number, min: number, max: number]

/** A series as it is drawn. */
export interface Line {
  /** Readings, or the mean of each span, in its middle; null where nothing was heard. */
  points: Point[]
  /** Of spans alone. */
  reaches: Reach[]
  /** Length of a span; 0: every reading is there. */
  every: number
  min: Extreme | undefined
  max: Extreme | undefined
}

export const NOTHING: Line = { points: [], reaches: [], every: 0, min: undefined, max: undefined }

/** `silenceMs`: without a reading for so long, nothing is known. */
export function lineOf(
  { every, points, spans }: Pick<TrendSeries, 'every' | 'points' | 'spans'>,
  silenceMs: number,
): Line {
  if (every === 0) {
    const extremes = points.map(([at, value]) => ({ at, value }))
    return { points: withGaps(points, silenceMs), reaches: [], every, ...ends(extremes, extremes) }
  }
  const middles = spans.map(({ at, mean }): Point => [at + every / 2, mean])
  return {
    // Two spans with readings at their far ends are further apart than those.
    points: withGaps(middles, Math.max(every * 1.5, silenceMs + every)),
    reaches: spans.map(({ at, min, max }) => [at, at + every, min, max]),
    every,
    ...ends(
      spans.map(({ min, minAt }) => ({ value: min, at: minAt })),
      spans.map(({ max, maxAt }) => ({ value: max, at: maxAt })),
    ),
  }
}

function ends(lows: readonly Extreme[], highs: readonly Extreme[]): Pick<Line, 'min' | 'max'> {
  const first = (all: readonly Extreme[], isBetter: (one: Extreme, other: Extreme) => boolean) =>
    all.reduce<Extreme | undefined>((best, one) => (!best || isBetter(one, best) ? one : best), undefined)
  return { min: first(lows, (a, b) => a.value < b.value), max: first(highs, (a, b) => a.value > b.value) }
}

/** Points with nothing on either side: as a line they would not be seen. */
export function lonely(points: readonly Point[]): ReadonlySet<number> {
  const isThere = (i: number) => points[i] !== undefined && points[i]?.[1] !== null
  return new Set(points.flatMap(([at, value], i) => (value !== null && !isThere(i - 1) && !isThere(i + 1) ? [at] : [])))
}

/** What a line says at a time: the nearest of its points, if there is one near enough. */
export function indexAt(points: readonly Point[], at: number, within: number): number | undefined {
  let [low, high] = [0, points.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((points[middle] as Point)[0] < at) low = middle + 1
    else high = middle
  }
  // A gap lies right behind the reading that it follows.
  const near = [low - 2, low - 1, low, low + 1].filter((i) => points[i] !== undefined && points[i]?.[1] !== null)
  const away = (i: number) => Math.abs((points[i] as Point)[0] - at)
  const best = near.sort((a, b) => away(a) - away(b))[0]
  return best !== undefined && away(best) <= within ? best : undefined
}
