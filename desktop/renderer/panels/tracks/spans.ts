import type { Meeting, Track } from '#shared/contract/tracks.ts'
import type { TrackRange } from '../../store/tracks.ts'

export type SpanState = 'moving' | 'standing' | 'silent' | 'leap' | 'outside'

/** A part of a lane, in percent of its width. */
export interface LaneSpan {
  state: SpanState
  from: number
  to: number
  left: number
  width: number
}

const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440].map((minutes) => minutes * 60_000)

export function percentAt({ from, to }: TrackRange, at: number): number {
  return Math.min(100, Math.max(0, ((at - from) / (to - from)) * 100))
}

/** When it moved, when it stood, and when nobody knows. */
export function spansOf({ pace, breaks }: Pick<Track, 'pace' | 'breaks'>, range: TrackRange): LaneSpan[] {
  const all = [
    ...pace.map(({ from, to, state }) => ({ from, to, state: state as SpanState })),
    ...breaks.map(({ from, to, why }) => ({ from, to, state: why as SpanState })),
  ]
  return all
    .sort((a, b) => a.from - b.from)
    .map((span) => {
      const left = percentAt(range, span.from)
      return { ...span, left, width: percentAt(range, span.to) - left }
    })
}

export function stoodMs({ pace }: Pick<Track, 'pace'>): number {
  return pace.reduce((sum, { from, to, state }) => sum + (state === 'standing' ? to - from : 0), 0)
}

/** Round times of the axis, as many as there is room for. */
export function ticksOf({ from, to }: TrackRange, most: number): number[] {
  const step = STEPS.find((one) => (to - from) / one <= most) ?? 86_400_000
  // Round by the clock on the wall.
  const offset = new Date(from).getTimezoneOffset() * 60_000
  const first = Math.ceil((from - offset) / step) * step + offset
  const made: number[] = []
  for (let at = first; at <= to; at += step) made.push(at)
  return made
}

/** How long: 40 s, 12 min, 2 h 5 min. */
export function lastsText(ms: number): string {
  const minutes = Math.round(ms / 60_000)
  if (ms < 60_000) return `${Math.round(ms / 1000)} s`
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

/** Those of a meeting by what they are called here. */
export function namesOf({ who }: Pick<Meeting, 'who'>, nameOf: (device: string) => string): string {
  return who.map(nameOf).join(' · ')
}
