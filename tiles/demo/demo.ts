import { type Local, toDegrees } from '#shared/place/local.ts'
import { seededRandom } from '#shared/random.ts'
import type { DeviceEntry } from '#shared/world/devices.ts'
import type { Building, Facade } from '../cim/buildings.ts'
import type { Grid } from '../cim/community.ts'
import type { Ring } from '../cim/geometry.ts'
import type { Gate, Ground } from '../cim/ground.ts'
import type { Site } from '../cim/site.ts'

const CENTER = { lon: 114.0579, lat: 22.5431, height: 0 }
const ROOT = 'jinxiu'

/** The demonstration community 锦绣社区: four residential clusters around a pond, a school, shops, a garage. */
export function makeDemo(seed: number): { site: Site; devices: DeviceEntry[] } {
  const random = seededRandom(seed)
  const buildings: Building[] = []
  const devices: DeviceEntry[] = []
  for (const [z, cluster] of CLUSTERS.entries())
    for (const [b, spot] of cluster.spots.entries()) {
      const number = buildings.length + 1
      const floors = cluster.floors[0] + Math.floor(random() * (cluster.floors[1] - cluster.floors[0] + 1))
      const building = buildingOf(cluster, { number, zone: z + 1, index: b, spot, floors })
      buildings.push(building)
      devices.push(...devicesOf(building, spot, random))
    }
  const site: Site = {
    community: {
      id: ROOT,
      name: '锦绣社区',
      center: CENTER,
      radius: 420,
      district: '示范区',
      street: '锦绣街道',
      police: '锦绣派出所',
      boundary: rectangle({ east: 0, north: 0 }, [740, 640]),
    },
    grids: CLUSTERS.map((cluster, z) => gridOf(cluster, z + 1)),
    grounds: GROUNDS,
    roads: { nodes: [], edges: [], closures: [] },
    walls: [],
    gates: GATES,
    trees: [],
    facilities: [],
    buildings,
    surroundings: { grounds: [], buildings: [] },
  }
  return { site, devices }
}

/** A building with its archive: what GB/T 42455.1 7.2.3 asks to be known of it. */
function buildingOf(
  cluster: Cluster,
  { number, zone, index, spot, floors }: { number: number; zone: number; index: number; spot: Local; floors: number },
): Building {
  const [lon, lat] = toDegrees(CENTER, spot)
  const [width, depth] = cluster.size
  return {
    place: `${ROOT}/z${zone}/b${String(number).padStart(2, '0')}`,
    number: `JX-${String(number).padStart(3, '0')}`,
    name: cluster.names?.[index] ?? `${number}栋`,
    position: { lon, lat, height: 0 },
    builtYear: cluster.builtYear,
    status: 'in-use',
    designLife: 50,
    use: cluster.use,
    structure: cluster.structure,
    footprint: rectangle(spot, cluster.size),
    floors,
    basements: floors > 12 ? 1 : 0,
    floorHeight: cluster.use === 'residential' ? 3 : 4.2,
    area: width * depth * floors,
    drawings: [],
    address: {
      door: `锦绣路${number}号`,
      district: '示范区',
      police: '锦绣派出所',
      street: '锦绣街道',
      community: '锦绣社区',
    },
    units: cluster.units,
    parts: [],
    facade: cluster.facade,
    recordedAt: '2026-01-05',
    source: '示范数据',
  }
}

function gridOf(cluster: Cluster, zone: number): Grid {
  const east = cluster.spots.map((spot) => spot.east)
  const north = cluster.spots.map((spot) => spot.north)
  const middle = (of: number[]) => (Math.min(...of) + Math.max(...of)) / 2
  const span = (of: number[], size: number) => Math.max(...of) - Math.min(...of) + size + 30
  return {
    place: `${ROOT}/z${zone}`,
    name: `第${'一二三四五六'[zone - 1]}网格`,
    ring: rectangle({ east: middle(east), north: middle(north) }, [
      span(east, cluster.size[0]),
      span(north, cluster.size[1]),
    ]),
    inCharge: [{ duty: '网格员', name: GRID_WORKERS[zone - 1] ?? '网格员' }],
  }
}

const GRID_WORKERS = ['周敏', '吴建国', '郑晓燕', '冯磊', '褚芳', '卫东']

interface Cluster {
  use: Building['use']
  size: [east: number, north: number]
  floors: [least: number, most: number]
  spots: Local[]
  names?: string[]
  builtYear: number
  structure: NonNullable<Building['structure']>
  units: number
  facade: Facade
}

