import { type Drawing, draw } from './drawing.ts'
import { type RoomSketch, Sketch } from './sketch.ts'

type Entry = [width: number, id: string, room: RoomSketch]

const numbered = (use: RoomSketch['use'], name: string, n: number): RoomSketch => ({
  use,
  name,
  number: String(n).padStart(2, '0'),
})

/** Counters on the ground, duty rooms above; the cars wait in the yard. */
export function police(floors: number): Drawing {
  const storey = (ground: boolean) => {
    const names = ground ? ['接待室', '值班室', '监控室'] : ['办公室', '会议室', '备勤室']
    const sketch = new Sketch()
      .room('corridor', [[0, 7, 26, 9]], { use: 'corridor', name: '走廊' })
      .row(0, 9, 15.6, [
        [3.6, 'stairs', { use: 'stairs', name: '楼梯' }],
        [7.4, 'north-1', numbered('office', names[0] as string, 1)],
        [7.4, 'north-2', numbered('office', names[1] as string, 2)],
        [3.6, 'toilet', { use: 'toilet', name: '卫生间' }],
        [4, 'store', { use: 'store', name: '装备室' }],
      ])
      .row(0, 0, 7, [
        [8, 'south-1', numbered('office', names[2] as string, 3)],
        [10, 'hall', { use: 'hall', name: ground ? '办事大厅' : '调解室' }],
        [8, 'south-2', numbered('office', ground ? '户籍室' : '宣传室', 4)],
      ])
      .open('corridor', ['north-1', 'north-2', 'toilet', 'store', 'south-1', 'south-2', 'hall'])
      .door('stairs', 'corridor', { kind: 'fire', width: 1.4 })
    return ground
      ? sketch.entrance('hall', 'south', { width: 2.4 }).entrance('corridor', 'east', { width: 1.4 })
      : sketch
  }
  return draw({ ground: storey(true), upper: storey(false) }, { floors }, (floor) => (floor === 1 ? 'ground' : 'upper'))
}

/** Two engines behind folding doors, the crew above them. */
export function fireStation(floors: number): Drawing {
  const stairs: Entry = [3.6, 'stairs', { use: 'stairs', name: '楼梯' }]
  const ground = new Sketch()
    .room('bay', [[0, 0, 16, 15.6]], { use: 'parking', name: '消防车库' })
    .row(16, 0, 6.8, [
      [6.4, 'duty', numbered('office', '值班通信室', 1)],
      [7.6, 'gear', { use: 'store', name: '器材室' }],
    ])
    .room('corridor', [[16, 6.8, 30, 9]], { use: 'corridor', name: '走廊' })
    .row(16, 9, 15.6, [
      stairs,
      [6.4, 'north-1', numbered('office', '训练室', 2)],
      [4, 'toilet', { use: 'toilet', name: '卫生间' }],
    ])
    .door('bay', 'corridor', { kind: 'fire', width: 1.6 })
    .door('duty', 'bay', { width: 1.2 })
    .open('corridor', ['duty', 'gear', 'north-1', 'toilet'])
    .door('stairs', 'corridor', { kind: 'fire', width: 1.4 })
    .entrance('bay', 'south', { width: 4.2, along: 0.27 })
    .entrance('bay', 'south', { width: 4.2, along: 0.73 })
    .entrance('corridor', 'east', { width: 1.6 })
  const upper = new Sketch()
    .room('corridor', [[0, 6.8, 30, 9]], { use: 'corridor', name: '走廊' })
    .row(0, 0, 6.8, [
      [8, 'south-1', numbered('office', '宿舍', 1)],
      [8, 'south-2', numbered('office', '宿舍', 2)],
      [14, 'south-3', numbered('office', '学习室', 3)],
    ])
    .row(0, 9, 15.6, [
      [8, 'north-1', numbered('office', '活动室', 4)],
      [8, 'canteen', { use: 'hall', name: '餐厅' }],
      stairs,
      [6.4, 'north-2', numbered('office', '会议室', 5)],
      [4, 'toilet', { use: 'toilet', name: '卫生间' }],
    ])
    .open('corridor', ['south-1', 'south-2', 'south-3', 'north-1', 'north-2', 'canteen', 'toilet'])
    .door('stairs', 'corridor', { kind: 'fire', width: 1.4 })
  return draw({ ground, upper }, { floors }, (floor) => (floor === 1 ? 'ground' : 'upper'))
}

/** Machines and one who looks after them. */
export function utility(names: readonly [string, string, string]): Drawing {
  const ground = new Sketch()
    .row(0, 0, 12, [
      [8, 'power-room', { use: 'machine', name: names[0] }],
      [6, 'pump-room', { use: 'machine', name: names[1] }],
      [4, 'office', numbered('office', names[2], 1)],
    ])
    .door('power-room', 'pump-room', { width: 1.4 })
    .door('pump-room', 'office', { width: 1 })
    .entrance('power-room', 'south', { width: 3 })
    .entrance('office', 'south', { width: 1.2 })
  return draw({ ground }, { floors: 1 }, () => 'ground')
}

/** Shops in a row along a street, each with a stair of its own to the floor above. */
export function shops(names: readonly string[], floors: number): Drawing {
  const storey = (ground: boolean) => {
    const sketch = new Sketch()
    for (const [i, name] of names.entries()) {
      const [x, n] = [i * 6, i + 1]
      if (floors === 1) sketch.room(`shop-${n}`, [[x, 0, x + 6, 11]], numbered('shop', name, n))
      else {
        sketch
          .room(
            `shop-${n}`,
            [
              [x, 0, x + 6, 8],
              [x, 8, x + 3.4, 11],
            ],
            numbered('shop', ground ? name : `${name}（二层）`, n),
          )
          .room(`stairs-${n}`, [[x + 3.4, 8, x + 6, 11]], { use: 'stairs', name: `${n}号楼梯` })
          .door(`shop-${n}`, `stairs-${n}`, { width: 1.1, side: 'north' })
      }
      if (ground) sketch.entrance(`shop-${n}`, 'south', { width: 2.4 })
    }
    return sketch
  }
  return draw({ ground: storey(true), upper: storey(false) }, { floors }, (floor) => (floor === 1 ? 'ground' : 'upper'))
}

/** One room, or two: gatehouses, a teahouse, toilets in the park, a waste station. */
export function hut(
  rooms: readonly [width: number, id: string, use: RoomSketch['use'], name: string][],
  depth: number,
): Drawing {
  const ground = new Sketch().row(
    0,
    0,
    depth,
    rooms.map(([width, id, use, name]): Entry => [width, id, { use, name }]),
  )
  for (const [width, id] of rooms) ground.entrance(id, 'south', { width: Math.min(3, width - 1) })
  return draw({ ground }, { floors: 1 }, () => 'ground')
}
