import { type Drawing, draw } from './drawing.ts'
import { bays } from './garage.ts'
import { Sketch } from './sketch.ts'

/** Below a plaza: a hall of bays and a ramp; above it only the head of the ramp, the stairs and the elevator. */
export function parkGarage(basements: number): Drawing {
  return draw({ garage: below(), ground: head() }, { floors: 1, basements }, (floor) =>
    floor < 0 ? 'garage' : 'ground',
  )
}

function core(): Sketch {
  return new Sketch()
    .room('stairs-1', [[0, 0, 3, 7]], { use: 'stairs', name: '1号楼梯' })
    .room('elevator-1', [[3, 4.4, 5.6, 7]], { use: 'elevator', name: '无障碍电梯' })
    .room('lobby', [[3, 0, 5.6, 4.4]], { use: 'lobby', name: '电梯厅' })
    .room('ramp', [[5.6, 0, 29.6, 7]], { use: 'ramp', name: '车库坡道' })
    .door('lobby', 'stairs-1', { kind: 'fire', width: 1.2 })
    .door('lobby', 'elevator-1', { width: 1.2 })
}

function head(): Sketch {
  return core().entrance('lobby', 'south', { width: 1.8 }).entrance('ramp', 'east', { width: 6 })
}

function below(): Sketch {
  return core()
    .room('power-room', [[-12, 0, -6, 7]], { use: 'machine', name: '配电室' })
    .room('pump-room', [[-6, 0, 0, 7]], { use: 'machine', name: '排水泵房' })
    .room('fan-room', [[29.6, 0, 40, 7]], { use: 'machine', name: '排烟机房' })
    .room('garage', [[-12, -46, 40, 0]], {
      use: 'parking',
      name: '公共停车库',
      cells: [
        ...bays([-11, -46, 39, -40.7]),
        ...bays([-5, -34.4, 33, -29.1]),
        ...bays([-5, -29.1, 33, -23.8]),
        ...bays([-5, -17.6, 33, -12.3]),
        ...bays([-5, -12.3, 33, -7]),
      ],
    })
    .door('lobby', 'garage', { kind: 'fire', width: 1.8 })
    .door('ramp', 'garage', { width: 6, along: 0.85 })
    .open('garage', ['power-room', 'pump-room', 'fan-room'], { kind: 'fire', width: 1.4 })
    .door('stairs-1', 'garage', { kind: 'fire', width: 1.2 })
}
