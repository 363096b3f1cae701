import { isWithin } from '../place/path.ts'
import { areas } from './world.ts'

/** As much of the world as somebody may see. */
export interface Sight {
  place: string
  areas: { has(area: string): boolean }
}

const everywhere = new Set<string>(areas.filter((area) => area.everywhere).map(({ name }) => name))

/** Whether somebody may see what stands at a place. */
export function mayTake({ place, areas }: Sight, area: string, at: string): boolean {
  return areas.has(area) && (everywhere.has(area) || isWithin(at, place))
}
