import type { SignedIn } from '#shared/contract/session.ts'
import type { Recording } from './recording.ts'

/** Whoever opens a recording without being signed in anywhere: may look at it, and nothing else. */
export function visitorOf({ bundle: { manifest } }: Recording): SignedIn {
  const { place } = manifest.sight
  return {
    account: '',
    name: '',
    role: 'operator',
    ...(place === '' ? {} : { duty: place }),
    permissions: ['alarms.see', 'devices.see', 'place.see', 'history.see'],
  }
}
