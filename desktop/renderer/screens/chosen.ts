import type { Selection } from '../store/selection.ts'

/** What the card tells of; undefined: nothing is chosen. */
export function chosenOf({ alarm, device, place }: Selection): string | undefined {
  return alarm ?? device ?? place
}
