import type { Room } from '../../cim/interior.ts'
import type { Placed } from '../buildings.ts'
import { hash, type Installer } from './installer.ts'
import {
  besideDoor,
  boundsAt,
  doorsOf,
  floorsOf,
  middleOfCell,
  middleOfRoom,
  onWall,
  planAt,
  roomsAt,
} from './spots.ts'
import type { World } from './world.ts'

const FOOD = ['包子铺', '面馆', '餐厅', '小吃店', '熟食店', '奶茶店', '咖啡馆', '早餐']
/** Where nobody hangs a detector. */
const UNWATCHED: Room['use'][] = ['stairs', 'elevator', 'shaft', 'ramp', 'toilet']
/** Sheds and huts of one room have no fire alarm system. */
const isSmall = ({ drawing }: Placed) => (drawing.plans.ground?.rooms.length ?? 0) < 3
const isHigh = ({ building }: Placed) => building.floors > 9

/** Smoke and heat, gas, call points, hydrants, sprinklers, fire doors, boards and tanks. */
export function fireDevices(install: Installer, { placed }: World): void {
  for (const house of placed) {
    for (const floor of floorsOf(house)) {
      detectors(install, house, floor)
      if (!isSmall(house)) byTheStairs(install, house, floor)
    }
    gas(install, house)
    const board = boardRoom(house)
    if (board) install.room('electric-fire', house, 1, board, onWall(board.outline, 0.3))
    if (isHigh(house) || house.quarter.type.basements > 1) {
      const [x0, y0, x1, y1] = boundsAt(house, house.building.floors)
      install.roof('fire-water-tank', house, [(x0 + x1) / 2, (y0 + y1) / 2 + 3], '屋顶消防水箱')
    }
  }
}

/** On every second floor: in the corridor of high houses, on the stairs of low ones, in each hall and some rooms of public ones. */
function detectors(install: Installer, house: Placed, floor: number): void {
  const ways = roomsAt(house, floor, 'corridor', 'lobby')
  const { use } = house.quarter.type
  if (floor < 0) {
    for (const room of roomsAt(house, floor, 'parking')) {
      const [x0, y0, x1, y1] = boundsOfRoom(room)
      install.room('heat-detector', house, floor, room, middleOfRoom(room))
      if ((x1 - x0) * (y1 - y0) > 2500) install.room('heat-detector', house, floor, room, [x0 + 14, y0 + 3])
    }
    for (const room of roomsAt(house, floor, 'machine'))
      install.room('smoke-detector', house, floor, room, middleOfRoom(room))
    return
  }
  if (use === 'residential') {
    const [room] =
      ways.length > 0 ? ways.slice((floor - 1) % ways.length) : roomsAt(house, floor, 'stairs').slice((floor >> 1) % 3)
    if (room && floor % 2 === 1) install.room('smoke-detector', house, floor, room, middleOfRoom(room))
    return
  }
  const rooms = planAt(house, floor).rooms.filter((room) => !UNWATCHED.includes(room.use))
  const kept = rooms.filter(
    (room, i) => i === 0 || room.use === 'hall' || hash(`${room.id}${floor}${house.building.place}`) % 6 === 0,
  )
  for (const room of kept.slice(0, 4)) install.room('smoke-detector', house, floor, room, middleOfRoom(room))
  for (const room of roomsAt(house, floor, 'machine'))
    if (room.name.includes('厨房')) install.room('heat-detector', house, floor, room, middleOfRoom(room))
}

function boundsOfRoom({ outline }: Room): [number, number, number, number] {
  const [xs, ys] = [outline.map(([x]) => x), outline.map(([, y]) => y)]
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

/** Call points and hydrants stand by the stairs; the doors of the stairs report when they are left open. */
function byTheStairs(install: Installer, house: Placed, floor: number): void {
  const stairs = roomsAt(house, floor, 'stairs')
  if (!isHigh(house) && house.quarter.type.use === 'residential') return
  const everywhere = floor < 0 || house.quarter.type.use !== 'residential'
  for (const [i, room] of stairs.entries()) {
    const door = doorsOf(house, floor, room).find((one) => one.to !== undefined)
    const next = planAt(house, floor).rooms.find(({ id }) => id === (door?.from === room.id ? door?.to : door?.from))
    if (!door || !next) continue
    // In turn: a tower would have hundreds.
    const mine = (i + floor) % stairs.length === 0
    if (mine && (everywhere || floor % 3 === 1))
      install.room('manual-call-point', house, floor, next, besideDoor(next, door, 1))
    if (mine && (everywhere || floor % 3 === 2))
      install.room('indoor-hydrant', house, floor, next, besideDoor(next, door, -1, 0.8), { above: 1.1 })
    if (door.kind === 'fire' && (floor + i) % (isHigh(house) ? 6 : 2) === 1)
      install.room('fire-door', house, floor, room, besideDoor(room, door, 1, 0.1), { above: 2 })
  }
  const zone = house.quarter.type.use === 'residential' ? 8 : 3
  const [corridor] = roomsAt(house, floor, 'corridor', 'parking', 'lobby', 'hall')
  if (corridor && (floor === -1 || floor % zone === 0 || (floor === 1 && !isHigh(house))))
    install.room('sprinkler-pressure', house, floor, corridor, onWall(corridor.outline, 0.92), { above: 2.2 })
}

/** In kitchens: of some homes, of those who cook for others. */
function gas(install: Installer, house: Placed): void {
  const { use } = house.quarter.type
  for (const floor of floorsOf(house).filter((one) => one > 0)) {
    for (const home of roomsAt(house, floor, 'home')) {
      const chosen = hash(`gas ${house.building.place} ${floor} ${home.id}`) % 100 < 5
      if (chosen || (floor === 2 && home.number === '01'))
        install.room('gas-detector', house, floor, home, middleOfCell(home, 'kitchen'), { above: 2.1 })
    }
    for (const room of planAt(house, floor).rooms) {
      const cooks =
        (room.use === 'shop' && FOOD.some((name) => room.name.startsWith(name))) || room.name.includes('厨房')
      if (cooks) install.room('gas-detector', house, floor, room, onWall(room.outline, 0.5), { above: 2.1 })
    }
  }
  if (use === 'market') {
    const [hall] = roomsAt(house, 1, 'hall')
    if (hall) install.room('gas-detector', house, 1, hall, onWall(hall.outline, 0.5), { above: 2.1 })
  }
}

/** Where the board of a house is. */
function boardRoom(house: Placed): Room | undefined {
  const [room] = [
    ...roomsAt(house, 1, 'machine'),
    ...roomsAt(house, 1, 'shaft'),
    ...roomsAt(house, 1, 'lobby'),
    ...roomsAt(house, 1, 'corridor'),
    ...roomsAt(house, 1, 'stairs'),
    ...roomsAt(house, 1, 'shop', 'office', 'hall', 'toilet', 'store'),
  ]
  return room
}
