import { stepsAlong } from '../along.ts'
import type { Placed } from '../buildings.ts'
import { spotOf } from '../claimed.ts'
import { courts } from '../courts.ts'
import { at, type Spot } from '../frame.ts'
import { rowsOf } from '../rows.ts'
import { NORTH_SOUTH, WEST_EAST } from '../streets.ts'
import { hash, type Installer } from './installer.ts'
import { besideDoor, boundsAt, doorsOf, floorsOf, onWall, planAt, roomsAt } from './spots.ts'
import { type CameraKind, viewOf } from './views.ts'
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
    if (kind !== 'pedestrian' || i % 2 === 0) camera(install, world, 'ai-camera', aside(width / 2 + 1.6), gate, name)
  }
  for (const { name, side, from, to, kind } of world.spans) {
    if (kind === 'hedge') continue
    for (const { spot, n } of stepsAlong([from, to], 58, 0, 20)) {
      install.outside('perimeter-beam', spot, `${name}${side}围墙${n + 1}段`)
    }
  }
}

/** On the free spot nearest to the one wished for, looking from there to what it watches. */
function camera(
  install: Installer,
  { solid }: World,
  kind: CameraKind,
  wished: Spot,
  watched: Spot,
  where: string,
): void {
  const spot = freeSpot(solid, wished)
  install.outside(kind, spot, where, { view: viewOf(kind, spot, watched) })
}

function cameras(install: Installer, world: World): void {
  const { placed, things } = world
  for (const { east, name, width } of NORTH_SOUTH)
    for (const { north, name: other, width: deep } of WEST_EAST) {
      const corner = at(east + width / 2 + 1.6, north + deep / 2 + 1.6)
      camera(install, world, 'ai-camera', corner, at(east, north), `${name}与${other}路口`)
    }
  for (const house of placed) {
    const { building, quarter } = house
    const [x0, y0, x1, y1] = boundsAt(house, 1)
    // Along the way behind the house, where its doors are.
    const corner = house.stand.spot([x1 + 1.5, y1 + 1.5])
    camera(install, world, 'ai-camera', corner, house.stand.spot([x0, y1 + 5]), building.name)
    if (quarter.type.use !== 'residential') continue
    // From below they look up along the front.
    const fronts = building.floors > 12 ? 2 : 1
    for (let i = 0; i < fronts; i++) {
      const middle = x0 + ((i + 0.5) / fronts) * (x1 - x0)
      const [spot, facade] = [house.stand.spot([middle, y0 - 7]), house.stand.spot([middle, y0])]
      const side = `${fronts === 1 ? '' : i === 0 ? '西' : '东'}南侧`
      camera(install, world, 'falling-object-camera', spot, facade, `${building.name}${side}`)
    }
  }
  for (const court of courts)
    for (const [i, { crossing, lane }] of rowsOf(court, placed).entries()) {
      const spot = at(crossing.east - 4.2, crossing.north + 4.2)
      const end = lane.at(-1) as Spot
      camera(install, world, 'fire-lane-camera', spot, end, `${court.quarter}${i + 1}号消防通道`)
    }
  for (const [i, { spot, name }] of things.filter(({ kind }) => kind === 'bus-stop').entries())
    camera(install, world, 'ai-camera', at(spot.east + (i % 2 ? 4 : -4), spot.north + 1), spot, name)
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
    speakers(install, house)
  }
}

/** Heard on the ground and on every twelfth floor above. */
function speakers(install: Installer, house: Placed): void {
  for (const floor of floorsOf(house)) {
    if (floor < 1 || floor % 12 !== 1) continue
    const [room] = [...roomsAt(house, floor, 'lobby', 'corridor'), ...roomsAt(house, floor, 'hall', 'stairs')]
    if (room) install.room('speaker', house, floor, room, onWall(room.outline, 0.3), { above: 2.2 })
  }
}
