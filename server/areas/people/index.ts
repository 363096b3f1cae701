import { findPeople, type LivingHousehold, MOST_HOUSEHOLDS, readLiving } from '#shared/contract/people.ts'
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
    answer(findPeople, async ({ name, most }, { duty }) => {
      const recorded = await households.all()
      const wanted = name.toLowerCase()
      const found = (recorded ?? [])
        .filter(({ home }) => isWithin(home, duty))
        .flatMap(({ home, residents }) => residents.map((one) => ({ ...one, home })))
        .filter((one) => one.name.toLowerCase().includes(wanted))
        .sort((a, b) => nearness(a.name, wanted) - nearness(b.name, wanted))
      return {
        found: found.slice(0, most).map(({ name: whole, sex, birthYear, home }) => {
          return { name: whole, sex, birthYear, home, homeName: homeName(home, buildings.get(buildingOf(home))) }
        }),
        more: found.length > most,
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

/** The very name before one that begins so before one that holds it. */
function nearness(name: string, wanted: string): number {
  const at = name.toLowerCase().indexOf(wanted)
  return at === 0 ? name.length - wanted.length : 100 + at
}

/** A home is called by its building and its number, in any language. */
function homeName(home: string, building: Building | undefined): string {
  return `${building?.name ?? buildingOf(home)} ${placePart(home, 'room') ?? ''}`.trim()
}

function told(
  { home, tenure, residents }: Household,
  building: Building,
  whole: boolean,
  year: number,
): LivingHousehold {
  return {
    home,
    name: homeName(home, building),
    tenure,
    residents: residents.map((one) => (whole ? one : masked(one, year))),
  }
}
