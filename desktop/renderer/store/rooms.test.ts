import { expect, test } from 'vitest'
import type { Building } from '#tiles/cim/buildings.ts'
import type { Interior, Room } from '#tiles/cim/interior.ts'
import { roomAt, roomsOn, whereRoom } from './rooms.ts'

const outline: Room['outline'] = [
  [0, 0],
  [4, 0],
  [4, 6],
  [0, 6],
]
const home: Room = { id: 'home-01', number: '01', name: '01室', use: 'home', outline, cells: [] }
const stairs: Room = { id: 'stairs-1', name: '1号楼梯', use: 'stairs', outline, cells: [] }
const interior: Interior = {
  origin: [114, 22],
  turn: 0,
  plans: { typical: { rooms: [home, stairs], doors: [] } },
  floors: [
    { floor: -1, plan: 'typical' },
    { floor: 12, plan: 'typical' },
  ],
  risers: [],
}

test('a home is found by its number, what all storeys have by its id', () => {
  expect(roomAt(interior, 'c/z1/b01/f12/1201')).toBe(home)
  expect(roomAt(interior, 'c/z1/b01/b1/b101')).toBe(home)
  expect(roomAt(interior, 'c/z1/b01/f12/stairs-1')).toBe(stairs)
  for (const path of ['c/z1/b01/f12/1301', 'c/z1/b01/f11/stairs-1', 'c/z1/b01/f12', 'c/z1/b01'])
    expect(roomAt(interior, path)).toBeUndefined()
})

test('a storey that nobody has drawn has no rooms', () => {
  expect(roomsOn(interior, 'c/z1/b01/f12')).toHaveLength(2)
  expect(roomsOn(interior, 'c/z1/b01/f11')).toEqual([])
})

test('a room is where its storey is', () => {
  const building = { place: 'c/z1/b01', floorHeight: 3 } as Building
  const at = whereRoom(building, interior, 'c/z1/b01/f12/1201')
  expect(at?.height).toBe(33)
  expect(at?.lon).toBeCloseTo(114 + 2 / 103_000, 5)
  expect(whereRoom(building, interior, 'c/z1/b01/f12/nowhere')).toBeUndefined()
})
