import { deviceModel } from '../../shape/model.ts'
import kind from './index.ts'

export default deviceModel(kind, (m) => {
  m.box([1, 0.12, 0.7], [0, 0.06, 0], 'charcoal')
  m.box([1.1, 1.8, 0.8], [0, 1, 0], 'blue', { round: 0.03 })
  m.box([0.72, 1.4, 0.03], [-0.14, 1.1, 0.395], 'glass', { round: 0.008 })
  m.box([0.2, 0.34, 0.03], [0.38, 1.3, 0.395], 'screen', { round: 0.006 })
  m.fine(() => {
    const wares = ['sand', 'leaf', 'orange', 'white', 'teal', 'brick', 'gold', 'sky', 'deepRed'] as const
    for (let row = 0; row < 4; row++) {
      m.box([0.66, 0.02, 0.012], [-0.14, 0.56 + row * 0.32, 0.41], 'slate')
      for (let column = 0; column < 5; column++)
        m.box(
          [0.085, 0.17 + ((row + column) % 3) * 0.02, 0.01],
          [-0.4 + column * 0.13, 0.67 + row * 0.32, 0.4125],
          wares[(row * 4 + column * 2) % 9] ?? 'white',
          { round: 0.003 },
        )
    }
    m.box([0.14, 0.2, 0.004], [0.38, 1.33, 0.412], 'glow')
    m.box([0.16, 0.16, 0.02], [0.38, 0.8, 0.395], 'graphite', { round: 0.006 })
    m.box([0.6, 0.16, 0.02], [-0.14, 0.28, 0.395], 'graphite', { round: 0.008 })
    m.box([1, 0.1, 0.02], [0, 1.84, 0.395], 'white', { round: 0.006 })
  })
})
