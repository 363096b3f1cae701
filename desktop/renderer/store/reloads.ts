const FIRST_MS = 5000
const MOST_MS = 300_000
/** After so long without another failure the next one is a first one. */
const FORGOTTEN_MS = 600_000
const KEY = 'ankan.failures'

/** How long to wait before the n-th attempt to go on, from 1: what fails again and again is left alone for longer and longer. */
export function waitBefore(attempt: number): number {
  return Math.min(FIRST_MS * 2 ** (attempt - 1), MOST_MS)
}

/** Counts that this window has failed as a whole, across its reloads: the how manieth time in a row it was. */
export function countFailure(storage: Pick<Storage, 'getItem' | 'setItem'>, now: number): number {
  const [times = 0, at = 0] = (storage.getItem(KEY) ?? '').split(' ').map(Number)
  const next = times > 0 && now - at < FORGOTTEN_MS ? times + 1 : 1
  storage.setItem(KEY, `${next} ${now}`)
  return next
}
