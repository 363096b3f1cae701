/** How long something took, of many times: half of them no longer than the median, nine tenths no longer than p90. */
export interface Spread {
  count: number
  median: number | null
  p90: number | null
}

export function spreadOf(times: readonly number[]): Spread {
  const sorted = Float64Array.from(times).sort()
  const at = (share: number) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null
  return { count: sorted.length, median: at(0.5), p90: at(0.9) }
}
