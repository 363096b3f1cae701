import { type Drawing, draw } from './drawing.ts'
import { type RoomSketch, Sketch } from './sketch.ts'

const numbered = (use: RoomSketch['use'], name: string, n: number): RoomSketch => ({
  use,
  name,
  number: String(n).padStart(2, '0'),
})

/** The community center: counters and a canteen for the old below, rooms for all above. */
export function center(floors: number): Drawing {
  return draw({ ground: ground(), typical: typical() }, { floors, heads: [[18.4, 15.2, 21, 18]] }, (floor) =>
    floor === 1 ? 'ground' : 'typical',
  )
}

function core(): Sketch {
  return new Sketch()
    .room('corridor', [[0, 12.6, 46, 15.2]], { use: 'corridor', name: '走廊' })
    .row(0, 15.2, 22, [
      [4, 'stairs-1', { use: 'stairs', name: '1号楼梯' }],
      [8, 'north-1', numbered('office', '社工室', 1)],
      [6.4, 'toilet', { use: 'toilet', name: '卫生间' }],
      [2.6],
      [9, 'north-2', numbered('office', '会议室', 2)],
      [12, 'north-3', numbered('class', '老年学堂', 3)],
      [4, 'stairs-2', { use: 'stairs', name: '2号楼梯' }],
    ])
    .room('elevator-1', [[18.4, 15.2, 21, 18]], { use: 'elevator', name: '无障碍电梯' })
    .room('shaft-1', [[18.4, 18, 21, 22]], { use: 'store', name: '弱电间' })
    .door('shaft-1', 'north-2', { width: 0.9 })
    .door('elevator-1', 'corridor', { width: 1.2 })
    .open('corridor', ['stairs-1', 'stairs-2'], { kind: 'fire', width: 1.6 })
    .open('corridor', ['north-1', 'toilet', 'north-2', 'north-3'], { width: 1.2 })
}

function ground(): Sketch {
  return core()
    .row(0, 3, 12.6, [
      [12, 'canteen', { use: 'hall', name: '长者食堂' }],
      [6, 'kitchen', { use: 'machine', name: '厨房' }],
    ])
    .room('hall', [[18, 0, 34, 12.6]], { use: 'hall', name: '便民服务大厅' })
    .row(34, 3, 12.6, [[12, 'police', numbered('office', '网格化指挥室', 4)]])
    .door('canteen', 'corridor', { width: 1.8 })
    .door('kitchen', 'corridor')
    .door('canteen', 'kitchen', { width: 1.2 })
    .door('hall', 'corridor', { width: 4 })
    .door('police', 'corridor', { width: 1.4 })
    .entrance('hall', 'south', { width: 4 })
    .entrance('canteen', 'south', { width: 1.8 })
    .entrance('corridor', 'west', { width: 1.8 })
    .entrance('corridor', 'east', { width: 1.8 })
}

function typical(): Sketch {
  return core()
    .row(0, 3, 12.6, [
      [9, 'south-1', numbered('class', '图书室', 4)],
      [9, 'south-2', numbered('class', '儿童之家', 5)],
    ])
    .room('hall', [[18, 0, 34, 12.6]], { use: 'hall', name: '多功能厅' })
    .row(34, 3, 12.6, [[12, 'south-3', numbered('class', '舞蹈室', 6)]])
    .open('corridor', ['south-1', 'south-2', 'south-3', 'hall'], { width: 1.6 })
}
