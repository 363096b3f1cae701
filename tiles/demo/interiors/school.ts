import { type Drawing, draw } from './drawing.ts'
import { type RoomSketch, Sketch } from './sketch.ts'

const stairs = (n: number): RoomSketch => ({ use: 'stairs', name: `${n}号楼梯` })
const room = (use: RoomSketch['use'], name: string, number: string): RoomSketch => ({ use, name, number })
const toilet: RoomSketch = { use: 'toilet', name: '卫生间' }

/** Class rooms to the south of a gallery, and a wing of larger rooms: an L. */
export function school(floors: number): Drawing {
  return draw({ ground: classes(true), typical: classes(false) }, { floors, heads: [[0, 16, 4.2, 24.4]] }, (floor) =>
    floor === 1 ? 'ground' : 'typical',
  )
}

function classes(ground: boolean): Sketch {
  const wing = ground ? ['科学实验室', '图书馆', '医务室'] : ['音乐教室', '美术教室', '计算机教室']
  const sketch = new Sketch()
    .room(
      'corridor',
      [
        [0, 24.4, 70.8, 27],
        [68.2, 0, 70.8, 24.4],
      ],
      { use: 'corridor', name: '教学楼走廊' },
    )
    .row(0, 16, 24.4, [
      [4.2, 'stairs-1', stairs(1)],
      [9.2, 'class-1', room('class', '教室', '01')],
      [9.2, 'class-2', room('class', '教室', '02')],
      [9.2, 'class-3', room('class', '教室', '03')],
      [5.8, 'toilet-1', toilet],
      [9.2, 'class-4', room('class', '教室', '04')],
      [9.2, 'class-5', room('class', '教室', '05')],
      [8, 'office', room('office', '教师办公室', '06')],
      [4.2, 'stairs-2', stairs(2)],
    ])
    .room('room-1', [[70.8, 0, 79.2, 9.6]], room('class', wing[0] as string, '07'))
    .room('room-2', [[70.8, 9.6, 79.2, 19.2]], room('class', wing[1] as string, '08'))
    .room('room-3', [[70.8, 19.2, 79.2, 27]], room('class', wing[2] as string, '09'))
    .open('corridor', ['class-1', 'class-2', 'class-3', 'class-4', 'class-5'], { along: 0.15 })
    .open('corridor', ['office', 'toilet-1', 'room-1', 'room-2', 'room-3'])
    .open('corridor', ['stairs-1', 'stairs-2'], { kind: 'fire', width: 1.8, side: 'north' })
  if (!ground) return sketch
  return sketch
    .entrance('corridor', 'north', { width: 3.6, along: 0.5 })
    .entrance('corridor', 'north', { width: 2, along: 0.04 })
    .entrance('corridor', 'south', { width: 2, along: 0.5 })
}

/** Hall, canteen and offices: a bar with a corridor in its middle. */
export function schoolHall(floors: number): Drawing {
  return draw({ ground: canteen(), typical: offices() }, { floors, heads: [[0, 10.6, 4.4, 17]] }, (floor) =>
    floor === 1 ? 'ground' : 'typical',
  )
}

function bar(): Sketch {
  return new Sketch()
    .room('corridor', [[0, 8, 76, 10.6]], { use: 'corridor', name: '综合楼走廊' })
    .row(0, 10.6, 17, [
      [4.4, 'stairs-1', stairs(1)],
      [7, 'north-1', room('office', '办公室', '01')],
      [7, 'north-2', room('office', '办公室', '02')],
      [7, 'north-3', room('office', '会议室', '03')],
      [12, 'north-4', room('class', '多功能教室', '04')],
      [6.2, 'toilet-1', toilet],
      [14, 'north-5', room('class', '心理辅导室', '05')],
      [14, 'north-6', room('class', '劳技教室', '06')],
      [4.4, 'stairs-2', stairs(2)],
    ])
    .open('corridor', ['north-1', 'north-2', 'north-3', 'north-4', 'toilet-1', 'north-5', 'north-6'])
    .open('corridor', ['stairs-1', 'stairs-2'], { kind: 'fire', width: 1.8 })
}

function canteen(): Sketch {
  return bar()
    .row(0, 0, 8, [
      [30, 'canteen', { use: 'hall', name: '学生食堂' }],
      [12, 'kitchen', { use: 'machine', name: '食堂厨房' }],
      [10, 'lobby', { use: 'lobby', name: '门厅' }],
      [24, 'hall', { use: 'hall', name: '风雨操场' }],
    ])
    .open('corridor', ['kitchen', 'hall'], { width: 1.8 })
    .door('canteen', 'corridor', { width: 2.4, along: 0.3 })
    .door('lobby', 'corridor', { width: 3.6 })
    .entrance('lobby', 'south', { width: 3.6 })
    .entrance('kitchen', 'south', { width: 1.4 })
    .entrance('corridor', 'west', { width: 1.8 })
    .entrance('corridor', 'east', { width: 1.8 })
}

function offices(): Sketch {
  return bar()
    .row(0, 0, 8, [
      [9.5, 'south-1', room('class', '舞蹈教室', '07')],
      [9.5, 'south-2', room('class', '书法教室', '08')],
      [9.5, 'south-3', room('class', '语言教室', '09')],
      [9.5, 'south-4', room('class', '机器人教室', '10')],
      [9.5, 'south-5', room('office', '教研室', '11')],
      [9.5, 'south-6', room('office', '教务处', '12')],
      [9.5, 'south-7', room('office', '档案室', '13')],
      [9.5, 'south-8', room('class', '录播教室', '14')],
    ])
    .open('corridor', ['south-1', 'south-2', 'south-3', 'south-4', 'south-5', 'south-6', 'south-7', 'south-8'])
}
