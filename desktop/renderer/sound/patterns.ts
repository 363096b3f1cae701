import type { Grade } from '#shared/world/alarm-record.ts'

/** One note of a pattern, in milliseconds from its start. */
export interface Note {
  at: number
  lasts: number
  hz: number
}

export interface Pattern {
  notes: readonly Note[]
  /** Of full volume. */
  strength: number
  /** Heard again after so long while nobody has acknowledged; undefined: once is enough. */
  againMs: number | undefined
}

const [HIGH, MIDDLE, LOW, CALM] = [988, 784, 659, 523] as const

/**
 * Told apart by rhythm first, by pitch second: who hears badly, or through a wall, still counts. As with the alarms of
 * medical devices (IEC 60601-1-8), the graver the more notes, the faster and the sooner again.
 */
export const patterns: Record<Grade, Pattern> = {
  1: { notes: [...burst(0, 3, HIGH), ...burst(620, 2, HIGH)], strength: 1, againMs: 5000 },
  2: { notes: burst(0, 3, MIDDLE, 240), strength: 0.8, againMs: 12_000 },
  3: { notes: burst(0, 2, LOW, 320), strength: 0.6, againMs: 40_000 },
  4: { notes: burst(0, 1, CALM, 320), strength: 0.45, againMs: undefined },
}

/** How long a pattern is heard. */
export function lengthOf({ notes }: Pattern): number {
  return Math.max(...notes.map(({ at, lasts }) => at + lasts))
}

function burst(from: number, count: number, hz: number, every = 170): Note[] {
  return Array.from({ length: count }, (_, i) => ({ at: from + i * every, lasts: every * 0.68, hz }))
}
