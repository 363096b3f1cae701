import { expect, test } from 'vitest'
import { frameAt } from '#shared/place/geodesy.ts'
import { contains } from '#shared/place/ring.ts'
import { Building } from '#tiles/cim/buildings.ts'
import { Interior } from '#tiles/cim/interior.ts'
import { insideOf } from './rooms.ts'
import { storeysOf } from './storeys.ts'

const middle = { lon: 114, lat: 22.5 }
const building = Building.parse({
  place: 'c/z1/b01',
  name: '1栋',
  use: 'residential',
  position: { lon: 114.001, lat: 22.501, height: 0 },
  footprint: [
    [114.001, 22.501],
    [114.0012, 22.501],
    [114.0012, 22.5011],
  ],
  floors: 3,
  basements: 2,
  floorHeight: 3,
})
const rooms = [
  {
    id: 'hall',
    name: '走道',
    use: 'corridor',
    outline: [
      [0, 0],
      [10, 0],
      [10, 2],
      [2, 2],
      [2, 8],
      [0, 8],
    ],
  },
  {
    id: 'home-01',
    number: '01',
    name: '住宅',
    use: 'home',
    outline: [
      [2, 2],
      [10, 2],
      [10, 8],
      [2, 8],
    ],
  },
  {
    id: 'stairs-1',
    name: '楼梯',
    use: 'stairs',
    outline: [
      [10, 0],
      [13, 0],
      [13, 8],
      [10, 8],
    ],
  },
]
const doors = [
  { id: 'd1', at: [4, 2], width: 1, from: 'hall', to: 'home-01' },
  { id: 'out', at: [5, 0], width: 1.6, from: 'hall', kind: 'entrance' },
  { id: 'wrong', at: [6, 2], width: 1, from: 'hall', kind: 'entrance' },
]
const interior = Interior.parse({
  origin: [114.001, 22.501],
  turn: 30,
  plans: { all: { rooms, doors }, upper: { rooms, doors: doors.slice(0, 1) } },
  floors: [
    { floor: -1, plan: 'upper' },
    { floor: 1, plan: 'all' },
    { floor: 2, plan: 'upper' },
  ],
  risers: [{ id: 'stairs-1', kind: 'stairs', fromFloor: -1, toFloor: 2 }],
})
const inside = insideOf(building, interior, middle)
const room = (path: string) => inside.rooms.find((one) => one.path === path)

test('rooms bear the paths and the names that they have everywhere', () => {
  expect(inside.rooms).toHaveLength(9)
  expect(room('c/z1/b01/f02/201')).toMatchObject({ name: '201', use: 'home', floor: 2 })
  expect(room('c/z1/b01/b1/hall')).toMatchObject({ name: '走道', floor: -1 })
})

test('they lie where the earth has them, on their floor', () => {
  const { lon, lat } = { lon: 114.001, lat: 22.501 }
  const corner = frameAt({ ...middle, height: 0 }).toLocal({ lon, lat, height: 0 })
  const [first] = room('c/z1/b01/f02/hall')?.outline ?? []
  expect(first?.east).toBeCloseTo(corner.east, 6)
  expect(first?.north).toBeCloseTo(corner.north, 6)
  expect(first?.up).toBeCloseTo(3 + corner.up, 6)
  expect(room('c/z1/b01/b1/hall')?.at.up).toBeCloseTo(-3.6 + corner.up, 6)
})

test('the name of a winding room stands within it', () => {
  for (const { at, outline } of inside.rooms)
    expect(
      contains(
        outline.map(({ east, north }) => [east, north] as const),
        [at.east, at.north],
      ),
    ).toBe(true)
})

test('a way out leads to the open, away from its room, and not into another', () => {
  expect(inside.exits).toHaveLength(1)
  const [exit] = inside.exits
  expect(exit).toMatchObject({ id: 'out', floor: 1, room: 'c/z1/b01/f01/hall', width: 1.6 })
  // The front is turned by 30 degrees clockwise: out of it is south-south-west.
  expect(exit?.out.east).toBeCloseTo(-0.5, 3)
  expect(exit?.out.north).toBeCloseTo(-Math.sqrt(0.75), 3)
})

test('stairs know their room on each storey', () => {
  expect(inside.risers).toMatchObject([{ kind: 'stairs', rooms: [{ floor: -1 }, { floor: 1 }, { floor: 2 }] }])
})

test('storeys are those drawn inside, or else those that the building is said to have', () => {
  expect(storeysOf(building, interior).map(({ name }) => name)).toEqual(['B1', '1F', '2F'])
  expect(storeysOf(building, undefined)).toMatchObject([
    { name: 'B2', path: 'c/z1/b01/b2', level: -7.2, height: 3.6 },
    { name: 'B1' },
    { name: '1F', path: 'c/z1/b01/f01', level: 0, height: 3 },
    { name: '2F' },
    { name: '3F', level: 6 },
  ])
})
