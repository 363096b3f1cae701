import { type Drawing, draw } from './drawing.ts'
import { bays } from './garage.ts'
import { addHome, flatHome } from './homes.ts'
import { flip, shift } from './move.ts'
import { Sketch } from './sketch.ts'

const FLAT = 8.4

/** Six flats on a corridor, four to the south and two to the north beside the core. */
export function apartments(floors: number, basements: number): Drawing {
  return draw(
    { basement: basement(), ground: storey(true), typical: storey(false) },
    { floors, basements, heads: [[8.4, 11.2, 25.2, 17.2]] },
    (floor) => (floor < 0 ? 'basement' : floor === 1 ? 'ground' : 'typical'),
  )
}

function core(sketch: Sketch): Sketch {
  return sketch
    .room('corridor', [[0, 9, 33.6, 11.2]], { use: 'corridor', name: '走道' })
    .room('lobby', [[15.6, 11.2, 18, 17.2]], { use: 'lobby', name: '电梯厅' })
    .row(8.4, 11.2, 17.2, [
      [2.8, 'stairs-1', { use: 'stairs', name: '1号楼梯' }],
      [2, 'store', { use: 'store', name: '布草间' }],
      [7.2],
      [2, 'laundry', { use: 'store', name: '洗衣房' }],
      [2.8, 'stairs-2', { use: 'stairs', name: '2号楼梯' }],
    ])
    .row(13.2, 11.2, 13.8, [
      [2.4, 'elevator-1', { use: 'elevator', name: '1号电梯' }],
      [2.4],
      [2.4, 'elevator-2', { use: 'elevator', name: '2号电梯（消防）' }],
    ])
    .row(13.2, 13.8, 15.6, [
      [2.4, 'shaft-1', { use: 'shaft', name: '水管井' }],
      [2.4],
      [2.4, 'shaft-2', { use: 'shaft', name: '强弱电井' }],
    ])
    .door('lobby', 'corridor', { kind: 'fire', width: 1.8 })
    .open('corridor', ['stairs-1', 'stairs-2'], { kind: 'fire', width: 1.2 })
    .open('corridor', ['store', 'laundry'])
    .open('lobby', ['elevator-1', 'elevator-2'], { width: 1.1 })
    .open('lobby', ['shaft-1', 'shaft-2'], { width: 0.7 })
}

function storey(ground: boolean): Sketch {
  const sketch = core(new Sketch())
  for (let number = 1; number <= 4; number++) addHome(sketch, number, flatHome, shift((number - 1) * FLAT))
  addHome(sketch, 5, flatHome, flip(0, 20.2))
  addHome(sketch, 6, flatHome, flip(3 * FLAT, 20.2))
  for (let number = 1; number <= 6; number++) sketch.door(`home-0${number}`, 'corridor', { along: 0.6 })
  if (!ground) return sketch
  return sketch
    .entrance('lobby', 'north', { width: 2 })
    .room('ramp', [[33.6, 6, 39.6, 17.2]], { use: 'ramp', name: '车库坡道' })
    .entrance('ramp', 'north', { width: 5 })
}

function basement(): Sketch {
  return core(new Sketch())
    .room('garage', [[0, -6, 33.6, 9]], {
      use: 'parking',
      name: '地下车库',
      cells: [...bays([0, -6, 33.6, -0.7]), ...bays([1.8, 3.7, 12, 9]), ...bays([21.6, 3.7, 32, 9])],
    })
    .room('ramp', [[33.6, -6, 39.6, 17.2]], { use: 'ramp', name: '车库坡道' })
    .room('pump-room', [[0, 11.2, 8.4, 17.2]], { use: 'machine', name: '消防水泵房' })
    .room('power-room', [[25.2, 11.2, 33.6, 17.2]], { use: 'machine', name: '配电室' })
    .door('corridor', 'garage', { kind: 'fire', width: 1.6 })
    .open('corridor', ['pump-room', 'power-room'], { kind: 'fire', width: 1.4 })
    .door('garage', 'ramp', { width: 5 })
}
