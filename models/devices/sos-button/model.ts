import { deviceModel } from '../../shape/model.ts'
import kind from './index.ts'

export default deviceModel(kind, (m) => {
  m.box([0.09, 0.12, 0.028], [0, 0, 0.014], 'white', { round: 0.01 })
  m.lathe(
    [
      [0.034, 0],
      [0.034, 0.004],
      [0.03, 0.006],
    ],
    [0, 0.012, 0.026],
    'grey',
    { axis: 'z', sides: 32 },
  )
  m.lathe(
    [
      [0.026, 0.004],
      [0.026, 0.014],
      [0.018, 0.019],
    ],
    [0, 0.012, 0.026],
    'red',
    { axis: 'z', sides: 32 },
  )
  m.fine(() => {
    m.box([0.04, 0.006, 0.003], [0, -0.038, 0.028], 'grey')
    m.ball([0.03, -0.046, 0.027], 0.003, 'ledGreen', 8)
  })
  // A cord to pull for whoever has fallen.
  m.tube(
    [
      [0, -0.058, 0.014],
      [0, -0.1, 0.016],
      [0, -0.16, 0.014],
    ],
    0.0025,
    'grey',
    6,
  )
  m.ball([0, -0.165, 0.014], 0.009, 'red', 12)
})
