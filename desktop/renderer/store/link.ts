import { useEffect, useState } from 'react'
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

/** Follows the address of the page, at first when it is known what there is, and whenever it changes. */
export function useLinks(isKnown: boolean): void {
  const [began, setBegan] = useState(isKnown)
  if (isKnown && !began) setBegan(true)
  useEffect(() => {
    if (!began) return
    const follow = () => followLink(location.hash)
    follow()
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [began])
}

/** What leads somebody else to what is chosen here; undefined: nothing is. */
export function linkTo({ alarm, device, place }: Pick<Selection, 'alarm' | 'device' | 'place'>): string | undefined {
  const named = { alarm, device, place }
  for (const [kind, id] of Object.entries(named))
    if (id !== undefined) return `${location.origin}${location.pathname}#${kind}=${encodeURIComponent(id)}`
  return undefined
}
