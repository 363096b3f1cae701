import { type Drawing, draw } from './drawing.ts'
import { type RoomSketch, Sketch } from './sketch.ts'

/** Groups to the south, each with its own bath; gallery, kitchen and rooms of the staff to the north. */
export function kindergarten(floors: number): Drawing {
  return draw({ ground: storey(true), typical: storey(false) }, { floors }, (floor) =>
    floor === 1 ? 'ground' : 'typical',
  )
}

function storey(ground: boolean): Sketch {
  const group = (n: number): RoomSketch => ({ use: 'class', name: `活动室${n}`, number: `0${n}` })
  const north: [string, RoomSketch['use'], string][] = ground
    ? [
        ['晨检室', 'office', '05'],
        ['厨房', 'machine', '06'],
        ['保健室', 'office', '07'],
      ]
    : [
        ['园长室', 'office', '05'],
        ['音体室', 'class', '06'],
        ['教师办公室', 'office', '07'],
      ]
  // On the ground the outer groups reach further: those above have terraces on them.
  const out = ground ? -1.4 : 1.6
  const sketch = new Sketch()
    .room('corridor', [[0, 9.6, 44, 12.2]], { use: 'corridor', name: '幼儿园走廊' })
    .room('group-1', [[0, out, 8, 9.6]], group(1))
    .room('bath-1', [[8, 1.6, 11, 9.6]], { use: 'toilet', name: '幼儿盥洗室' })
    .room('group-2', [[11, 1.6, 19, 9.6]], group(2))
    .room('lobby', [[19, ground ? 3.2 : 1.6, 25, 9.6]], { use: 'lobby', name: ground ? '门厅' : '活动平台' })
    .room('group-3', [[25, 1.6, 33, 9.6]], group(3))
    .room('bath-2', [[33, 1.6, 36, 9.6]], { use: 'toilet', name: '幼儿盥洗室' })
    .room('group-4', [[36, out, 44, 9.6]], group(4))
    .row(0, 12.2, 19, [
      [4, 'stairs-1', { use: 'stairs', name: '1号楼梯' }],
      ...north.map(([name, use, number], i): [number, string, RoomSketch] => [
        i === 1 ? 16 : 10,
        `north-${i + 1}`,
        { use, name, ...(use === 'machine' ? {} : { number }) },
      ]),
      [4, 'stairs-2', { use: 'stairs', name: '2号楼梯' }],
    ])
    .open('corridor', ['group-1', 'group-2', 'group-3', 'group-4', 'north-1', 'north-2', 'north-3'], { width: 1.2 })
    .open('corridor', ['stairs-1', 'stairs-2'], { kind: 'fire', width: 1.6 })
    .open('corridor', ['bath-1', 'bath-2'])
    .door('lobby', 'corridor', { width: 3 })
  if (!ground) return sketch
  return sketch
    .entrance('lobby', 'south', { width: 3 })
    .entrance('north-2', 'north', { width: 1.4 })
    .entrance('corridor', 'west', { width: 1.4 })
    .entrance('corridor', 'east', { width: 1.4 })
}
