import { model } from '../shape/model.ts'

export default model('furniture', 'garden-lamp', '庭院灯', 'Garden lamp', (m) => {
  m.lathe(
    [
      [0.11, 0],
      [0.11, 0.03],
      [0.055, 0.05],
      [0.05, 0.5],
      [0.035, 0.54],
      [0.032, 2.9],
    ],
    [0, 0, 0],
    'graphite',
    { sides: 18 },
  )
  m.lathe(
    [
      [0.09, 2.88],
      [0.12, 2.92],
      [0.12, 2.94],
    ],
    [0, 0, 0],
    'graphite',
    { sides: 24 },
  )
  m.lathe(
    [
      [0.1, 2.93],
      [0.12, 2.95],
      [0.15, 3.24],
      [0.15, 3.26],
    ],
    [0, 0, 0],
    'lampWarm',
    { sides: 24 },
  )
  m.lathe(
    [
      [0.24, 3.25],
      [0.23, 3.28],
      [0.06, 3.36],
      [0.015, 3.37],
    ],
    [0, 0, 0],
    'graphite',
    { sides: 28 },
  )
})
