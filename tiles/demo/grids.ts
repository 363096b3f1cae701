import { contains } from '#shared/place/ring.ts'
import type { Grid } from '../cim/community.ts'
import { at, ROOT, ringOf, type Spot } from './frame.ts'

const GRIDS = ['锦绣新村网格', '锦绣西里网格', '锦和里网格', '锦和苑网格', '云锦苑网格', '公共服务网格']
const LEADERS = ['陈志远', '林秀英', '黄国华', '许静', '高明', '宋雅琴']
/** The first grid worker of each. */
export const GRID_WORKERS = ['周敏', '吴建国', '郑晓燕', '冯磊', '褚芳', '卫东']

type Corner = [east: number, north: number]

/** The edge of the community: the outer kerb of the streets around it. */
const EDGE = 517

/** The grid units part the community along the middle of its streets; each holds its quarters, and somebody answers for it. */
const RINGS: Corner[][] = [
  [
    [-EDGE, -EDGE],
    [0, -EDGE],
    [0, -230],
    [-EDGE, -230],
  ],
  [
    [-EDGE, -230],
    [-250, -230],
    [-250, 40],
    [-EDGE, 40],
  ],
  [
    [0, -EDGE],
    [EDGE, -EDGE],
    [EDGE, -230],
    [0, -230],
  ],
  [
    [-EDGE, 40],
    [486, 40],
    [486, 280],
    [-EDGE, 280],
  ],
  [
    [-EDGE, 280],
    [250, 280],
    [250, EDGE],
    [-EDGE, EDGE],
  ],
  // School, market and mall, and along the eastern street the offices in the north.
  [
    [-250, -230],
    [EDGE, -230],
    [EDGE, EDGE],
    [250, EDGE],
    [250, 280],
    [486, 280],
    [486, 40],
    [-250, 40],
  ],
]

export function makeGrids(): Grid[] {
  return GRIDS.map((name, i) => ({
    place: `${ROOT}/z${i + 1}`,
    name,
    ring: ringOf((RINGS[i] as Corner[]).map(([east, north]) => at(east, north))),
    inCharge: [
      { duty: '网格长', name: LEADERS[i] ?? '网格长', phone: `0755-5550${1100 + i}` },
      { duty: '网格员', name: GRID_WORKERS[i] ?? '网格员', phone: `0755-5550${1200 + i}` },
    ],
  }))
}

/** The grid unit a spot belongs to. */
export function zoneAt({ east, north }: Spot): string {
  const zone = RINGS.findIndex((ring) => contains(ring, [east, north]))
  return zone < 0 ? ROOT : `${ROOT}/z${zone + 1}`
}
