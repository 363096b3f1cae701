import type { Ground } from '../cim/ground.ts'
import type { Placed } from './buildings.ts'
import { type Court, courts } from './courts.ts'
import { at, blobSpots, corners, ringOf, type Spot } from './frame.ts'
import { boundsOf, groundOf } from './interiors/drawing.ts'
import { PAVED, parkGrounds } from './park.ts'
import { gardenOf, northOf, type Row, rowsOf } from './rows.ts'
import { NORTH_SOUTH, PAVEMENT, WEST_EAST } from './streets.ts'

type Rect = [east: number, north: number, width: number, depth: number, turn?: number]

const rect = (kind: Ground['kind'], [east, north, width, depth, turn]: Rect, name?: string): Ground => ({
  kind,
  ...(name ? { name } : {}),
  ...(kind === 'plaza' ? { height: PAVED } : {}),
  ring: ringOf(corners(at(east, north), width, depth, turn)),
})

/** What is laid out by hand in the public blocks. */
const PUBLIC: Ground[] = [
  rect('plaza', [-80, -74, 90, 38], '社区广场'),
  rect('playground', [-185, -66, 44, 24], '幼儿园活动场'),
  rect('parking', [-80, -190, 78.7, 17], '市场停车场'),
  { kind: 'sport', name: '小学操场', ring: ringOf(blobSpots(at(186, -55), 40, 60, 0, 48)) },
  rect('plaza', [92, -62, 70, 16]),
  rect('sport', [56, -211, 30, 17], '篮球场'),
  rect('sport', [98, -211, 30, 17], '羽毛球场'),
  rect('sport', [140, -211, 22, 17], '网球场'),
  rect('playground', [205, -210, 36, 18], '攀爬乐园'),
  rect('plaza', [376, -60, 150, 108], '锦绣汇广场'),
  rect('parking', [322, -150, 83.9, 17], '锦绣汇停车场'),
  rect('parking', [428, -150, 83.9, 17], '锦绣汇停车场'),
  rect('parking', [322, -178, 83.9, 17], '锦绣汇停车场'),
  rect('parking', [428, -178, 83.9, 17], '锦绣汇停车场'),
  rect('plaza', [327, 396, 84, 52], '商务中心广场'),
  rect('plaza', [428, 349, 96, 56], '云锦广场'),
  rect('parking', [327, 450, 83.9, 17], '商务中心停车场'),
  rect('sport', [436, 452, 30, 17], '篮球场'),
  rect('plaza', [428, 405, 80, 26]),
  rect('plaza', [385, -272, 170, 24], '应急集结场'),
  rect('parking', [390, -335, 135.9, 17], '应急停车场'),
  { kind: 'grass', name: '滨河口袋公园', ring: ringOf(corners(at(386, -454), 160, 44)) },
  { kind: 'playground', ring: ringOf(blobSpots(at(345, -456), 12, 9, 0.06, 24)) },
  rect('plaza', [400, -456, 26, 16]),
]

/** Blocks of lawn between the streets, then what lies on them. */
export function makeGrounds(placed: readonly Placed[]): Ground[] {
  const lawns: Ground[] = []
  for (let x = 0; x < 4; x++)
    for (let y = 0; y < 4; y++) {
      const [west, east] = [NORTH_SOUTH[x], NORTH_SOUTH[x + 1]]
      const [south, north] = [WEST_EAST[y], WEST_EAST[y + 1]]
      if (!west || !east || !south || !north) continue
      const beside = (width: number) => width / 2 + PAVEMENT
      const [left, right] = [west.east + beside(west.width), east.east - beside(east.width)]
      const [low, high] = [south.north + beside(south.width), north.north - beside(north.width)]
      lawns.push({
        kind: 'grass',
        ring: ringOf(corners(at((left + right) / 2, (low + high) / 2), right - left, high - low)),
      })
    }
  return [
    { kind: 'plaza', ring: ringOf(corners(at(0, 0), 1034, 1034)) },
    ...lawns,
    { kind: 'grass', name: '锦绣公园', ring: ringOf(corners(at(0, 160), 484, 222)) },
    ...parkGrounds,
    ...PUBLIC,
    ...shopFronts(placed),
    ...courts.flatMap((court) => courtGrounds(court, placed)),
  ]
}

/** Where many come on foot there is no lawn before the door. */
const isPaved = ({ quarter: { name, type } }: Placed) =>
  type.use === 'market' || name.includes('商铺') || name.endsWith('站') || name.endsWith('亭')

function shopFronts(placed: readonly Placed[]): Ground[] {
  return placed.filter(isPaved).map(({ drawing, stand }) => {
    const [x0, y0, x1, y1] = boundsOf(groundOf(drawing))
    const paving = [
      [x0 - 2, y0 - 5],
      [x1 + 2, y0 - 5],
      [x1 + 2, y1 + 2],
      [x0 - 2, y1 + 2],
    ] as const
    return { kind: 'plaza', height: PAVED, ring: ringOf(paving.map(([x, y]) => stand.spot([x, y]))) }
  })
}

/** Cars along the lanes, and in each garden a place to sit or to play. */
function courtGrounds(court: Court, placed: readonly Placed[]): Ground[] {
  const rows = rowsOf(court, placed)
  return rows.flatMap((row, i) => {
    const next = rows[i + 1]
    return [...row.houses.map(parkingOf), ...(next ? [gardenGround(row, next, i)] : [])]
  })
}

const BAY = 2.6

/** One row of cars on the far side of the lane; as long as whole bays are. */
function parkingOf(house: Placed): Ground {
  const [x0, , x1] = boundsOf(groundOf(house.drawing))
  const bays = Math.floor((x1 - x0 - 6) / BAY)
  const inset = (x1 - x0 - (2 + bays * BAY)) / 2
  const corner = (end: 'west' | 'east', off: number) => northOf(house, end, -inset, off)
  return {
    kind: 'parking',
    ring: ringOf([corner('west', 8.4), corner('east', 8.4), corner('east', 13.7), corner('west', 13.7)]),
  }
}

function gardenGround(row: Row, next: Row, i: number): Ground {
  const off = gardenOf(row.houses, next)
  const [a, b] = [northOf(row.houses[0] as Placed, 'east', 6, off), northOf(row.houses[1] as Placed, 'west', 6, off)]
  const middle: Spot = at((a.east + b.east) / 2, (a.north + b.north) / 2)
  const beside = at(middle.east + (i % 2 === 0 ? -22 : 22), middle.north)
  if (i % 2 === 0) return { kind: 'playground', name: '儿童活动场', ring: ringOf(blobSpots(beside, 10, 7, 0.08, 24)) }
  return { kind: 'plaza', height: PAVED, name: '休憩广场', ring: ringOf(blobSpots(beside, 9, 7, 0, 24)) }
}
