import { type Fix, metresBetween, type Run } from './fixes.ts'

/** Somebody stands who stays within so many metres for so long. */
const WITHIN = 12
const AT_LEAST_MS = 60_000

export interface Stretch {
  from: number
  to: number
  state: 'moving' | 'standing'
}

/** When one moved and when one stood, one after another, without a hole within a run. */
export function paceOf(run: Run): Stretch[] {
  const made: Stretch[] = []
  const add = (from: number, to: number, state: Stretch['state']) => {
    const last = made.at(-1)
    if (last?.state === state && last.to === from) last.to = to
    else made.push({ from, to, state })
  }
  for (let i = 0; i < run.length - 1; ) {
    const anchor = run[i] as Fix
    let end = i
    while (end + 1 < run.length && metresBetween(anchor, run[end + 1] as Fix) <= WITHIN) end++
    const until = run[end] as Fix
    if (until.at - anchor.at >= AT_LEAST_MS) {
      add(anchor.at, until.at, 'standing')
      i = end
      // Never twice from the same one.
      if (end === run.length - 1) break
    }
    const [here, next] = [run[i] as Fix, run[i + 1] as Fix]
    add(here.at, next.at, 'moving')
    i++
  }
  return made
}

/** Metres along the ways. */
export function lengthOf(runs: readonly Run[]): number {
  let sum = 0
  for (const run of runs) for (let i = 1; i < run.length; i++) sum += metresBetween(run[i - 1] as Fix, run[i] as Fix)
  return sum
}
