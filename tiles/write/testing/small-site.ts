import { toDegrees } from '#shared/place/local.ts'
import { Building } from '../../cim/buildings.ts'
import type { LonLat, Xy } from '../../cim/geometry.ts'
import { Interior } from '../../cim/interior.ts'
import { Site } from '../../cim/site.ts'
import type { SiteContent } from '../../cim/write.ts'

const CENTER = { lon: 114.05, lat: 22.54, height: 0 }

export const at = (east: number, north: number): LonLat => toDegrees(CENTER, { east, north })

const box = (east: number, north: number, width: number, depth: number): LonLat[] => [
  at(east, north),
  at(east + width, north),
  at(east + width, north + depth),
  at(east, north + depth),
]

function building(n: number, more: Record<string, unknown>): Building {
  const [east, north] = [(n % 4) * 60 - 100, Math.floor(n / 4) * 50 - 60]
  const [lon, lat] = at(east, north)
  return Building.parse({
    place: `small/z1/b0${n}`,
    name: `${n}栋`,
    use: 'residential',
    position: { lon, lat, height: 0 },
    footprint: box(east, north, 30, 12),
    floors: 3 + n,
    floorHeight: 3,
    ...more,
  })
}

const facade = { color: '#b0a593', glazing: 0.4, balconies: true }

/** One of everything that can be drawn, and names with letters of three bytes. */
export function smallSite(): SiteContent {
  const buildings = [
    building(1, { facade: { ...facade, material: 'tile' }, basements: 1, builtYear: 2019 }),
    building(2, { facade: { ...facade, material: 'brick' }, roof: { kind: 'gable', height: 3 } }),
    building(3, { use: 'commercial', facade: { ...facade, material: 'glass' } }),
    building(4, { use: 'school', facade: { ...facade, material: 'stone' }, roof: { kind: 'hip', height: 2 } }),
    building(5, {}),
    building(6, { parts: [{ ring: box(24, -6, 8, 8), fromFloor: 4, toFloor: 9 }] }),
    building(7, { holes: [box(90, -5, 8, 4)] }),
  ]
  const site: Site = Site.parse({
    community: { id: 'small', name: '小社区', center: CENTER, radius: 200, datum: 12 },
    grids: [],
    grounds: [
      { kind: 'plaza', ring: box(-150, -150, 300, 300) },
      { kind: 'water', name: '小湖', ring: box(-140, 60, 60, 40) },
      { kind: 'sport', ring: box(60, 60, 60, 40) },
      { kind: 'parking', ring: box(-40, 60, 60, 20) },
    ],
    roads: {
      nodes: [
        { id: 'a', at: at(-150, 40) },
        { id: 'b', at: at(0, 40) },
        { id: 'c', at: at(150, 40) },
        { id: 'd', at: at(0, 150) },
      ],
      edges: ['ab', 'bc', 'bd'].map((id) => ({ id, from: id[0], to: id[1], width: 14, lanes: 4, class: 'collector' })),
    },
    walls: (['wall', 'fence', 'hedge'] as const).map((kind, i) => ({
      kind,
      height: 2,
      line: [at(-150, -100 - i * 9), at(0, -100 - i * 9)],
    })),
    gates: [{ id: 'g', name: '门', at: at(0, -140), heading: 180, width: 8, kind: 'vehicle' }],
    trees: (['banyan', 'palm', 'camphor', 'ginkgo'] as const).map((species, i) => ({
      species,
      height: 6,
      at: at(i * 9, 110),
    })),
    facilities: [
      {
        id: 'bench-1',
        kind: 'bench',
        name: '长椅',
        place: 'small/z1',
        position: { ...spot(20, 120), height: 0 },
        heading: 90,
      },
    ],
    buildings,
    surroundings: {
      grounds: [{ kind: 'hill', height: 60, ring: box(400, 400, 300, 300) }],
      buildings: [
        building(8, {
          place: 'small/city/c1',
          position: { ...spot(300, 0), height: 0 },
          footprint: box(300, 0, 40, 20),
        }),
      ],
    },
    tilesets: [],
  })
  return { site, devices: [], households: [], interiors: new Map([['small/z1/b01', interior()]]) }
}

const spot = (east: number, north: number) => {
  const [lon, lat] = at(east, north)
  return { lon, lat }
}

/** Two homes beside a stair, alike on all floors, and a garage below. */
export function interior(): Interior {
  const rect = (x: number, y: number, width: number, depth: number): Xy[] => [
    [x, y],
    [x + width, y],
    [x + width, y + depth],
    [x, y + depth],
  ]
  const home = (id: string, x: number) => ({
    id,
    number: id.slice(-2),
    name: '住宅',
    use: 'home',
    outline: rect(x, 0, 13, 12),
    cells: [
      { use: 'living', outline: rect(x, 2, 7, 10), door: [x + 7, 6] },
      { use: 'bedroom', outline: rect(x + 7, 2, 6, 10) },
      { use: 'balcony', outline: rect(x, 0, 13, 2), door: [x + 3, 2] },
    ],
  })
  return Interior.parse({
    origin: at(-40, -60),
    turn: 0,
    plans: {
      typical: {
        rooms: [
          home('home-01', 0),
          { id: 'stairs-1', name: '楼梯', use: 'stairs', outline: rect(13, 0, 4, 12) },
          home('home-02', 17),
        ],
        doors: [
          { id: 'd1', at: [13, 5], width: 1, from: 'home-01', to: 'stairs-1' },
          { id: 'd2', at: [17, 5], width: 1, from: 'home-02', to: 'stairs-1', kind: 'fire' },
          { id: 'e', at: [15, 12], width: 1.5, from: 'stairs-1', kind: 'entrance' },
        ],
      },
      garage: {
        rooms: [
          {
            id: 'parking',
            name: '车库',
            use: 'parking',
            outline: [
              [0, 0],
              [13, 0],
              [13, 12],
              [0, 12],
            ],
            cells: [{ use: 'bay', outline: rect(1, 1, 2.5, 5) }],
          },
          { id: 'stairs-1', name: '楼梯', use: 'stairs', outline: rect(13, 0, 4, 12) },
        ],
        doors: [{ id: 'd', at: [13, 6], width: 1, from: 'parking', to: 'stairs-1' }],
      },
    },
    floors: [{ floor: -1, plan: 'garage' }, ...[1, 2, 3, 4].map((floor) => ({ floor, plan: 'typical' }))],
    risers: [{ id: 'stairs-1', kind: 'stairs', fromFloor: -1, toFloor: 4 }],
  })
}
