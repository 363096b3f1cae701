import type { Ground } from '../cim/ground.ts'
import { nearestOf } from './claims.ts'
import { spots, type Xy } from './drives.ts'
import { at, blobSpots, corners, ringOf, type Spot } from './frame.ts'
import type { NetLine } from './net.ts'

/** Paving lies above the lawn around it. */
export const PAVED = 0.16

const LAKE = at(24, 162)

/** Larger by so much than the lake, and of its shape. */
const shore = (by: number) => blobSpots(LAKE, 116 + by, 52 + by, 0.12, 56)

const walk = (id: string, name: string, width: number, points: Spot[]): NetLine => ({
  id: `park-${id}`,
  name,
  points,
  width,
  lanes: 0,
  class: 'path',
  // The wide ones bear an engine.
  fireLane: width >= 4,
})

const ring = shore(20)
const loop = [...ring, ring[0] as Spot]
/** Where one comes out on the way around the lake. */
const onLoop = (east: number, north: number) => nearestOf(loop, at(east, north))

/** The crooked bridge over the lake. */
const BRIDGE: Xy[] = [
  [-10, 84],
  [-10, 122],
  [12, 122],
  [12, 152],
  [38, 152],
  [38, 184],
  [20, 184],
  [20, 232],
]

export const parkLines: NetLine[] = [
  walk('loop', '环湖步道', 4, loop),
  walk('south', '公园南入口', 4, [
    ...spots([
      [0, 40],
      [0, 62],
    ]),
    onLoop(-10, 92),
  ]),
  walk('north', '公园北入口', 4, [
    ...spots([
      [0, 280],
      [0, 250],
    ]),
    onLoop(20, 228),
  ]),
  walk('east', '公园东入口', 4, [
    ...spots([
      [250, 162],
      [200, 162],
    ]),
    onLoop(165, 155),
  ]),
  walk(
    'west',
    '公园西入口',
    4,
    spots([
      [-250, 163],
      [-202, 163],
    ]),
  ),
  walk('plaza', '广场步道', 4, [
    ...spots([
      [-202, 163],
      [-138, 163],
    ]),
    onLoop(-108, 158),
  ]),
  walk('tea', '茶室小径', 4, [
    ...spots([
      [-126, 236],
      [-92, 238],
      [-62, 232],
    ]),
    onLoop(-38, 216),
  ]),
  walk('woods-1', '林间小径', 2, [
    ...spots([
      [-250, 84],
      [-190, 92],
      [-140, 84],
      [-110, 98],
    ]),
    onLoop(-75, 110),
  ]),
  walk(
    'woods-2',
    '林间小径',
    2,
    spots([
      [-190, 92],
      [-176, 118],
      [-172, 133],
    ]),
  ),
  walk(
    'woods-3',
    '林间小径',
    2,
    spots([
      [250, 92],
      [206, 96],
      [170, 84],
      [132, 92],
    ]).concat(onLoop(118, 104)),
  ),
  walk(
    'woods-4',
    '林间小径',
    2,
    spots([
      [250, 244],
      [210, 236],
      [176, 246],
      [130, 232],
    ]).concat(onLoop(96, 222)),
  ),
  walk(
    'woods-5',
    '林间小径',
    2,
    spots([
      [206, 96],
      [214, 130],
      [200, 162],
      [210, 200],
      [210, 236],
    ]),
  ),
  walk('pavilion', '听雨亭小径', 2, [
    ...spots([
      [132, 92],
      [112, 78],
      [80, 80],
    ]),
    onLoop(62, 92),
  ]),
  walk('bridge', '九曲桥', 2.6, [onLoop(-10, 84), ...spots(BRIDGE.slice(1, -1)), onLoop(20, 232)]),
]

export const lake: Spot[] = shore(0)

export const parkGrounds: Ground[] = [
  { kind: 'water', name: '锦绣湖', ring: ringOf(lake) },
  { kind: 'plaza', name: '公园广场', height: PAVED, ring: ringOf(corners(at(-170, 163), 58, 54)) },
  { kind: 'plaza', height: PAVED, ring: ringOf(corners(at(-92, 210), 24, 12, 20)) },
  { kind: 'plaza', height: PAVED, ring: ringOf(corners(at(-10, 96), 22, 12)) },
  { kind: 'playground', name: '儿童乐园', ring: ringOf(blobSpots(at(176, 214), 22, 14, 0.08, 28)) },
  { kind: 'sport', name: '轮滑场', ring: ringOf(corners(at(-196, 224), 30, 20)) },
  ...deckOf(BRIDGE, 3.2),
]

/** The deck of the bridge: above the water, a piece for each straight part. */
function deckOf(line: readonly Xy[], width: number): Ground[] {
  return line.slice(1).map(([east, north], i): Ground => {
    const [fromEast, fromNorth] = line[i] as Xy
    const middle = at((east + fromEast) / 2, (north + fromNorth) / 2)
    const [wide, deep] = [Math.abs(east - fromEast) + width, Math.abs(north - fromNorth) + width]
    return { kind: 'plaza', name: '九曲桥', height: 0.5, ring: ringOf(corners(middle, wide, deep)) }
  })
}
