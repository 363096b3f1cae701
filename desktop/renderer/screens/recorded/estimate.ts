import type { Contents } from './use-contents.ts'

/** As a community of five thousand devices was measured; the bench, with shorter names and many more events, takes less. */
const [BYTES_A_READING, BYTES_AN_EVENT, READINGS_A_SECOND] = [9, 30, 300_000] as const

export function bytesOf({ readings, ...events }: Contents): number {
  return readings * BYTES_A_READING + manyOf(events) * BYTES_AN_EVENT
}

export function millisecondsOf({ readings, ...events }: Contents): number {
  return Math.max(1000, ((readings + manyOf(events)) / READINGS_A_SECOND) * 1000)
}

function manyOf({ alarms, acts, others }: Pick<Contents, 'alarms' | 'acts' | 'others'>): number {
  return alarms + acts + others
}
