import { stepsAlong } from '../along.ts'
import { spotOf } from '../claimed.ts'
import { courts } from '../courts.ts'
import { at } from '../frame.ts'
import { rowsOf } from '../rows.ts'
import { NORTH_SOUTH, WEST_EAST } from '../streets.ts'
import { hash, type Installer } from './installer.ts'
import { besideDoor, boundsAt, doorsOf, floorsOf, onWall, planAt, roomsAt } from './spots.ts'
import { freeSpot, type World } from './world.ts'

/** Cameras, doors, barriers, beams and the points of the patrol. */
export function securityDevices(install: Installer, world: World): void {
  cameras(install, world)
  doors(install, world)
  for (const [i, { at: place, name, width, kind, heading }] of world.gates.entries()) {
    const turn = (heading * Math.PI) / 180
    const gate = spotOf(place)
    const aside = (off: number) => at(gate.east + Math.cos(turn) * off, gate.north - Math.sin(turn) * off)
    if (kind !== 'pedestrian') install.outside('vehicle-barrier', aside(width / 2 - 0.6), name)
    if (kind !== 'pedestrian' || i % 2 === 0)
      install.outside('ai-camera', freeSpot(world.solid, aside(width / 2 + 1.6)), name)
  }
  for (const { name, side, from, to, kind } of world.spans) {
    if (kind === 'hedge') continue
    for (const { spot, n } of stepsAlong([from, to], 58, 0, 20)) {
      install.outside('perimeter-beam', spot, `${name}${side}围墙${n + 1}段`)
    }
  }
}

function cameras(install: Installer, { placed, things, solid }: World): void {
  for (const { east, name, width } of NORTH_SOUTH)
    for (const { north, name: other, width: deep } of WEST_EAST)
      install.outside(
        'ai-camera',
        freeSpot(solid, at(east + width / 2 + 1.6, north + deep / 2 + 1.6)),
        `${name}与${other}路口`,
      )
  for (const house of placed) {
    const { building, quarter } = house
    const [x0, y0, x1, y1] = boundsAt(house, 1)
    const corner = house.stand.spot([x1 + 1.5, y1 + 1.5])
    install.outside('ai-camera', freeSpot(solid, corner), building.name)
    if (quarter.type.use !== 'residential') continue
    // From below they look up along the front.
    const fronts = building.floors > 12 ? 2 : 1
    for (let i = 0; i < fronts; i++) {
      const spot = house.stand.spot([x0 + ((i + 0.5) / fronts) * (x1 - x0), y0 - 7])
      install.outside(
        'falling-object-camera',
        freeSpot(solid, spot),
        `${building.name}${fronts === 1 ? '' : i === 0 ? '西' : '东'}南侧`,
      )
    }
  }
  for (const court of courts)
    for (const [i, { crossing }] of rowsOf(court, placed).entries())
      install.outside(
        'fire-lane-camera',
        freeSpot(solid, at(crossing.east - 4.2, crossing.north + 4.2)),
        `${court.quarter}${i + 1}号消防通道`,
      )
  for (const [i, thing] of things.filter(({ kind }) => kind === 'bus-stop').entries())
    install.outside(
      'ai-camera',
      freeSpot(solid, at(thing.spot.east + (i % 2 ? 4 : -4), thing.spot.north + 1)),
      thing.name,
    )
}

function doors(install: Installer, { placed }: World): void {
  for (const house of placed) {
    const { building, quarter } = house
    const home = quarter.type.use === 'residential'
    for (const door of planAt(house, 1).doors.filter((one) => one.to === undefined)) {
      const room = planAt(house, 1).rooms.find(({ id }) => id === door.from)
      if (!room || room.use === 'ramp' || room.use === 'shop' || room.use === 'parking') continue
      if (home || hash(`${building.place} ${door.id}`) % 2 === 0)
        install.room('door-access', house, 1, room, besideDoor(room, door))
    }
    for (const floor of floorsOf(house)) {
      if (floor !== 1 && (floor < 0 || floor % 9 !== 0)) continue
      const [room] = [...roomsAt(house, floor, 'lobby', 'corridor'), ...roomsAt(house, floor, 'stairs', 'hall')]
      if (!room) continue
      const [door] = doorsOf(house, floor, room).slice(-1)
      install.room(
        'patrol-point',
        house,
        floor,
        room,
        door ? besideDoor(room, door, -1, 0.7) : onWall(room.outline, 0.7),
      )
    }
  }
}
