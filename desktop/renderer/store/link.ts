import { openMap } from './lens.ts'
import { type Selection, selectAlarm, selectDevice, selectPlace } from './selection.ts'

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

/** What leads somebody else to what is chosen here; undefined: nothing is. */
export function linkTo({ alarm, device, place }: Pick<Selection, 'alarm' | 'device' | 'place'>): string | undefined {
  const named = { alarm, device, place }
  for (const [kind, id] of Object.entries(named))
    if (id !== undefined) return `${location.origin}${location.pathname}#${kind}=${encodeURIComponent(id)}`
  return undefined
}
