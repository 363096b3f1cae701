import type { Run } from './fixes.ts'

/** Out and in again within so long is taken for a receiver that wavers at the edge. */
const WAVERS_MS = 30_000

export interface Presence {
  from: number
  to: number
}

/** When one was where `isThere` says, in the order of time. What a run says nothing of is no presence. */
export function presenceOf(runs: readonly Run[], isThere: (lon: number, lat: number) => boolean): Presence[] {
  const made: Presence[] = []
  for (const run of runs) {
    let last: Presence | undefined
    let left = false
    for (const { at, lon, lat } of run) {
      if (!isThere(lon, lat)) {
        left = true
        continue
      }
      if (last && (!left || at - last.to <= WAVERS_MS)) last.to = at
      else {
        last = { from: at, to: at }
        made.push(last)
      }
      left = false
    }
  }
  return made
}
