import { metresPerDegree } from '#shared/place/geodesy.ts'
import { type Fix, type Run, whereAt } from './fixes.ts'

export interface Walk {
  id: string
  /** Its ways: between two of them nobody knows where it was. */
  runs: readonly Run[]
}

export interface MeetingWish {
  /** Metres. */
  within: number
  /** Milliseconds. */
  atLeast: number
}

export interface Meeting {
  /** In the order of their letters. */
  who: string[]
  from: number
  to: number
  /** When two of them were nearest to one another, how near, and the middle between. */
  nearest: { at: number; metres: number; lon: number; lat: number; height: number }
}

/** Apart for no longer than this they have not parted: a receiver wavers. */
const PARTED_MS = 10_000

/**
 * When and where two or more were near one another for long enough. Between two fixes of a run one goes straight and evenly;
 * of what lies between runs nothing is known, so nobody meets there. Who is met while one meets another is of the company.
 */
export function meetingsOf(walks: readonly Walk[], wish: MeetingWish): Meeting[] {
  const all = [...walks].sort((a, b) => (a.id < b.id ? -1 : 1))
  const pairs: Meeting[] = []
  for (const [i, a] of all.entries()) for (const b of all.slice(i + 1)) pairs.push(...meetingsOfTwo(a, b, wish))
  return companies(pairs, wish.atLeast).sort(
    (a, b) => a.from - b.from || a.to - b.to || (a.who.join('\n') < b.who.join('\n') ? -1 : 1),
  )
}

function meetingsOfTwo(a: Walk, b: Walk, { within, atLeast }: MeetingWish): Meeting[] {
  const made: Meeting[] = []
  for (const one of a.runs)
    for (const two of b.runs) {
      const near: Meeting[] = []
      for (const span of nearSpans(one, two, within)) {
        const last = near.at(-1)
        // Both runs go on in between: it is known that they were not far.
        if (last && span.from - last.to <= PARTED_MS) {
          last.to = span.to
          if (span.nearest.metres < last.nearest.metres) last.nearest = span.nearest
        } else near.push({ who: [a.id, b.id], ...span })
      }
      made.push(...near.filter(({ from, to }) => to - from >= atLeast))
    }
  return made
}

type Span = Omit<Meeting, 'who'>

/** When two runs are within so many metres of one another: between two moments that either tells of, both go straight. */
function* nearSpans(one: Run, two: Run, within: number): Generator<Span> {
  const from = Math.max(one[0]?.at ?? 1, two[0]?.at ?? 1)
  const to = Math.min(one.at(-1)?.at ?? 0, two.at(-1)?.at ?? 0)
  if (from > to) return
  let before: [Fix, Fix] | undefined
  for (const at of momentsOf(one, two, from, to)) {
    const [a, b] = [whereAt(one, at), whereAt(two, at)]
    if (!a || !b) continue
    const span = spanBetween(before ?? [a, b], [a, b], within)
    if (span) yield span
    before = [a, b]
  }
}

/** The moments of both, once each, in order. */
function* momentsOf(one: Run, two: Run, from: number, to: number): Generator<number> {
  let [i, k] = [firstAt(one, from), firstAt(two, from)]
  yield from
  let last = from
  for (;;) {
    const next = Math.min(one[i]?.at ?? Number.POSITIVE_INFINITY, two[k]?.at ?? Number.POSITIVE_INFINITY)
    if (next > to) break
    if (one[i]?.at === next) i++
    if (two[k]?.at === next) k++
    if (next > last) yield next
    last = next
  }
}

function firstAt(run: Run, at: number): number {
  let [low, high] = [0, run.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((run[middle] as Fix).at < at) low = middle + 1
    else high = middle
  }
  return low
}

function spanBetween([a0, b0]: [Fix, Fix], [a1, b1]: [Fix, Fix], within: number): Span | undefined {
  // The same numbers whichever of the two is named first.
  const metres = metresPerDegree((a0.lat + b0.lat) / 2)
  const apart = (a: Fix, b: Fix) =>
    [(b.lon - a.lon) * metres.lon, (b.lat - a.lat) * metres.lat, b.height - a.height] as const
  const [px, py, pz] = apart(a0, b0)
  const [qx, qy, qz] = apart(a1, b1)
  const [vx, vy, vz] = [qx - px, qy - py, qz - pz]
  // |p + v s|² <= R² for s from 0 to 1.
  const a = vx * vx + vy * vy + vz * vz
  const b = px * vx + py * vy + pz * vz
  const c = px * px + py * py + pz * pz - within * within
  let [enter, leave] = [0, 1]
  if (a < 1e-12) {
    if (c > 0) return undefined
  } else {
    const root = b * b - a * c
    if (root < 0) return undefined
    enter = Math.max(0, (-b - Math.sqrt(root)) / a)
    leave = Math.min(1, (-b + Math.sqrt(root)) / a)
    if (enter > leave) return undefined
  }
  const nearest = a < 1e-12 ? 0 : Math.min(1, Math.max(0, -b / a))
  const time = (share: number) => a0.at + (a1.at - a0.at) * share
  const middle = (of: 'lon' | 'lat' | 'height') =>
    (a0[of] + b0[of] + (a1[of] - a0[of] + (b1[of] - b0[of])) * nearest) / 2
  return {
    from: time(enter),
    to: time(leave),
    nearest: {
      at: time(nearest),
      metres: Math.hypot(px + vx * nearest, py + vy * nearest, pz + vz * nearest),
      lon: middle('lon'),
      lat: middle('lat'),
      height: middle('height'),
    },
  }
}

/** Meetings that share somebody, for as long as a meeting has to last, are one. */
function companies(pairs: readonly Meeting[], atLeast: number): Meeting[] {
  const root = pairs.map((_, i) => i)
  const find = (i: number): number => {
    let at = i
    while (root[at] !== at) at = root[at] as number
    return at
  }
  for (const [i, one] of pairs.entries())
    for (let k = 0; k < i; k++) {
      const other = pairs[k] as Meeting
      const shared = Math.min(one.to, other.to) - Math.max(one.from, other.from)
      if (shared >= Math.max(atLeast, 1) && one.who.some((who) => other.who.includes(who))) root[find(i)] = find(k)
    }
  const made = new Map<number, Meeting>()
  for (const [i, one] of pairs.entries()) {
    const known = made.get(find(i))
    if (!known) made.set(find(i), { ...one })
    else {
      known.who = [...new Set([...known.who, ...one.who])].sort()
      known.from = Math.min(known.from, one.from)
      known.to = Math.max(known.to, one.to)
      if (isNearer(one.nearest, known.nearest)) known.nearest = one.nearest
    }
  }
  return [...made.values()]
}

function isNearer(a: Meeting['nearest'], b: Meeting['nearest']): boolean {
  return a.metres < b.metres || (a.metres === b.metres && a.at < b.at)
}
