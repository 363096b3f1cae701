import type { Gate, Ground, Tree } from '../cim/ground.ts'
import type { RoadEdge, Roads } from '../cim/roads.ts'
import { at, blob, lonLat, rectangle, type Spot } from './frame.ts'

/** The net of streets: lines of longitude and latitude, each with its width. */
const NORTH_SOUTH = [
  { east: -500, name: '锦绣西路', width: 26, class: 'arterial' },
  { east: -250, name: '锦和路', width: 10, class: 'local' },
  { east: 0, name: '云锦路', width: 16, class: 'collector' },
  { east: 250, name: '学府路', width: 10, class: 'local' },
  { east: 500, name: '锦绣东路', width: 26, class: 'arterial' },
] as const
const WEST_EAST = [
  { north: -500, name: '滨河南路', width: 26, class: 'arterial' },
  { north: -230, name: '新村路', width: 10, class: 'local' },
  { north: 40, name: '锦绣路', width: 16, class: 'collector' },
  { north: 280, name: '公园北路', width: 10, class: 'local' },
  { north: 500, name: '山南路', width: 26, class: 'arterial' },
] as const

const LANES = { arterial: 6, collector: 4, local: 2 } as const

export function makeRoads(): Roads {
  const id = (x: number, y: number) => `n${x}${y}`
  const nodes = NORTH_SOUTH.flatMap(({ east }, x) =>
    WEST_EAST.map(({ north }, y) => ({ id: id(x, y), at: lonLat(at(east, north)) })),
  )
  const edges: RoadEdge[] = []
  const add = (street: (typeof NORTH_SOUTH)[number] | (typeof WEST_EAST)[number], from: string, to: string) => {
    // The park has no street through it.
    if (from === 'n22' && to === 'n23') return
    const { name, width, class: kind } = street
    edges.push({
      id: `${from}-${to}`,
      name,
      from,
      to,
      width,
      lanes: LANES[kind],
      class: kind,
      oneWay: false,
      fireLane: true,
    })
  }
  for (const [x, street] of NORTH_SOUTH.entries()) for (let y = 0; y < 4; y++) add(street, id(x, y), id(x, y + 1))
  for (const [y, street] of WEST_EAST.entries()) for (let x = 0; x < 4; x++) add(street, id(x, y), id(x + 1, y))
  return { nodes, edges, closures: [] }
}

export const gates: Gate[] = [
  { id: 'gate-south', name: '南门', at: lonLat(at(0, -484)), heading: 180, width: 12, kind: 'vehicle' },
  { id: 'gate-north', name: '北门', at: lonLat(at(0, 484)), heading: 0, width: 12, kind: 'vehicle' },
  { id: 'gate-west', name: '西门', at: lonLat(at(-484, 40)), heading: 270, width: 12, kind: 'vehicle' },
  { id: 'gate-east', name: '东门', at: lonLat(at(484, 40)), heading: 90, width: 12, kind: 'vehicle' },
  { id: 'gate-fire', name: '消防应急门', at: lonLat(at(484, -230)), heading: 90, width: 6, kind: 'fire' },
]

