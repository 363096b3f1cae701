import { type LivingHousehold, MOST_HOUSEHOLDS, readLiving } from '#shared/contract/people.ts'
import { holds } from '#shared/contract/roles.ts'
import { refuse } from '#shared/errors.ts'
import { isWithin, placePart } from '#shared/place/path.ts'
import type { Clock } from '#shared/time.ts'
import type { Building } from '#tiles/cim/buildings.ts'
import { floorId } from '#tiles/cim/floors.ts'
import type { Household } from '#tiles/cim/households.ts'
import type { Site } from '#tiles/cim/site.ts'
import { answer, type Served } from '../../gateway/serve.ts'
import { buildingOf, Households } from './households.ts'
import { masked } from './mask.ts'

export function peopleCalls(site: Site, folder: string | undefined, clock: Clock): Served[] {
  const households = new Households(folder)
  const buildings = new Map(site.buildings.map((building) => [building.place, building]))
  return [
    answer(readLiving, async ({ place, whole }, { role, duty }) => {
      if (whole && !holds(role, 'people.unmask'))
        refuse('access.denied', { call: readLiving.name, needs: 'people.unmask' }, 'not permitted to see names')
      if (!isWithin(place, duty)) refuse('access.denied', { place }, 'outside of the own area of duty')
      const building = buildings.get(buildingOf(place))
      if (!building || !hasStorey(building, place)) return unknownPlace()
      const recorded = await households.in(building.place)
      const found = (recorded ?? []).filter(({ home }) => isWithin(home, place))
      const year = new Date(clock.now()).getFullYear()
      return {
        households: found.slice(0, MOST_HOUSEHOLDS).map((one) => told(one, building, whole, year)),
        total: found.length,
        more: found.length > MOST_HOUSEHOLDS,
        recorded: recorded !== undefined,
      }
    }),
  ]
}

function unknownPlace(): never {
  const issues = [{ path: 'place', problem: 'no such building or storey' }]
  return refuse('input.invalid', { call: readLiving.name, issues }, 'place: no such building or storey')
}

function hasStorey({ floors, basements }: Building, place: string): boolean {
  const wanted = placePart(place, 'floor')
  if (wanted === undefined) return true
  for (let floor = -basements; floor <= floors; floor++) if (floor !== 0 && floorId(floor) === wanted) return true
  return false
}

/** A home is called by its building and its number, in any language. */
function told(
  { home, tenure, residents }: Household,
  { name }: Building,
  whole: boolean,
  year: number,
): LivingHousehold {
  return {
    home,
    name: `${name} ${placePart(home, 'room') ?? ''}`.trim(),
    tenure,
    residents: residents.map((one) => (whole ? one : masked(one, year))),
  }
}
