import { placeUpTo } from '#shared/place/path.ts'
import { roomId } from '../../cim/floors.ts'
import type { Household } from '../../cim/households.ts'
import type { Room } from '../../cim/interior.ts'
import type { Placed } from '../buildings.ts'
import { hash, type Installer } from './installer.ts'
import { middleOfCell, onWall, planAt, roomsAt } from './spots.ts'
import type { World } from './world.ts'

/** With those who live alone and are old: smoke, a button by the bed, something on the wrist. */
export function careDevices(install: Installer, { placed, households }: World): void {
  const byHouse = new Map<string, Household[]>()
  for (const household of households) {
    const house = placeUpTo(household.home, 'building') as string
    byHouse.set(house, [...(byHouse.get(house) ?? []), household])
  }
  for (const house of placed) {
    if (house.quarter.type.use !== 'residential') continue
    // The old houses have had a button on the ground floor since the first works.
    const [first] = roomsAt(house, 1, 'home')
    if (first && (house.building.builtYear ?? 2000) < 2000)
      install.room('sos-button', house, 1, first, onWall(bedroomOf(first), 0.5), { above: 0.9 })
    for (const household of byHouse.get(house.building.place) ?? []) {
      const needs = household.residents.flatMap((one) => one.needs)
      const alone = needs.includes('elderly-alone')
      const frail = needs.includes('wheelchair') || needs.includes('disabled')
      if (!alone && !frail) continue
      const { floor, room } = homeOf(house, household)
      if (!room) continue
      const luck = hash(household.home) % 10
      if (alone) install.room('elder-smoke', house, floor, room, middleOfCell(room, 'living'))
      if (alone || luck < 4)
        install.room('sos-button', house, floor, room, onWall(bedroomOf(room), 0.5), { above: 0.9 })
      if (luck < (alone ? 7 : 3)) install.room('wearable', house, floor, room, middleOfCell(room, 'living'))
    }
  }
}

function bedroomOf(home: Room): Room['outline'] {
  return home.cells.find(({ use }) => use === 'bedroom')?.outline ?? home.outline
}

function homeOf(house: Placed, { home }: Household): { floor: number; room: Room | undefined } {
  const [, , , level = '', wanted] = home.split('/')
  const floor = Number(level.slice(1))
  return { floor, room: planAt(house, floor).rooms.find((room) => roomId(floor, room) === wanted) }
}
