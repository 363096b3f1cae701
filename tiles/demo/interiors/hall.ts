import { type Drawing, draw } from './drawing.ts'
import { type RoomSketch, Sketch } from './sketch.ts'

/** A sports hall: one high room, what it needs along its north side. */
export function sportsHall(): Drawing {
  const ground = new Sketch()
    .room('hall', [[0, 0, 44, 22]], { use: 'hall', name: '球馆' })
    .row(0, 22, 29, [
      [12, 'fitness', { use: 'hall', name: '健身房' }],
      [6, 'changing-1', { use: 'toilet', name: '男更衣室' }],
      [8, 'lobby', { use: 'lobby', name: '门厅' }],
      [6, 'changing-2', { use: 'toilet', name: '女更衣室' }],
      [6, 'machine', { use: 'machine', name: '设备间' }],
      [6, 'store', { use: 'store', name: '器材室' }],
    ])
    .open('hall', ['fitness', 'changing-1', 'changing-2', 'machine', 'store'])
    .door('lobby', 'hall', { width: 3 })
    .entrance('lobby', 'north', { width: 3 })
    .entrance('hall', 'west', { width: 2.4 })
    .entrance('hall', 'east', { width: 2.4 })
  return draw({ ground }, { floors: 1 }, () => 'ground')
}

/** A roof over stalls, open on all sides. */
export function coveredMarket(): Drawing {
  const ground = new Sketch().room('stalls', [[0, 0, 46, 16]], { use: 'hall', name: '便民早市棚' })
  for (const side of ['south', 'north', 'west', 'east'] as const) ground.entrance('stalls', side, { width: 6 })
  return draw({ ground }, { floors: 1 }, () => 'ground')
}

/** Two floors around a corridor for those who look after others. */
export function serviceHouse(below: readonly string[], above: readonly string[]): Drawing {
  const storey = (names: readonly string[], ground: boolean): Sketch => {
    const room = (i: number, use: RoomSketch['use'] = 'office'): RoomSketch => ({
      use,
      name: names[i] as string,
      number: `0${i + 1}`,
    })
    const sketch = new Sketch()
      .room('corridor', [[0, 7, 30, 9.2]], { use: 'corridor', name: '走廊' })
      .row(0, 0, 7, [
        [10, 'south-1', room(0)],
        [10, 'hall', { use: 'hall', name: ground ? '服务大厅' : '活动厅' }],
        [10, 'south-2', room(1)],
      ])
      .row(0, 9.2, 15.8, [
        [4, 'stairs-1', { use: 'stairs', name: '1号楼梯' }],
        [7.6, 'north-1', room(2)],
        [3.4, 'toilet', { use: 'toilet', name: '卫生间' }],
        [2.4],
        [8.6, 'north-2', room(3)],
        [4, 'stairs-2', { use: 'stairs', name: '2号楼梯' }],
      ])
      .room('elevator-1', [[15, 9.2, 17.4, 11.8]], { use: 'elevator', name: '电梯' })
      .open('corridor', ['south-1', 'south-2', 'hall', 'north-1', 'north-2', 'toilet'], { width: 1.2 })
      .open('corridor', ['stairs-1', 'stairs-2'], { kind: 'fire', width: 1.4 })
      .door('elevator-1', 'corridor', { width: 1.2 })
    if (!ground) return sketch
    return sketch
      .entrance('hall', 'south', { width: 3 })
      .entrance('corridor', 'west', { width: 1.6 })
      .entrance('corridor', 'east', { width: 1.6 })
  }
  return draw(
    { ground: storey(below, true), upper: storey(above, false) },
    { floors: 2, heads: [[15, 9.2, 17.4, 11.8]] },
    (f) => (f === 1 ? 'ground' : 'upper'),
  )
}
