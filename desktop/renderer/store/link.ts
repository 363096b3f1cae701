import { openMap } from './lens.ts'
import { selectAlarm, selectDevice, selectPlace } from './selection.ts'

/** `#alarm=...`, `#device=...`, `#place=...`, `#map=...`: what somebody sent to somebody else. */
const KINDS = { alarm: selectAlarm, device: (id: string) => selectDevice(id, true), place: goTo, map: openMap } as const

function goTo(place: string): void {
  selectPlace(place, 'visit')
}

/** Goes to what a link names; false: it names nothing. */
export function followLink(hash: string): boolean {
  const found = /^#(alarm|device|place|map)=(.+)$/.exec(hash)
  if (!found) return false
  try {
    KINDS[found[1] as keyof typeof KINDS](decodeURIComponent(found[2] as string))
    return true
  } catch {
    // Somebody cut it short.
    return false
  }
}
