import type { Hole } from '#shared/bundle/holes.ts'
import { SPEEDS } from '../../../players/past-state.ts'

/** What somebody wants a film of. */
export interface FilmWish {
  from: number
  to: number
  speed: number
  size: keyof typeof FILM_SIZES
  /** Pictures a second. */
  rate: number
}

export interface FilmPlan {
  pictures: number
  seconds: number
  bitrate: number
  /** Which moment a picture shows, from 0. */
  momentOf(picture: number): number
}

export const FILM_SIZES = { hd: { width: 1280, height: 720 }, full: { width: 1920, height: 1080 } } as const
export const FILM_RATES = [5, 10, 15, 25, 30] as const
export const USUAL_RATE = 15
const MINUTE = 60
const LONGEST_S = 10 * MINUTE
/** As long as somebody watches who only wants to see it. */
const USUAL_MS = MINUTE * 1000
/** A film that no file takes while it is made is held whole, twice at the end. */
const MOST_HELD_BYTES = 192 * 2 ** 20
/** A scene of houses and small marks, sharp enough to be read, takes so much. */
const BITS_A_POINT = 0.12

export function bitrateOf({ size, rate }: Pick<FilmWish, 'size' | 'rate'>): number {
  const { width, height } = FILM_SIZES[size]
  // Pictures that follow one another closely have more in common.
  return Math.round(width * height * BITS_A_POINT * Math.sqrt(rate * 25))
}

/** How long a film may be, in seconds. */
export function longestOf(wish: Pick<FilmWish, 'size' | 'rate'>, intoFile: boolean): number {
  if (intoFile) return LONGEST_S
  return Math.min(LONGEST_S, Math.floor((MOST_HELD_BYTES * 8) / bitrateOf(wish)))
}

/** Which moments are shown, evenly; what cannot be shown is passed over, as play does. Undefined: nothing is left. */
export function planOf(wish: FilmWish, holes: readonly Hole[]): FilmPlan | undefined {
  const { from, to, speed, rate } = wish
  const spans = shownOf(from, to, holes)
  const length = spans.reduce((sum, span) => sum + span.to - span.from, 0)
  const step = (1000 * speed) / rate
  if (!(length > 0)) return undefined
  const pictures = Math.max(1, Math.ceil(length / step))
  return {
    pictures,
    seconds: pictures / rate,
    bitrate: bitrateOf(wish),
    momentOf(picture) {
      let left = picture * step
      for (const span of spans) {
        if (left < span.to - span.from) return Math.round(span.from + left)
        left -= span.to - span.from
      }
      return to
    },
  }
}

function shownOf(from: number, to: number, holes: readonly Hole[]): { from: number; to: number }[] {
  const spans: { from: number; to: number }[] = []
  let begin = from
  for (const hole of holes.toSorted((a, b) => a.from - b.from)) {
    if (hole.to <= begin || hole.from >= to) continue
    if (hole.from > begin) spans.push({ from: begin, to: hole.from })
    begin = hole.to
  }
  if (begin < to) spans.push({ from: begin, to })
  return spans
}

interface Around {
  loop: readonly [from: number, to: number] | undefined
  /** Of the timeline. */
  shown: { from: number; to: number } | undefined
  at: number
  begin: number
  end: number
}

/** What somebody chose, at a speed at which it is no longer than a film may be; else a minute of film around the playhead, within what the timeline shows. */
export function wishedRange({ loop, shown, at, begin, end }: Around, speed: number, longestS: number) {
  const length = longestS * 1000
  const within = (from: number, to: number) => ({ from: Math.max(begin, from), to: Math.min(end, to) })
  if (loop) {
    const range = within(...loop)
    const fits = SPEEDS.find((one) => one >= speed && (range.to - range.from) / one <= length)
    return { ...range, speed: fits ?? (SPEEDS.at(-1) as number) }
  }
  const { from, to } = within(shown?.from ?? Number.NEGATIVE_INFINITY, shown?.to ?? Number.POSITIVE_INFINITY)
  const most = Math.min(length, USUAL_MS) * speed
  if (to - from <= most) return { from, to, speed }
  const first = Math.max(from, Math.min(at - most / 2, to - most))
  return { from: first, to: first + most, speed }
}
