import { z } from 'zod'
import { isWithin } from '../place/path.ts'
import { DeviceEntry, DeviceId } from './device-entry.ts'
import { event } from './event.ts'

/** What fields were before, by their name; null: there was nothing. */
const Was = z.record(z.string(), z.unknown())
/** The spreadsheet that said so. */
const File = z.string().max(200).optional()
/** What the world has learnt of a device beside its entry. */
const Rest = z.looseObject({})
const Reason = z.string().max(500)

/** The whole entry as it is now. */
export const deviceChanged = event('device:changed', z.object({ ...DeviceEntry.shape, was: Was, file: File }))

/** It is at this place now. Whoever sees this place alone learns all there is of it, and nothing of where it was. */
export const deviceMoved = event(
  'device:moved',
  z.object({ ...DeviceEntry.shape, was: Was, file: File, rest: Rest }),
  (data, place) =>
    typeof data.was.place === 'string' && !isWithin(data.was.place, place) ? { ...data, was: {} } : data,
)

/** Said at the place that it left, to whoever sees that one alone. It has no history of its own. */
export const deviceLeft = event('device:left', z.object({ left: DeviceId }))

/** Out of use: it leaves the world, and the archive keeps what was known. */
export const deviceRetired = event('device:retired', z.object({ device: DeviceId, reason: Reason }))
export const deviceRestored = event('device:restored', z.object({ ...DeviceEntry.shape, rest: Rest }))

export const deviceServiced = event(
  'device:serviced',
  z.object({
    device: DeviceId,
    on: z.iso.date(),
    /** Who looked after it. */
    who: z.string().max(100).optional(),
    note: Reason.optional(),
    next: z.iso.date().optional(),
  }),
)
