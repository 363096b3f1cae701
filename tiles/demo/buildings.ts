import type { Building } from '../cim/buildings.ts'
import type { Grid } from '../cim/community.ts'
import { at, lonLat, ROOT, rectangle, ringOf, type Spot } from './frame.ts'
import { type Quarter, quarters, zoneNames } from './quarters.ts'

export interface Placed {
  building: Building
  quarter: Quarter
  spot: Spot
}

/** All buildings with their archives: what GB/T 42455.1 7.2.3 asks to be known of each. */
export function placeBuildings(random: () => number): Placed[] {
  const placed: Placed[] = []
  for (const quarter of quarters)
    for (const [n, spot] of quarter.spots.entries()) {
      const number = placed.length + 1
      const { type } = quarter
      const [least, most] = type.floors
      const floors = least + Math.floor(random() * (most - least + 1))
      placed.push({ building: buildingOf(quarter, spot, n, number, floors), quarter, spot })
    }
  return placed
}

function buildingOf(quarter: Quarter, spot: Spot, n: number, number: number, floors: number): Building {
  const { type, zone } = quarter
  const [width, depth] = type.size
  const [lon, lat] = lonLat(spot)
  return {
    place: `${ROOT}/z${zone}/b${String(number).padStart(2, '0')}`,
    number: `JX-${String(number).padStart(3, '0')}`,
    name: quarter.names?.[n] ?? `${quarter.name}${n + 1}栋`,
    position: { lon, lat, height: 0 },
    builtYear: type.builtYear,
    status: 'in-use',
    designLife: 50,
    use: type.use,
    structure: type.structure,
    footprint: rectangle(spot, width, depth, quarter.turn),
    holes: [],
    floors,
    basements: type.basements,
    floorHeight: type.floorHeight,
    area: Math.round(width * depth * floors),
    drawings: [],
    address: {
      door: `${quarter.name}${number}号`,
      district: '示范区',
      police: '锦绣派出所',
      street: '锦绣街道',
      community: '锦绣社区',
    },
    units: type.units,
    parts: [],
    facade: type.facade,
    ...(type.roof ? { roof: type.roof } : {}),
    recordedAt: '2026-01-05',
    source: '示范数据',
  }
}

const WORKERS = ['周敏', '吴建国', '郑晓燕', '冯磊', '褚芳', '卫东']

/** The grid units: each holds its quarters, and somebody answers for it. */
export function makeGrids(placed: readonly Placed[]): Grid[] {
  return zoneNames.map((name, i) => {
    const own = placed.filter(({ quarter }) => quarter.zone === i + 1)
    const east = own.map(({ spot }) => spot.east)
    const north = own.map(({ spot }) => spot.north)
    const [w, e, s, n] = [
      Math.min(...east) - 45,
      Math.max(...east) + 45,
      Math.min(...north) - 40,
      Math.max(...north) + 40,
    ]
    return {
      place: `${ROOT}/z${i + 1}`,
      name,
      ring: ringOf([at(w, s), at(e, s), at(e, n), at(w, n)]),
      inCharge: [{ duty: '网格员', name: WORKERS[i] ?? '网格员' }],
    }
  })
}
