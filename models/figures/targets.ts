/** ISA-18.2: what has been there for so long tells nobody anything any more. */
export const STALE_MS = 86_400_000

/** What ISA-18.2 / IEC 62682 recommend; a figure without a line here has no recommended value. */
export const targets = {
  /** Of one operator, on average: very likely acceptable. */
  perTenMinutes: { most: 1 },
  /** Of one operator. */
  perDay: { most: 150 },
  /** Share of the time. */
  inFlood: { most: 0.01 },
  /** Share of all alarms that come from the ten that come most often. */
  topTen: { most: 0.05 },
  chattering: { most: 0 },
  stale: { most: 5 },
  /** Share of all alarms: I and II are high, III is medium, IV is low. */
  high: { most: 0.05 },
  medium: { most: 0.15 },
  low: { least: 0.8 },
} as const satisfies Record<string, { most: number } | { least: number }>
export type Target = keyof typeof targets

/** Null: there was nothing to be measured. */
export function isMet(target: Target, value: number | null): boolean | null {
  if (value === null) return null
  const wanted: { most?: number; least?: number } = targets[target]
  return wanted.most !== undefined ? value <= wanted.most : value >= (wanted.least ?? 0)
}
