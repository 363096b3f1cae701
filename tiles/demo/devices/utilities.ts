import { stepsAlong } from '../along.ts'
import { hash, type Installer } from './installer.ts'
import { besideDoor, doorsOf, floorsOf, middleOfCell, onWall, planAt, roomsAt } from './spots.ts'
import type { World } from './world.ts'

/** Meters of homes and houses, manholes, street lamps. */
export function utilityDevices(install: Installer, { placed, lines, things }: World): void {
  for (const house of placed) {
    for (const floor of floorsOf(house).filter((one) => one > 0))
      for (const home of roomsAt(house, floor, 'home')) {
        const luck = hash(`meter ${house.building.place} ${floor} ${home.id}`) % 100
        const [door] = doorsOf(house, floor, home)
        if (luck < 4) install.room('water-meter', house, floor, home, middleOfCell(home, 'bath'), { above: 0.6 })
        if (luck >= 5 && luck < 9 && door) install.room('electricity-meter', house, floor, home, besideDoor(home, door))
        if (luck >= 10 && luck < 13) install.room('gas-meter', house, floor, home, middleOfCell(home, 'kitchen'))
      }
    const public_ = house.quarter.type.use !== 'residential'
    const [room] = [
      ...roomsAt(house, 1, 'machine', 'shaft'),
      ...roomsAt(house, 1, 'corridor', 'lobby', 'stairs', 'shop', 'office', 'hall', 'toilet'),
    ]
    if (!room) continue
    install.room('electricity-meter', house, 1, room, onWall(room.outline, 0.5), { label: '总电表' })
    install.room('water-meter', house, 1, room, onWall(room.outline, 0.7), { label: '总水表', above: 0.6 })
    if (public_ && (planAt(house, 1).rooms.length > 6 || house.building.floors > 1))
      install.room('heat-meter', house, 1, room, onWall(room.outline, 0.15), { above: 1.2 })
  }
  for (const line of lines.filter(({ lanes }) => lanes > 1))
    for (const { left, n } of stepsAlong(line.points, 78, line.width / 4, 34))
      install.outside('manhole', left, `${line.name}${n + 1}号`)
  for (const [i, lamp] of things.filter(({ kind }) => kind === 'street-lamp').entries())
    if (i % 3 === 0) install.outside('street-lamp', lamp.spot, lamp.name.replace('路灯', `${i + 1}号`))
}
