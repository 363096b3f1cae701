export interface Range {
  from: number
  to: number
}

/** What is looked at: so long until now, or between two times; and what was looked at closer since, step by step. */
export interface View {
  base: number | Range
  zooms: readonly Range[]
}

/** Closer there is nothing to see. */
const LEAST_MS = 10_000
const MOST_MS = 36_525 * 86_400_000

export function isFollowing({ base, zooms }: View): boolean {
  return typeof base === 'number' && zooms.length === 0
}

export function rangeOf({ base, zooms }: View, now: number): Range {
  const zoomed = zooms.at(-1)
  if (zoomed) return zoomed
  return typeof base === 'number' ? { from: now - base, to: now } : base
}

/** Around a point that stays where it is; nothing that is yet to come is shown. */
export function scaled({ from, to }: Range, factor: number, around: number, now: number): Range {
  const length = Math.min(MOST_MS, Math.max(LEAST_MS, (to - from) * factor))
  const start = around - ((around - from) / (to - from)) * length
  return withinTime({ from: start, to: start + length }, Math.max(now, to))
}

export function shifted({ from, to }: Range, share: number, now: number): Range {
  const by = (to - from) * share
  return withinTime({ from: from + by, to: to + by }, Math.max(now, to))
}

/** Between two points; undefined: they are so near to one another that somebody only clicked. */
export function between(one: number, other: number, now: number): Range | undefined {
  const [from, to] = one < other ? [one, other] : [other, one]
  if (to - from < 1) return undefined
  return scaled({ from, to }, 1, (from + to) / 2, now)
}

function withinTime({ from, to }: Range, end: number): Range {
  const length = Math.ceil(to - from)
  const start = Math.max(0, Math.floor(Math.min(from, end - length)))
  return { from: start, to: Math.min(start + length, Math.max(Math.ceil(end), start + LEAST_MS)) }
}

/** Goes closer. `again`: another turn of the same wheel is the same step. */
export function zoomed(view: View, range: Range, again = false): View {
  return { ...view, zooms: [...(again ? view.zooms.slice(0, -1) : view.zooms), range] }
}

export function back(view: View): View {
  return { ...view, zooms: view.zooms.slice(0, -1) }
}
