import type { Alarm } from '#shared/world/alarm-record.ts'

/** ISA-18.2: a flood begins with more than ten in ten minutes, and is over with fewer than five. */
const FLOOD_MS = 10 * 60_000
const BEGINS = 10
const ENDS = 5

export function isFlood(alarms: readonly Alarm[], now: number, was: boolean): boolean {
  let fresh = 0
  for (const { raisedAt } of alarms) if (now - raisedAt < FLOOD_MS) fresh++
  return was ? fresh >= ENDS : fresh > BEGINS
}
