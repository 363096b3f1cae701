import { createStore } from 'zustand/vanilla'
import { type Fix, whereAt } from '#models/tracks/fixes.ts'
import { LONGEST_TRACK_MS, type Meeting, MOST_TRACKS, type Track } from '#shared/contract/tracks.ts'
import type { Position } from '#shared/place/position.ts'
import type { Ring } from '#shared/place/ring.ts'

const HOUR = 3_600_000

export interface TrackRange {
  from: number
  to: number
}

export interface ChosenTrack {
  device: string
  /** Which of the colours and letters; it stays when others go. */
  color: number
}

/** What the server said of those who are chosen. */
export interface TrackAnswer {
  tracks: readonly Track[]
  meetings: readonly Meeting[]
  moreMeetings: boolean
  missing: readonly string[]
}

/** The tracks that are looked at together, in panel and scene alike. They last as long as the page: who was where is kept nowhere else. */
export interface Tracks {
  chosen: readonly ChosenTrack[]
  range: TrackRange | undefined
  answer: TrackAnswer | undefined
  /** The one that stands before the others. */
  focus: string | undefined
  /** An area of the ground that is searched, drawn by hand, and whether somebody is drawing it. */
  area: Ring | undefined
  drawing: boolean
  /** Counts up when somebody wants to see them. */
  calls: number
  /** Where the scene is to go. */
  spot: { position: Position; turn: number } | undefined
}

const NONE: Omit<Tracks, 'calls'> = {
  chosen: [],
  range: undefined,
  answer: undefined,
  focus: undefined,
  area: undefined,
  drawing: false,
  spot: undefined,
}

export const tracks = createStore<Tracks>(() => ({ ...NONE, calls: 0 }))

/** False: there is no room for another. */
export function chooseTrack(device: string, range?: TrackRange): boolean {
  const { chosen, calls } = tracks.getState()
  const time = range ? { range: { from: Math.max(range.from, range.to - LONGEST_TRACK_MS), to: range.to } } : {}
  if (chosen.some((one) => one.device === device)) {
    tracks.setState({ ...time, focus: device, calls: calls + 1 })
    return true
  }
  if (chosen.length >= MOST_TRACKS) return false
  const taken = new Set(chosen.map(({ color }) => color))
  const color = Array.from({ length: MOST_TRACKS }, (_, i) => i).find((i) => !taken.has(i)) ?? 0
  tracks.setState({ ...time, chosen: [...chosen, { device, color }], focus: device, calls: calls + 1 })
  return true
}

export function dropTrack(device: string): void {
  const { chosen, focus, answer } = tracks.getState()
  const left = chosen.filter((one) => one.device !== device)
  tracks.setState({
    chosen: left,
    focus: focus === device ? left[0]?.device : focus,
    answer:
      left.length === 0
        ? undefined
        : answer && {
            ...answer,
            tracks: answer.tracks.filter((one) => one.device !== device),
            meetings: answer.meetings.filter(({ who }) => !who.includes(device)),
          },
  })
}

/** All of them; the time that is looked at stays. */
export function clearTracks(): void {
  tracks.setState({ ...NONE, range: tracks.getState().range })
}

/** Another person may sit here next. */
export function forgetTracks(): void {
  tracks.setState(NONE)
}

export function focusTrack(focus: string | undefined): void {
  tracks.setState({ focus })
}

export function lookAtTracks(range: TrackRange): void {
  tracks.setState({ range })
}

export function tellTracks(answer: TrackAnswer | undefined): void {
  tracks.setState({ answer })
}

export function drawTrackArea(area: Ring | undefined): void {
  tracks.setState({ area })
}

export function startTrackArea(drawing: boolean): void {
  tracks.setState({ drawing })
}

/** The scene flies there. */
export function showSpot(position: Position): void {
  tracks.setState({ spot: { position, turn: (tracks.getState().spot?.turn ?? 0) + 1 } })
}

/** What one that is looked back from the card of a device shows at first. */
export function lastHours(now: number, hours: number): TrackRange {
  return { from: Math.floor(now - hours * HOUR), to: Math.floor(now) }
}

/** A, B, C: what tells them apart without a colour. */
export function letterOf(color: number): string {
  return String.fromCharCode(65 + color)
}

/** Where one was at a moment, or last before it; undefined: nothing is known by then. */
export function whereOnTrack({ runs }: Pick<Track, 'runs'>, at: number): (Fix & { known: boolean }) | undefined {
  let last: Fix | undefined
  for (const run of runs) {
    const begin = run[0]
    if (!begin || begin[0] > at) break
    const fixes = run.map(([time, lon, lat, height]) => ({ at: time, lon, lat, height }))
    const here = whereAt(fixes, at)
    if (here) return { ...here, known: true }
    last = fixes.at(-1)
  }
  return last && { ...last, known: false }
}
