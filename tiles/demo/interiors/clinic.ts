import { type Drawing, draw } from './drawing.ts'
import { type RoomSketch, Sketch } from './sketch.ts'

type Entry = [width: number, id: string, room: RoomSketch]

/** Waiting hall and emergency on the ground, consulting above, wards on top. */
export function clinic(floors: number): Drawing {
  return draw(
    { ground: ground(), typical: upper('诊室', 'office'), top: upper('病房', 'ward') },
    { floors, heads: [[15.6, 12, 18.2, 14.6]] },
    (floor) => (floor === 1 ? 'ground' : floor === floors ? 'top' : 'typical'),
  )
}

function core(): Sketch {
  return new Sketch()
    .room('corridor', [[0, 9.4, 34, 12]], { use: 'corridor', name: '走廊' })
    .row(0, 12, 20, [
      [4, 'stairs-1', { use: 'stairs', name: '1号楼梯' }],
      [5.8, 'north-1', { use: 'office', name: '检验科', number: '01' }],
      [5.8, 'toilet-1', { use: 'toilet', name: '卫生间' }],
      [2.6],
      [5.8, 'north-2', { use: 'office', name: '治疗室', number: '02' }],
      [6, 'north-3', { use: 'office', name: '观察室', number: '03' }],
      [4, 'stairs-2', { use: 'stairs', name: '2号楼梯' }],
    ])
    .room('elevator-1', [[15.6, 12, 18.2, 14.8]], { use: 'elevator', name: '病床电梯' })
    .room('shaft-1', [[15.6, 14.8, 18.2, 20]], { use: 'store', name: '污物间' })
    .open('corridor', ['stairs-1', 'stairs-2'], { kind: 'fire', width: 1.6 })
    .open('corridor', ['north-1', 'toilet-1', 'north-2', 'north-3'], { width: 1.2 })
    .door('elevator-1', 'corridor', { width: 1.6 })
    .door('shaft-1', 'north-2', { width: 0.9 })
}

function ground(): Sketch {
  return core()
    .row(0, 0, 9.4, [
      [8, 'emergency', { use: 'ward', name: '急诊室', number: '04' }],
      [14, 'hall', { use: 'hall', name: '候诊大厅' }],
      [6, 'pharmacy', { use: 'store', name: '药房' }],
      [6, 'registry', { use: 'office', name: '挂号收费处', number: '05' }],
    ])
    .door('emergency', 'corridor', { width: 1.8 })
    .door('hall', 'corridor', { width: 3 })
    .open('corridor', ['pharmacy', 'registry'])
    .door('emergency', 'hall', { width: 1.8 })
    .door('pharmacy', 'hall', { width: 1.2 })
    .entrance('hall', 'south', { width: 3 })
    .entrance('emergency', 'south', { width: 2.4 })
    .entrance('corridor', 'east', { width: 1.6 })
}

function upper(name: string, use: RoomSketch['use']): Sketch {
  const widths = use === 'ward' ? [6.8, 6.8, 6.8, 6.8, 6.8] : [4.25, 4.25, 4.25, 4.25, 4.25, 4.25, 4.25, 4.25]
  const rooms = widths.map(
    (width, i): Entry => [width, `south-${i + 1}`, { use, name, number: String(i + 4).padStart(2, '0') }],
  )
  return core()
    .row(0, 0, 9.4, rooms)
    .open(
      'corridor',
      rooms.map(([, id]) => id),
      { width: 1.2 },
    )
}
