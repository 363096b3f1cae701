import { type Drawing, draw } from './drawing.ts'
import { bays } from './garage.ts'
import { type RoomSketch, Sketch } from './sketch.ts'

const PODIUM = 3

/** Eighteen storeys on a podium: a core with three elevators and two stairs, open offices around it. */
export function office(floors: number, basements: number): Drawing {
  return draw(
    { garage: garage(), ground: podium(true), podium: podium(false), typical: typical() },
    { floors, basements, heads: [[5, 9.4, 37, 21.8], { box: [12, 11.6, 30, 19.6], storeys: 2 }] },
    (floor) => (floor < 0 ? 'garage' : floor === 1 ? 'ground' : floor <= PODIUM ? 'podium' : 'typical'),
  )
}

const numbered = (use: RoomSketch['use'], name: string, n: number): RoomSketch => ({
  use,
  name,
  number: String(n).padStart(2, '0'),
})

/** Between the two corridors: elevators face the lobby in the middle, a stair at each end. */
function core(): Sketch {
  return new Sketch()
    .room('lobby', [[18, 11.6, 24, 19.6]], { use: 'lobby', name: '电梯厅' })
    .room('stairs-1', [[12, 11.6, 15.2, 19.6]], { use: 'stairs', name: '1号楼梯' })
    .room('stairs-2', [[26.8, 11.6, 30, 19.6]], { use: 'stairs', name: '2号楼梯' })
    .room('elevator-1', [[15.2, 11.6, 18, 14.2]], { use: 'elevator', name: '1号电梯' })
    .room('elevator-2', [[15.2, 14.2, 18, 16.8]], { use: 'elevator', name: '2号电梯' })
    .room('elevator-3', [[24, 11.6, 26.8, 14.2]], { use: 'elevator', name: '3号电梯（消防）' })
    .room('shaft-1', [[15.2, 16.8, 18, 19.6]], { use: 'shaft', name: '水暖井' })
    .room('shaft-2', [[24, 14.2, 26.8, 16.8]], { use: 'shaft', name: '强弱电井' })
    .room('toilet', [[24, 16.8, 26.8, 19.6]], { use: 'toilet', name: '卫生间' })
    .open('lobby', ['elevator-1', 'elevator-2', 'elevator-3'], { width: 1.2 })
    .open('lobby', ['shaft-1', 'shaft-2', 'toilet'], { width: 0.9 })
}

function corridors(sketch: Sketch): Sketch {
  return sketch
    .room('corridor-south', [[5, 9.4, 37, 11.6]], { use: 'corridor', name: '南走道' })
    .room('corridor-north', [[5, 19.6, 37, 21.8]], { use: 'corridor', name: '北走道' })
    .door('lobby', 'corridor-south', { width: 2.4 })
    .door('lobby', 'corridor-north', { width: 2.4 })
    .door('stairs-1', 'corridor-south', { kind: 'fire', width: 1.2, side: 'south' })
    .door('stairs-2', 'corridor-north', { kind: 'fire', width: 1.2, side: 'north' })
}

function typical(): Sketch {
  return corridors(core())
    .room('south-1', [[0, 0, 21, 9.4]], numbered('office', '开放办公区', 1))
    .room('south-2', [[21, 0, 42, 9.4]], numbered('office', '开放办公区', 2))
    .room('west-1', [[0, 9.4, 5, 21.8]], numbered('office', '会议室', 3))
    .room('west-2', [[5, 11.6, 12, 19.6]], numbered('office', '经理室', 4))
    .room('east-1', [[37, 9.4, 42, 21.8]], numbered('office', '会议室', 5))
    .room('east-2', [[30, 11.6, 37, 19.6]], numbered('office', '财务室', 6))
    .room('north-1', [[0, 21.8, 21, 31.2]], numbered('office', '开放办公区', 7))
    .room('north-2', [[21, 21.8, 42, 31.2]], numbered('office', '开放办公区', 8))
    .open('corridor-south', ['south-1', 'south-2', 'west-2', 'east-2'], { width: 1.6 })
    .open('corridor-north', ['north-1', 'north-2'], { width: 1.6 })
    .open('corridor-south', ['west-1', 'east-1'])
}

