import type { LatestValues } from '../contract/wire.ts'

export interface Measured {
  device: string
  metric: string
  at: number
  value: number
}

/**
 * What a device shows after a reading that came at `now`; false: it is older than what is shown. The server that is live and
 * a replay say it by the same words.
 */
export function takeNewest(values: Map<string, LatestValues>, { device, metric, at, value }: Measured, now: number) {
  // A clock that runs ahead must not hide what comes after it.
  const measured = Math.min(at, now)
  const known = values.get(device)
  if (!known) values.set(device, [measured, { [metric]: value }])
  else if (measured >= known[0]) {
    known[0] = measured
    known[1][metric] = value
  } else return false
  return true
}