/** Blocks of lawn between the streets, then what lies on them. */
export function makeGrounds(): Ground[] {
  const grounds: Ground[] = [{ kind: 'plaza', ring: rectangle(at(0, 0), 1026, 1026) }]
  for (let x = 0; x < 4; x++)
    for (let y = 0; y < 4; y++) {
      const [west, east] = [NORTH_SOUTH[x] as never, NORTH_SOUTH[x + 1] as never] as { east: number; width: number }[]
      const [south, north] = [WEST_EAST[y] as never, WEST_EAST[y + 1] as never] as { north: number; width: number }[]
      if (!west || !east || !south || !north) continue
      const left = west.east + west.width / 2 + 4
      const right = east.east - east.width / 2 - 4
      const low = south.north + south.width / 2 + 4
      const high = north.north - north.width / 2 - 4
      grounds.push({
        kind: 'grass',
        ring: rectangle(at((left + right) / 2, (low + high) / 2), right - left, high - low),
      })
    }
  return [
    ...grounds,
    { kind: 'grass', name: '锦绣公园', ring: rectangle(at(0, 160), 476, 216) },
    { kind: 'water', name: '锦绣湖', ring: blob(at(20, 160), 120, 52, 0.12) },
    { kind: 'plaza', ring: rectangle(at(-170, 160), 60, 60) },
    { kind: 'sport', name: '小学操场', ring: blob(at(180, -55), 42, 62, 0) },
    { kind: 'playground', ring: rectangle(at(-185, -65), 44, 22) },
    { kind: 'plaza', ring: rectangle(at(375, -60), 150, 130) },
    { kind: 'plaza', ring: rectangle(at(-80, -75), 80, 40) },
    { kind: 'parking', ring: rectangle(at(375, -165), 180, 44) },
    { kind: 'plaza', ring: rectangle(at(375, 380), 200, 140) },
    { kind: 'parking', ring: rectangle(at(390, -330), 150, 24) },
  ]
}

const SPECIES = ['camphor', 'banyan', 'ginkgo', 'palm'] as const

/** Rows along the streets, a grove around the lake. */
export function makeTrees(random: () => number, blocked: (spot: Spot) => boolean): Tree[] {
  const trees: Tree[] = []
  const plant = (spot: Spot, species: Tree['species'], least: number, most: number) => {
    if (!blocked(spot))
      trees.push({ at: lonLat(spot), species, height: Number((least + random() * (most - least)).toFixed(1)) })
  }
  for (const [i, { east, width }] of NORTH_SOUTH.entries())
    for (const side of [-1, 1])
      for (let north = -478; north <= 478; north += 16)
        plant(at(east + side * (width / 2 + 3), north + random() * 2), SPECIES[i % 4] as Tree['species'], 6, 9)
  for (const [i, { north, width }] of WEST_EAST.entries())
    for (const side of [-1, 1])
      for (let east = -478; east <= 478; east += 16)
        plant(at(east + random() * 2, north + side * (width / 2 + 3)), SPECIES[(i + 1) % 4] as Tree['species'], 6, 9)
  for (let i = 0; i < 420; i++) {
    const spot = at(-230 + random() * 460, 58 + random() * 206)
    if (((spot.east - 20) / 140) ** 2 + ((spot.north - 160) / 66) ** 2 > 1)
      plant(spot, SPECIES[Math.floor(random() * 3)] as Tree['species'], 5, 12)
  }
  for (let i = 0; i < 700; i++)
    plant(at(-470 + random() * 940, -470 + random() * 940), SPECIES[Math.floor(random() * 4)] as Tree['species'], 4, 8)
  return trees
}

/** Streets, water and places where people play or park: no tree stands there. */
export function isKeptClear(spot: Spot): boolean {
  return (
    onStreet(spot) ||
    CLEAR.some(([east, north, a, b]) => Math.abs(spot.east - east) < a && Math.abs(spot.north - north) < b)
  )
}

const CLEAR = [
  [20, 160, 134, 62],
  [-170, 160, 32, 32],
  [180, -55, 46, 66],
  [-185, -65, 24, 13],
  [375, -60, 78, 68],
  [375, -165, 92, 24],
  [375, 380, 102, 72],
  [390, -330, 77, 14],
  [-80, -75, 42, 22],
] as const

/** Is this spot on a street? */
export function onStreet({ east, north }: Spot): boolean {
  return (
    NORTH_SOUTH.some(
      (street) =>
        Math.abs(east - street.east) < street.width / 2 + 1.5 && !(street.east === 0 && north > 40 && north < 280),
    ) || WEST_EAST.some((street) => Math.abs(north - street.north) < street.width / 2 + 1.5)
  )
}
