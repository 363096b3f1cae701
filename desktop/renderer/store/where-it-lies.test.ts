import { expect, test } from 'vitest'
import type { Building } from '#tiles/cim/buildings.ts'
import type { Interior } from '#tiles/cim/interior.ts'
import { planFrame } from '#tiles/cim/plan-frame.ts'
import type { KnownSite } from './site.ts'
import { buildingUnder, floorsOf, heightOn, placeInside, placeOutside } from './where-it-lies.ts'

const square = (lon: number, lat: number, size: number): [number, number][] => [
  [lon, lat],
  [lon + size, lat],
  [lon + size, lat + size],
  [lon, lat + size],
]
const house = {
  place: 'town/z1/b1',
  footprint: square(114, 22, 0.001),
  holes: [square(114.0004, 22.0004, 0.0002)],
  floors: 3,
  basements: 1,
  floorHeight: 3,
} as unknown as Building
const grid = { place: 'town/z1', name: '一', ring: square(114, 22, 0.01), inCharge: [] }
const site = { community: { id: 'town' }, grids: [grid], buildings: [house] } as unknown as KnownSite
const interior = {
  origin: [114, 22],
  turn: 0,
  plans: {
    a: {
      rooms: [
        {
          id: 'hall',
          name: '厅',
          use: 'hall',
          outline: [
            [0, 0],
            [20, 0],
            [20, 20],
            [0, 20],
          ],
        },
      ],
      doors: [],
    },
  },
  floors: [{ floor: 2, plan: 'a' }],
  risers: [],
} as unknown as Interior

test('a spot in a footprint is in the building; in its courtyard, and elsewhere, it is in the open', () => {
  expect(buildingUnder(site, { lon: 114.0001, lat: 22.0001 })).toBe(house)
  for (const lon of [114.0005, 114.002]) expect(buildingUnder(site, { lon, lat: 22.0005 })).toBeUndefined()
  expect(placeOutside(site, { lon: 114.002, lat: 22.002 })).toBe('town/z1')
  expect(placeOutside(site, { lon: 115, lat: 22 })).toBe('town')
})

test('on a floor it is in the room that is drawn there, else on the floor', () => {
  const [lon, lat] = planFrame(interior).lonLat([10, 10])
  expect(placeInside(house, 2, { lon, lat }, interior)).toBe('town/z1/b1/f02/hall')
  expect(placeInside(house, 2, { lon: 114.0009, lat: 22.0009 }, interior)).toBe('town/z1/b1/f02')
  expect(placeInside(house, -1, { lon, lat }, null)).toBe('town/z1/b1/b1')
  expect(floorsOf(house)).toEqual([3, 2, 1, -1])
})

test('it hangs as high above its new floor as above the old one', () => {
  const from = (place: string, height: number) => ({ place, position: { lon: 114, lat: 22, height } })
  expect(heightOn(house, 3, from('town/z1/b1/f01', 2.8), site)).toBe(8.8)
  expect(heightOn(house, 2, from('town/z1', 6), site)).toBe(5.5)
  expect(heightOn(house, 2, from('town/z1/b1/f01', 40), site)).toBe(5.5)
})
