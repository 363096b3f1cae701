import { type Drawing, draw } from './drawing.ts'
import { bays } from './garage.ts'
import { type Box, cm } from './outline.ts'
import { type RoomSketch, Sketch } from './sketch.ts'

type Entry = [width: number, id: string, room: RoomSketch]

export interface MallSize {
  /** Shops along each long side, and how wide and deep one is. */
  shops: number
  width: number
  depth: number
  gallery: number
  /** How wide the atrium is, from south to north. */
  atrium: number
}

const STAIR = 6
const NAMES = [
  '服装店',
  '咖啡馆',
  '书店',
  '药店',
  '餐厅',
  '眼镜店',
  '奶茶店',
  '数码店',
  '鞋店',
  '童装店',
  '美发店',
  '健身房',
]

/** Shops on galleries around an atrium, stairs in the corners, elevators in the west, a ramp in the east, a garage below. */
export function mall(size: MallSize, floors: number, basements: number): Drawing {
  const { east, south, north, low, high } = lines(size)
  return draw(
    { garage: garage(size), ground: storey(size, true), upper: storey(size, false) },
    {
      floors,
      basements,
      heads: [
        [0, low, 12, high],
        // A roof of glass above the atrium.
        [14 + size.gallery, low + 1, east - 20 - size.gallery, high - 1],
        [0, 0, STAIR, south],
        [east - STAIR, north, east, north + south],
      ],
    },
    (floor) => (floor < 0 ? 'garage' : floor === 1 ? 'ground' : 'upper'),
  )
}

/** The lines of the plan: galleries lie between `south` and `low`, and between `high` and `north`. */
function lines({ shops, width, depth, gallery, atrium }: MallSize) {
  const low = depth + gallery
  return {
    east: cm(2 * STAIR + shops * width),
    south: depth,
    low,
    middle: cm(low + atrium / 2),
    high: cm(low + atrium),
    north: cm(low + atrium + gallery),
  }
}

function frame(size: MallSize): Sketch {
  const { east, south, low, middle, high, north } = lines(size)
  const top = north + south
  const stairs: Box[] = [
    [0, 0, STAIR, south],
    [east - STAIR, 0, east, south],
    [0, north, STAIR, top],
    [east - STAIR, north, east, top],
  ]
  const sketch = new Sketch()
  for (const [i, box] of stairs.entries())
    sketch.room(`stairs-${i + 1}`, [box], { use: 'stairs', name: `${i + 1}号楼梯` })
  return sketch
    .room('elevator-1', [[9, middle - 3, 12, middle]], { use: 'elevator', name: '1号电梯' })
    .room('elevator-2', [[9, middle, 12, middle + 3]], { use: 'elevator', name: '2号电梯（货梯）' })
    .room('machine', [[0, middle - 3, 9, high]], { use: 'machine', name: '空调机房' })
    .room('toilet', [[0, low, 12, middle - 3]], { use: 'toilet', name: '卫生间' })
    .room('store', [[9, middle + 3, 12, high]], { use: 'store', name: '管理间' })
    .door('machine', 'store', { width: 1.2 })
}

function storey(size: MallSize, ground: boolean): Sketch {
  const { shops, width, gallery } = size
  const { east, south, low, middle, high, north } = lines(size)
  const shop = (n: number): RoomSketch => ({
    use: 'shop',
    name: NAMES[(n * 5 + (ground ? 0 : 3)) % NAMES.length] as string,
    number: String(n).padStart(2, '0'),
  })
  const row = (first: number) =>
    Array.from({ length: shops }, (_, i): Entry => [width, `shop-${first + i}`, shop(first + i)])
  const ids = (first: number) => row(first).map(([, id]) => id)
  const sketch = frame(size)
    .row(STAIR, 0, south, row(1))
    .row(STAIR, north, north + south, row(shops + 1))
    .room('gallery-south', [[0, south, east, low]], { use: 'corridor', name: '南廊' })
    .room('gallery-north', [[0, high, east, north]], { use: 'corridor', name: '北廊' })
    .room('gallery-west', [[12, low, 12 + gallery, high]], { use: 'corridor', name: '西廊' })
    .room('gallery-east', [[east - 18 - gallery, low, east - 18, high]], { use: 'corridor', name: '东廊' })
    .room('atrium', [[12 + gallery, low, east - 18 - gallery, high]], {
      use: ground ? 'hall' : 'shaft',
      name: ground ? '中庭' : '中庭上空',
    })
    .room('anchor-1', [[east - 18, low, east - 6, middle]], shop(2 * shops + 1))
    .room('anchor-2', [[east - 18, middle, east - 6, high]], shop(2 * shops + 2))
    .room(ground ? 'ramp' : 'goods', [[east - 6, low, east, high]], {
      use: ground ? 'ramp' : 'store',
      name: ground ? '车库坡道' : '库房',
    })
    .open('gallery-south', ids(1), { width: 3 })
    .open('gallery-north', ids(shops + 1), { width: 3 })
    .open('gallery-south', ['stairs-1', 'stairs-2'], { kind: 'fire', width: 2 })
    .open('gallery-north', ['stairs-3', 'stairs-4'], { kind: 'fire', width: 2 })
    .open('gallery-west', ['elevator-1', 'elevator-2'], { width: 1.4 })
    .open('gallery-west', ['toilet', 'store'], { width: 1.4 })
    .open('gallery-east', ['anchor-1', 'anchor-2'], { width: 4 })
  for (const side of ['south', 'north'])
    for (const end of ['west', 'east']) sketch.door(`gallery-${side}`, `gallery-${end}`, { width: gallery })
  if (!ground) return sketch.door('goods', 'anchor-2', { width: 2 })
  for (const id of ids(1).filter((_, i) => i % 2 === 0)) sketch.entrance(id, 'south', { width: 2.4 })
  for (const n of [1, 2, 3, 4]) sketch.entrance(`stairs-${n}`, n < 3 ? 'south' : 'north', { width: 2 })
  return sketch
    .door('atrium', 'gallery-south', { width: 8 })
    .door('atrium', 'gallery-north', { width: 8 })
    .entrance('gallery-south', 'west', { width: 4 })
    .entrance('gallery-north', 'west', { width: 4 })
    .entrance('gallery-south', 'east', { width: 4 })
    .entrance('ramp', 'east', { width: 6 })
}

function garage(size: MallSize): Sketch {
  const { east, south, low, high, north } = lines(size)
  const top = north + south
  const lanes = [0, 11.5, 16.8, 28.3, 33.6, 45.1].filter((y) => y + 5.3 <= top - 6)
  return frame(size)
    .room('ramp', [[east - 6, low, east, high]], { use: 'ramp', name: '车库坡道' })
    .room(
      'garage',
      [
        [STAIR, 0, east - STAIR, south],
        [0, south, east, low],
        [12, low, east - 6, high],
        [0, high, east, north],
        [STAIR, north, east - STAIR, top],
      ],
      {
        use: 'parking',
        name: '地下车库',
        cells: [...lanes, top - 5.3].flatMap((y) => bays([18, cm(y), east - 16, cm(y + 5.3)])),
      },
    )
    .open('garage', ['stairs-1', 'stairs-2', 'stairs-3', 'stairs-4'], { kind: 'fire', width: 2 })
    .open('garage', ['elevator-1', 'elevator-2', 'toilet', 'store'], { width: 1.4, side: 'east' })
    .door('ramp', 'garage', { width: 6, side: 'west' })
}
