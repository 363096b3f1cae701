import type { ChatterRemedy } from '#shared/world/alarm-record.ts'
import { spreadOf } from './spread.ts'

/** ISA-18.2 has alarms chatter that come and go three times a minute or more often. */
export const CHATTER_TIMES = 3
export const CHATTER_MS = 60_000

/** The condition of one rule of one device came, or went. */
export interface Turn {
  at: number
  there: boolean
  value: number
  limit: number
}

export interface Chatter {
  /** How often it came, in all. */
  comings: number
  /** The most within a minute, and when that was last. */
  most: number
  at: number
  /** Milliseconds that it stayed away, nine times out of ten no longer. */
  gap: number | null
  /** How far from its limit it was when it went, nine times out of ten no farther. */
  reach: number | null
}

/** Undefined: it does not chatter. `turns` in their order. */
export function chatterOf(turns: readonly Turn[]): Chatter | undefined {
  const comings = turns.filter(({ there }) => there).map(({ at }) => at)
  let most = 0
  let at = 0
  let first = 0
  for (const [i, now] of comings.entries()) {
    while (now - (comings[first] as number) >= CHATTER_MS) first++
    const within = i + 1 - first
    if (within >= CHATTER_TIMES) at = now
    most = Math.max(most, within)
  }
  if (most < CHATTER_TIMES) return undefined
  const gaps: number[] = []
  const reaches: number[] = []
  let gone: number | undefined
  for (const turn of turns) {
    if (turn.there && gone !== undefined) gaps.push(turn.at - gone)
    gone = turn.there ? undefined : turn.at
    if (!turn.there) reaches.push(Math.abs(turn.limit - turn.value))
  }
  return { comings: comings.length, most, at, gap: spreadOf(gaps).p90, reach: spreadOf(reaches).p90 }
}

/** A wider dead band hides nothing as long as it stays well within the limit. */
const WIDEST = 0.3
const LONGEST_HOLD_S = 300
const SPARE = 1.2

/**
 * A wider dead band where what is measured wavers about its limit; else a hold before it counts as gone. `limit`,
 * `deadBand`: of a rule that has them. `offDelay`: seconds.
 */
export function remedyFor(
  { gap, reach }: Chatter,
  { limit, deadBand = 0, offDelay }: { limit?: number | undefined; deadBand?: number | undefined; offDelay: number },
): ChatterRemedy {
  if (limit !== undefined && reach !== null) {
    const wide = roundedUp(reach * SPARE)
    if (wide > deadBand && wide <= Math.abs(limit) * WIDEST) return { how: 'dead-band', from: deadBand, to: wide }
  }
  if (gap === null) return { how: 'look' }
  const hold = Math.ceil((offDelay + (gap / 1000) * SPARE) / 5) * 5
  return hold > LONGEST_HOLD_S ? { how: 'look' } : { how: 'off-delay', from: offDelay, to: hold }
}

/** To two figures, as one would write it: 0.123 is 0.13, 7.31 is 7.4. */
function roundedUp(value: number): number {
  if (value <= 0) return 0
  const step = 10 ** (Math.floor(Math.log10(value)) - 1)
  return Number((Math.ceil(value / step - 1e-9) * step).toPrecision(3))
}
