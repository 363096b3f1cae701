import { type Clock, DAY, every, HOUR } from '#shared/time.ts'
import { dayOf, type Storage } from '../log/storage.ts'

/** Drops the readings of days that are past their keeping, whole files at a time. */
export function keepReadings(storage: Storage, clock: Clock, days: number, report: (text: string) => void): () => void {
  const sweep = () => {
    storage.dropReadingsBefore(dayOf(clock.now() - days * DAY)).then(
      (dropped) => {
        if (dropped.length > 0) report(`readings of ${dropped.join(', ')} are past their ${days} days and were dropped`)
      },
      (error: Error) => report(`old readings could not be dropped: ${error.message}`),
    )
  }
  sweep()
  return every(clock, HOUR, sweep)
}
