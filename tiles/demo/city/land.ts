import type { Ground } from '../../cim/ground.ts'
import { at, blobSpots, corners, ringOf, type Spot } from '../frame.ts'
import { NORTH_SOUTH, WEST_EAST } from '../streets.ts'

/** The community's own streets go on through the city; between others of the city's. */
interface Street {
  at: number
  width: number
  bridge?: boolean
}

const own = <T extends { width: number }>(streets: readonly T[], where: (street: T) => number): Street[] =>
  streets.map((street) => ({ at: where(street), width: street.width, bridge: street.width > 12 }))

const more = (width: number, bridge: boolean, ...all: number[]): Street[] =>
  all.map((where) => ({ at: where, width, bridge }))

const byPlace = (a: Street, b: Street) => a.at - b.at

/** Streets that run north, from west to east. */
export const AVENUES = [
  ...own(NORTH_SOUTH, ({ east }) => east),
  ...more(18, false, -1810, -1560, -1290, -760, 760, 1290, 1560, 1810),
  ...more(26, true, -1025, 1025),
].sort(byPlace)

export const STREETS = [
  ...own(WEST_EAST, ({ north }) => north),
  ...more(18, false, -1770, -1540, 755, 1000, 1235),
  ...more(22, false, -1305, -795),
].sort(byPlace)

/** Outer kerb of the streets around the community. */
export const HOME = 517
const [WEST, EAST, SOUTH, NORTH] = [-2090, 2090, -1860, 1245]

/** Banks of the river; it bends a little on its way. */
const northBank = (east: number) => -895 + 26 * Math.sin(east / 420) + 10 * Math.sin(east / 170)
const southBank = (east: number) => -1200 + 30 * Math.sin(east / 520 + 1)

const bank = (line: (east: number) => number, off = 0): Spot[] =>
  Array.from({ length: 53 }, (_, i) => at(-2600 + i * 100, line(-2600 + i * 100) + off))

const between = (lower: Spot[], upper: Spot[]): Spot[] => [...lower, ...upper.reverse()]

export const hills = [
  { spot: at(-500, 1790), a: 940, b: 400, height: 190 },
  { spot: at(620, 1900), a: 800, b: 360, height: 140 },
  { spot: at(-1700, 1430), a: 560, b: 330, height: 105 },
  { spot: at(1650, 1760), a: 620, b: 320, height: 120 },
] as const

export const isHill = ({ east, north }: Spot): boolean =>
  hills.some(({ spot, a, b }) => ((east - spot.east) / a) ** 2 + ((north - spot.north) / b) ** 2 < 1.25)

export function makeLand(): Ground[] {
  const grounds: Ground[] = [
    {
      kind: 'grass',
      name: '滨江公园',
      ring: ringOf(
        between(
          bank(northBank, -6),
          bank(() => -812),
        ),
      ),
    },
    {
      kind: 'grass',
      name: '南岸绿带',
      ring: ringOf(
        between(
          bank(() => -1290),
          bank(southBank, 6),
        ),
      ),
    },
    { kind: 'path', name: '滨江步道', ring: ringOf(between(bank(northBank, 22), bank(northBank, 28))) },
    { kind: 'path', name: '南岸步道', ring: ringOf(between(bank(southBank, -28), bank(southBank, -22))) },
    { kind: 'water', name: '锦江', ring: ringOf(between(bank(southBank), bank(northBank))) },
    ...hills.map(
      ({ spot, a, b, height }, i): Ground => ({
        kind: 'hill',
        ...(i === 0 ? { name: '北山' } : {}),
        height,
        ring: ringOf(blobSpots(spot, a, b, 0.1, 44)),
      }),
    ),
  ]
  for (const { at: east, width, bridge } of AVENUES) {
    const top = east < -1150 || east > 1300 ? 1010 : NORTH
    const pieces: [number, number][] = bridge
      ? [[SOUTH, top]]
      : [
          [SOUTH, -1294],
          [-806, top],
        ]
    for (const [from, to] of pieces.flatMap((piece) => aroundHome(piece, east)))
      grounds.push({ kind: 'road', ring: ringOf(corners(at(east, (from + to) / 2), width, to - from)) })
  }
  for (const { at: north, width } of STREETS) {
    const [from, to] = north > 1010 ? [-1150, 1300] : [WEST, EAST]
    for (const [west, east] of aroundHome([from, to], north))
      grounds.push({ kind: 'road', ring: ringOf(corners(at((west + east) / 2, north), east - west, width)) })
  }
  return grounds
}

/** The community draws its own streets: a street that would run through it is left out there. */
function aroundHome([from, to]: [number, number], line: number): [number, number][] {
  if (Math.abs(line) > HOME || from > HOME || to < -HOME) return [[from, to]]
  const parts: [number, number][] = [
    [from, -HOME],
    [HOME, to],
  ]
  return parts.filter(([a, b]) => b > a)
}

/** A block of the city within its pavements. */
export interface Block {
  west: number
  east: number
  south: number
  north: number
}

const PAVEMENT = 5

export function blocks(): Block[] {
  const all: Block[] = []
  for (let x = 0; x + 1 < AVENUES.length; x++)
    for (let y = 0; y + 1 < STREETS.length; y++) {
      const [left, right] = [AVENUES[x] as Street, AVENUES[x + 1] as Street]
      const [low, high] = [STREETS[y] as Street, STREETS[y + 1] as Street]
      const block = {
        west: left.at + left.width / 2 + PAVEMENT,
        east: right.at - right.width / 2 - PAVEMENT,
        south: low.at + low.width / 2 + PAVEMENT,
        north: high.at - high.width / 2 - PAVEMENT,
      }
      const isHome = block.west > -HOME && block.east < HOME && block.south > -HOME && block.north < HOME
      const isRiver = low.at === -1305
      if (!isHome && !isRiver) all.push(block)
    }
  return all
}
