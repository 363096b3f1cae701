import { type Drawing, draw } from './drawing.ts'
import { bays } from './garage.ts'
import { addHome, towerSouthHome, towerWingHome } from './homes.ts'
import { mirror, shift } from './move.ts'
import { Sketch } from './sketch.ts'

/** A point tower: a core with two elevators and two stairs, a wing on either side and a home to the south. */
export function tower(floors: number, basements: number): Drawing {
  return draw(
    { basement: basement(), ground: storey(true), typical: storey(false) },
    { floors, basements, heads: [[9, 12.2, 21, 18.2], { box: [11.6, 12.2, 18.4, 16.4], storeys: 2 }] },
    (floor) => (floor < 0 ? 'basement' : floor === 1 ? 'ground' : 'typical'),
  )
}

export function towerCore(sketch: Sketch): Sketch {
  return sketch
    .room('corridor', [[9, 9.8, 21, 12.2]], { use: 'corridor', name: '走道' })
    .room('lobby', [[14, 12.2, 16, 18.2]], { use: 'lobby', name: '电梯厅' })
    .room('stairs-1', [[9, 12.2, 11.6, 18.2]], { use: 'stairs', name: '1号楼梯' })
    .room('stairs-2', [[18.4, 12.2, 21, 18.2]], { use: 'stairs', name: '2号楼梯' })
    .room('elevator-1', [[11.6, 12.2, 14, 14.6]], { use: 'elevator', name: '1号电梯' })
    .room('elevator-2', [[16, 12.2, 18.4, 14.6]], { use: 'elevator', name: '2号电梯（消防）' })
    .room('shaft-1', [[11.6, 14.6, 14, 16.4]], { use: 'shaft', name: '水管井' })
    .room('shaft-2', [[16, 14.6, 18.4, 16.4]], { use: 'shaft', name: '强弱电井' })
    .door('lobby', 'corridor', { kind: 'fire', width: 1.4 })
    .open('corridor', ['stairs-1', 'stairs-2'], { kind: 'fire', width: 1.1 })
    .open('lobby', ['elevator-1', 'elevator-2'], { width: 1.1 })
    .open('lobby', ['shaft-1', 'shaft-2'], { width: 0.7 })
}

function storey(ground: boolean): Sketch {
  const sketch = towerCore(new Sketch())
  addHome(sketch, 1, towerWingHome, shift(0, 6.8))
  addHome(sketch, 2, towerSouthHome, shift(9))
  addHome(sketch, 3, towerWingHome, mirror(30, 6.8))
  sketch.open('corridor', ['home-01', 'home-02', 'home-03'])
  if (!ground) return sketch
  return sketch
    .entrance('lobby', 'north', { width: 1.8 })
    .room('ramp', [[-6.4, 12, 0, 24]], { use: 'ramp', name: '车库坡道' })
    .entrance('ramp', 'north', { width: 5.4 })
}

/** A garage around the core, its ramp along the west side. */
function basement(): Sketch {
  return towerCore(new Sketch())
    .room('store-1', [[11.6, 16.4, 14, 18.2]], { use: 'store', name: '保洁间' })
    .room('store-2', [[16, 16.4, 18.4, 18.2]], { use: 'store', name: '弱电间' })
    .room('pump-room', [[9, 18.2, 15, 24]], { use: 'machine', name: '消防水泵房' })
    .room('power-room', [[15, 18.2, 21, 24]], { use: 'machine', name: '配电室' })
    .room('ramp', [[-6.4, 1, 0, 24]], { use: 'ramp', name: '车库坡道' })
    .room(
      'garage',
      [
        [-6.4, -6, 0, 1],
        [0, -6, 9, 24],
        [9, -6, 21, 9.8],
        [21, -6, 36.4, 24],
      ],
      {
        use: 'parking',
        name: '地下车库',
        cells: [
          ...bays([2, -6, 36.4, -0.7]),
          ...bays([31.1, 0, 36.4, 24]),
          ...bays([9, 4.5, 21, 9.8]),
          ...bays([3.7, 13, 9, 18]),
          ...bays([21, 13, 26.3, 18]),
        ],
      },
    )
    .open('lobby', ['store-1', 'store-2'], { width: 0.9 })
    .open('garage', ['pump-room', 'power-room'], { kind: 'fire', width: 1.4 })
    .door('corridor', 'garage', { kind: 'fire', width: 1.4, side: 'west' })
    .door('corridor', 'garage', { kind: 'fire', width: 1.4, side: 'east' })
    .door('ramp', 'garage', { width: 5.4, side: 'south' })
}
