import type { Contents } from './use-contents.ts'

/** Above the most that was measured, of five thousand devices whose values all change: where many stay as they were it is a third of that. */
const [BYTES_A_READING, BYTES_AN_EVENT, READINGS_A_SECOND] = [12, 60, 200_000] as const

export function bytesOf({ readings, ...events }: Contents): number {
  return readings * BYTES_A_READING + manyOf(events) * BYTES_AN_EVENT
}

export function millisecondsOf({ readings, ...events }: Contents): number {
  return Math.max(1000, ((readings + manyOf(events)) / READINGS_A_SECOND) * 1000)
}

function manyOf({ alarms, acts, others }: Pick<Contents, 'alarms' | 'acts' | 'others'>): number {
  return alarms + acts + others
}