/** The tower stands on the north side of a podium that reaches ten metres further to the west, south and east. */
function podium(ground: boolean): Sketch {
  const sketch = corridors(core())
    .room('west-1', [[-10, 9.4, 5, 21.8]], numbered(ground ? 'shop' : 'office', ground ? '银行' : '培训教室', 3))
    .room('west-2', [[5, 11.6, 12, 19.6]], { use: 'machine', name: ground ? '消防控制室' : '空调机房' })
    .room('east-1', [[37, 9.4, 52, 21.8]], numbered(ground ? 'shop' : 'office', ground ? '餐厅' : '健身中心', 5))
    .room('east-2', [[30, 11.6, 37, 19.6]], numbered('office', ground ? '物业办公室' : '会议室', 6))
    .room('north-1', [[-10, 21.8, 16, 31.2]], numbered('office', '路演厅', 7))
    .room('north-2', [[26, 21.8, 52, 31.2]], numbered('office', '联合办公', 8))
    .room('foyer', [[16, 21.8, 26, 31.2]], { use: 'hall', name: ground ? '北大堂' : '休息厅' })
    .room('south-1', [[-10, -8, 12, 9.4]], numbered('shop', ground ? '便利店' : '餐厅', 1))
    .room('hall', [[12, -8, 30, 9.4]], { use: 'hall', name: ground ? '大堂' : '多功能厅' })
    .room('south-2', [[30, -8, 52, 9.4]], numbered('shop', ground ? '咖啡馆' : '书店', 2))
    .open('corridor-south', ['south-1', 'south-2', 'west-2', 'east-2'], { width: 1.6 })
    .open('corridor-north', ['north-1', 'north-2'], { width: 1.6, along: 0.6 })
    .open('corridor-south', ['west-1', 'east-1'], { width: 1.4 })
    .door('hall', 'corridor-south', { width: 5 })
    .door('foyer', 'corridor-north', { width: 4 })
  if (!ground) return sketch
  return sketch
    .room('ramp', [[52, 0, 58, 21.8]], { use: 'ramp', name: '车库坡道' })
    .entrance('ramp', 'south', { width: 5.5 })
    .entrance('hall', 'south', { width: 5 })
    .entrance('foyer', 'north', { width: 4 })
    .entrance('south-1', 'south', { width: 2.4 })
    .entrance('south-2', 'south', { width: 2.4 })
    .entrance('west-1', 'west', { width: 2.4 })
    .entrance('north-1', 'north', { width: 1.8 })
}

function garage(): Sketch {
  return core()
    .room('power-room', [[5, 11.6, 12, 19.6]], { use: 'machine', name: '变配电室' })
    .room('pump-room', [[30, 11.6, 37, 19.6]], { use: 'machine', name: '消防水泵房' })
    .room('ramp', [[52, 0, 58, 21.8]], { use: 'ramp', name: '车库坡道' })
    .room('hvac-room', [[12, 19.6, 30, 31.2]], { use: 'machine', name: '制冷机房' })
    .room(
      'garage',
      [
        [-10, -8, 52, 11.6],
        [-10, 11.6, 5, 31.2],
        [5, 19.6, 12, 31.2],
        [37, 11.6, 52, 31.2],
        [30, 19.6, 37, 31.2],
      ],
      {
        use: 'parking',
        name: '地下车库',
        cells: [
          ...bays([-10, -8, 52, -2.7]),
          ...bays([-7, 3.3, 11, 8.6]),
          ...bays([31, 3.3, 46, 8.6]),
          ...bays([-10, 12, -4.7, 31]),
          ...bays([6.7, 20, 12, 30]),
          ...bays([30, 20, 35.3, 30]),
        ],
      },
    )
    .door('lobby', 'garage', { width: 2 })
    .open('garage', ['power-room', 'pump-room'], { kind: 'fire', width: 1.4 })
    .door('hvac-room', 'garage', { kind: 'fire', width: 1.6, side: 'west' })
    .open('garage', ['stairs-1', 'stairs-2'], { kind: 'fire', width: 1.2 })
    .door('ramp', 'garage', { width: 5.5 })
}
