import { deviceModel } from '../../shape/model.ts'
import kind from './index.ts'

export default deviceModel(kind, (m) => {
  // A hose cabinet in the corridor: frame, glazed door, reel and valve behind it.
  m.box([0.7, 0.9, 0.22], [0, 0, 0.11], 'red', { round: 0.012 })
  m.box([0.62, 0.82, 0.016], [0, 0, 0.22], 'shell', { round: 0.004 })
  m.box([0.44, 0.42, 0.012], [0, 0.13, 0.228], 'glass', { round: 0.002 })
  m.fine(() => {
    m.lathe(
      [
        [0.17, 0],
        [0.17, 0.008],
        [0.13, 0.012],
        [0.05, 0.012],
      ],
      [0, 0.13, 0.232],
      'deepRed',
      { axis: 'z', sides: 28 },
    )
    m.lathe(
      [
        [0.045, 0],
        [0.045, 0.016],
      ],
      [0, 0.13, 0.236],
      'shell',
      { axis: 'z', sides: 20 },
    )
    m.box([0.3, 0.1, 0.006], [0, -0.24, 0.23], 'red')
    m.rod([0.26, -0.06, 0.24], [0.26, 0.06, 0.24], 0.009, 'steel', 10)
    m.both(() => m.box([0.03, 0.012, 0.03], [0.338, 0.25, 0.21], 'iron'))
  })
})