const CLUSTERS: Cluster[] = [
  {
    use: 'residential',
    size: [26, 22],
    floors: [26, 32],
    spots: grid(-250, 120, 3, 2, 78, 84),
    builtYear: 2019,
    structure: 'shear-wall',
    units: 2,
    facade: { material: 'tile', color: '#b9b2a6', glazing: 0.42, balconies: true },
  },
  {
    use: 'residential',
    size: [62, 15],
    floors: [11, 18],
    spots: grid(70, 110, 3, 3, 95, 58),
    builtYear: 2011,
    structure: 'frame-shear-wall',
    units: 4,
    facade: { material: 'plaster', color: '#b3a692', glazing: 0.34, balconies: true },
  },
  {
    use: 'residential',
    size: [54, 13],
    floors: [6, 7],
    spots: grid(-260, -260, 3, 4, 76, 46),
    builtYear: 1996,
    structure: 'brick-concrete',
    units: 3,
    facade: { material: 'plaster', color: '#a89c8a', glazing: 0.26, balconies: true },
  },
  {
    use: 'school',
    size: [70, 18],
    floors: [4, 5],
    spots: [
      { east: 110, north: -110 },
      { east: 110, north: -170 },
    ],
    names: ['锦绣小学教学楼', '锦绣小学综合楼'],
    builtYear: 2004,
    structure: 'frame',
    units: 1,
    facade: { material: 'brick', color: '#a8765a', glazing: 0.4, balconies: false },
  },
  {
    use: 'commercial',
    size: [84, 30],
    floors: [3, 4],
    spots: [
      { east: 230, north: -120 },
      { east: 230, north: -200 },
    ],
    names: ['锦绣汇商场', '农贸市场'],
    builtYear: 2015,
    structure: 'frame',
    units: 1,
    facade: { material: 'glass', color: '#7f8b93', glazing: 0.6, balconies: false },
  },
  {
    use: 'public',
    size: [38, 24],
    floors: [3, 3],
    spots: [{ east: 0, north: -20 }],
    names: ['社区服务中心'],
    builtYear: 2012,
    structure: 'frame',
    units: 1,
    facade: { material: 'stone', color: '#a7a79c', glazing: 0.38, balconies: false },
  },
]

function grid(
  east: number,
  north: number,
  columns: number,
  rows: number,
  stepEast: number,
  stepNorth: number,
): Local[] {
  const spots: Local[] = []
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      spots.push({ east: east + column * stepEast, north: north + row * stepNorth })
  return spots
}

function rectangle({ east, north }: Local, [width, depth]: readonly [number, number]): Ring {
  return [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ].map(([x, y]) =>
    toDegrees(CENTER, { east: east + ((x as number) * width) / 2, north: north + ((y as number) * depth) / 2 }),
  )
}

function ellipse({ east, north }: Local, a: number, b: number): Ring {
  return Array.from({ length: 28 }, (_, i) => {
    const turn = (i / 28) * 2 * Math.PI
    return toDegrees(CENTER, { east: east + a * Math.cos(turn), north: north + b * Math.sin(turn) })
  })
}

const GROUNDS: Ground[] = [
  { kind: 'grass', ring: rectangle({ east: 0, north: 0 }, [740, 640]) },
  { kind: 'plaza', ring: rectangle({ east: 0, north: -20 }, [90, 70]) },
  { kind: 'plaza', ring: rectangle({ east: 165, north: -150 }, [250, 150]) },
  { kind: 'water', ring: ellipse({ east: -10, north: 70 }, 52, 30) },
  { kind: 'road', ring: rectangle({ east: 0, north: -68 }, [740, 12]) },
  { kind: 'road', ring: rectangle({ east: -30, north: -190 }, [10, 240]) },
  { kind: 'road', ring: rectangle({ east: -65, north: 140 }, [10, 400]) },
  { kind: 'road', ring: rectangle({ east: 0, north: 336 }, [780, 16]) },
  { kind: 'road', ring: rectangle({ east: 0, north: -336 }, [780, 16]) },
  { kind: 'road', ring: rectangle({ east: 382, north: 0 }, [16, 688]) },
  { kind: 'road', ring: rectangle({ east: -382, north: 0 }, [16, 688]) },
]

const GATES: Gate[] = [
  {
    id: 'gate-south',
    name: '南门',
    at: toDegrees(CENTER, { east: -30, north: -322 }),
    heading: 180,
    width: 9,
    kind: 'vehicle',
  },
  {
    id: 'gate-north',
    name: '北门',
    at: toDegrees(CENTER, { east: -65, north: 322 }),
    heading: 0,
    width: 9,
    kind: 'vehicle',
  },
  {
    id: 'gate-east',
    name: '东门（消防）',
    at: toDegrees(CENTER, { east: 372, north: -68 }),
    heading: 90,
    width: 6,
    kind: 'fire',
  },
]

const MAKERS = ['海湾', '利达', '青鸟', '汉威'] as const

function devicesOf(building: Building, spot: Local, random: () => number): DeviceEntry[] {
  const code = building.place.split('/').at(-1)
  const found: DeviceEntry[] = []
  const add = (kind: string, label: string, floor: number, count = 1) => {
    for (let n = 1; n <= count; n++) {
      const [lon, lat] = toDegrees(CENTER, {
        east: spot.east + (random() - 0.5) * 12,
        north: spot.north + (random() - 0.5) * 8,
      })
      const level = floor < 0 ? `b${-floor}` : `f${String(floor).padStart(2, '0')}`
      found.push({
        device: `${kind}-${code}-${level}${count > 1 ? `-${n}` : ''}`,
        kind,
        name: `${building.name}${floor < 0 ? `地下${-floor}层` : `${floor}层`}${label}`,
        place: `${building.place}/${level}`,
        position: { lon, lat, height: (floor < 0 ? floor : floor - 0.15) * building.floorHeight },
        maker: MAKERS[Math.floor(random() * MAKERS.length)],
        installedAt: `20${18 + Math.floor(random() * 7)}-0${1 + Math.floor(random() * 9)}-15`,
        owner: '锦绣社区物业',
        keeper: '消防维保班',
      })
    }
  }
  const step = building.floors > 12 ? 6 : 2
  for (let floor = 1; floor <= building.floors; floor += step) add('smoke-detector', '感烟探测器', floor)
  add('electric-fire', '电气火灾监控', 1)
  if (building.use === 'residential') {
    add('gas-detector', '可燃气体探测器', 2)
    add('sos-button', '紧急求助按钮', 1)
    if (building.floors > 12) add('water-level', '车库水位', -1)
  }
  if (building.use === 'commercial') add('gas-detector', '可燃气体探测器', 1, 2)
  return found
}
