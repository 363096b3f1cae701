import { at } from '../frame.ts'
import type { Installer } from './installer.ts'
import { boundsAt, doorsOf, floorsOf, middleOfRoom, onWall, planAt, roomsAt } from './spots.ts'
import { freeSpot, type World } from './world.ts'

/** Elevators, pumps, transformers, air handling, what sells by itself. */
export function equipmentDevices(install: Installer, { placed, things, solid }: World): void {
  for (const house of placed) {
    const home = house.quarter.type.use === 'residential'
    for (const room of roomsAt(house, 1, 'elevator')) {
      install.room('elevator', house, 1, room, onWall(room.outline, 0.5))
      if (home) install.room('ebike-elevator-detector', house, 1, room, middleOfRoom(room))
    }
    for (const floor of floorsOf(house))
      for (const room of roomsAt(house, floor, 'machine')) {
        if (floor < -1) continue
        if (/泵/.test(room.name)) install.room('pump-room', house, floor, room, middleOfRoom(room))
        if (/配电|变压器/.test(room.name)) install.room('power-room', house, floor, room, middleOfRoom(room))
        if (/空调|制冷|排烟/.test(room.name)) install.room('hvac', house, floor, room, middleOfRoom(room))
      }
    const { use } = house.quarter.type
    if (!home && house.building.floors > 1 && house.quarter.type.roof === undefined && use !== 'utility') {
      const [x0, y0, x1, y1] = boundsAt(house, house.building.floors)
      for (const share of [0.32, 0.72])
        install.roof('hvac', house, [x0 + share * (x1 - x0), y0 + 0.24 * (y1 - y0)], '屋顶空调机组')
    }
    if (['commercial', 'office', 'public', 'clinic', 'market', 'school'].includes(use)) {
      const [room] = [...roomsAt(house, 1, 'hall', 'lobby'), ...roomsAt(house, 1, 'corridor')]
      if (room && planAt(house, 1).rooms.length > 5 && doorsOf(house, 1, room).length > 0)
        install.room('vending-cabinet', house, 1, room, onWall(room.outline, 0.12))
    }
  }
  for (const { spot, kind, name } of things)
    if (kind === 'bus-stop')
      install.outside('vending-cabinet', freeSpot(solid, at(spot.east + 3, spot.north + 2)), name)
}

/** Chargers stand in the sheds, a shed between each two houses. */
export function chargers(install: Installer, { things }: World): void {
  for (const [i, { kind, spot, heading }] of things.entries()) {
    if (kind !== 'charging-shed') continue
    const turn = (heading * Math.PI) / 180
    for (const off of [-1.4, 1.4])
      install.outside(
        'ebike-charger',
        at(spot.east + Math.cos(turn) * off, spot.north - Math.sin(turn) * off),
        `${i + 1}号充电棚`,
      )
  }
  for (const [i, { spot }] of things.filter(({ kind }) => kind === 'hydrant').entries())
    install.outside('outdoor-hydrant', spot, `${i + 1}号`)
}
