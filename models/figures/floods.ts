const TEN_MINUTES = 10 * 60_000
/** ISA-18.2: a flood begins with more than ten in ten minutes, and is over with fewer than five. */
const BEGINS = 10
const ENDS = 5

export interface Flood {
  from: number
  to: number
  alarms: number
}

export interface Load {
  floods: Flood[]
  /** The most that rose within ten minutes, and when that was. */
  most: { alarms: number; at: number }
}

/** When more alarms came than anybody can deal with. `times`: when they rose, in order. */
export function loadOf(times: readonly number[], to: number): Load {
  const floods: Flood[] = []
  const most = { alarms: 0, at: 0 }
  let flood: Flood | undefined
  let first = 0
  // Those that rose ten minutes ago or longer no longer count; a flood is over in the moment when the fifth one leaves.
  const leave = (now: number, count: number) => {
    while (first < count && (times[first] as number) + TEN_MINUTES <= now) {
      const at = (times[first++] as number) + TEN_MINUTES
      if (!flood || count - first >= ENDS) continue
      flood.to = at
      floods.push(flood)
      flood = undefined
    }
  }
  for (let i = 0; i < times.length; ) {
    const at = times[i] as number
    leave(at - 1, i)
    const before = i
    while (i < times.length && times[i] === at) i++
    if (flood) flood.alarms += i - before
    leave(at, i)
    const within = i - first
    if (within > most.alarms) Object.assign(most, { alarms: within, at })
    if (!flood && within > BEGINS) flood = { from: at, to: at, alarms: within }
  }
  leave(to, times.length)
  if (flood) floods.push({ ...flood, to })
  return { floods, most }
}

/** How much of a span of time was in one. */
export function timeInFlood(floods: readonly Flood[], from: number, to: number): number {
  let sum = 0
  for (const flood of floods) sum += Math.max(0, Math.min(flood.to, to) - Math.max(flood.from, from))
  return sum
}
