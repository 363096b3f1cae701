const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** What a timeline shows. */
export interface Stretch {
  from: number
  to: number
}

const SHORTEST = SECOND
const LONGEST = 62 * DAY
/** As wide as a column of the timeline is, about. */
const COLUMN_PX = 6
const STEPS = [
  ...[10, 20, 50, 100, 200, 500],
  ...[1, 2, 5, 10, 30].map((n) => n * SECOND),
  ...[1, 2, 5, 10, 30].map((n) => n * MINUTE),
  ...[1, 3, 6, 12].map((n) => n * HOUR),
  ...[1, 2, 7].map((n) => n * DAY),
]

export function isIn({ from, to }: Stretch, at: number): boolean {
  return at >= from && at <= to
}

export function around(at: number, length: number, now: number): Stretch {
  const to = Math.min(at + length / 2, now + length * 0.02)
  return { from: to - length, to }
}

/** A record that began late in a stretch leaves most of it empty. */
export function isYoung(begin: number, { from, to }: Stretch): boolean {
  return begin > from + (to - from) / 4
}

/** All of a young record, and five minutes at least. */
export function allOf(begin: number, now: number): Stretch {
  const length = Math.max(5 * MINUTE, (now - begin) * 1.1)
  return { from: now + length * 0.02 - length, to: now + length * 0.02 }
}

/** By a factor, and what lies under the pointer stays there. */
export function zoomed({ from, to }: Stretch, at: number, factor: number, now: number): Stretch {
  const length = Math.max(SHORTEST, Math.min(LONGEST, (to - from) * factor))
  const begin = at - ((at - from) / (to - from)) * length
  return within({ from: begin, to: begin + length }, now)
}

export function moved({ from, to }: Stretch, by: number, now: number): Stretch {
  return within({ from: from + by, to: to + by }, now)
}

/** The future is empty: a little of it is enough to see that it begins. */
function within({ from, to }: Stretch, now: number): Stretch {
  const length = to - from
  const latest = now + length * 0.02
  const begin = Math.max(0, Math.min(from, latest - length))
  return { from: begin, to: begin + length }
}

/** How long a column is. */
export function columnOf({ from, to }: Stretch, width: number): number {
  const wanted = ((to - from) / Math.max(1, width)) * COLUMN_PX
  return STEPS.find((step) => step >= wanted) ?? (STEPS.at(-1) as number)
}

/** Where lines with a time stand: round ones, by the clock of this place. */
export function ticksOf({ from, to }: Stretch, width: number, labelPx: number): { every: number; at: number[] } {
  const wanted = ((to - from) / Math.max(1, width)) * labelPx
  const every = STEPS.find((step) => step >= wanted) ?? (STEPS.at(-1) as number)
  const offset = new Date(from).getTimezoneOffset() * MINUTE
  const at: number[] = []
  for (let one = Math.ceil((from - offset) / every) * every + offset; one <= to; one += every) at.push(one)
  return { every, at }
}
