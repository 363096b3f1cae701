import { model } from '../shape/model.ts'

export default model('furniture', 'bin', '果皮箱', 'Litter bin', (m) => {
  m.both(() => {
    m.box([0.42, 0.8, 0.4], [0.23, 0.52, 0], 'wood', { round: 0.02 })
    m.box([0.3, 0.14, 0.02], [0.23, 0.78, 0.2], 'charcoal', { round: 0.006 })
    m.fine(() => {
      for (const x of [0.09, 0.16, 0.23, 0.3, 0.37]) m.box([0.014, 0.5, 0.012], [x, 0.4, 0.2], 'darkWood')
      m.box([0.06, 0.12, 0.3], [0.38, 0.06, 0], 'graphite')
    })
  })
  m.box([0.98, 0.06, 0.48], [0, 0.95, 0], 'graphite', { round: 0.02 })
  m.box([0.06, 0.95, 0.42], [0, 0.475, 0], 'graphite')
})
