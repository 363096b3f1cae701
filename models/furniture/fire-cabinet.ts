import { model } from '../shape/model.ts'

export default model('furniture', 'fire-cabinet', '微型消防站器材柜', 'Fire cabinet', (m) => {
  m.box([1.3, 0.1, 0.5], [0, 0.05, 0], 'charcoal')
  m.box([1.36, 1.75, 0.5], [0, 0.96, 0], 'red', { round: 0.02 })
  m.both(() => m.box([0.58, 1.3, 0.02], [0.32, 0.86, 0.25], 'glass', { round: 0.004 }))
  m.box([1.2, 0.18, 0.02], [0, 1.68, 0.25], 'white', { round: 0.004 })
  m.fine(() => {
    // Extinguishers, helmets and a hose behind the glass.
    for (const x of [-0.46, -0.32, -0.18]) {
      m.box([0.1, 0.36, 0.012], [x, 0.46, 0.261], 'deepRed', { round: 0.004 })
      m.box([0.05, 0.06, 0.012], [x, 0.66, 0.263], 'charcoal', { round: 0.003 })
    }
    for (const x of [0.2, 0.44])
      m.lathe(
        [
          [0.09, 0],
          [0.09, 0.01],
          [0.03, 0.012],
        ],
        [x, 0.48, 0.258],
        'shell',
        { axis: 'z', sides: 20 },
      )
    for (const x of [-0.44, -0.2]) m.box([0.19, 0.13, 0.012], [x, 1.2, 0.261], 'sand', { round: 0.005 })
    for (const x of [0.2, 0.44]) m.box([0.17, 0.36, 0.012], [x, 1.16, 0.261], 'graphite', { round: 0.004 })
    for (const y of [0.86]) m.both(() => m.box([0.56, 0.025, 0.014], [0.32, y, 0.26], 'grey'))
    m.both(() => m.rod([0.035, 0.76, 0.28], [0.035, 1, 0.28], 0.011, 'steel', 8))
    m.box([0.7, 0.05, 0.008], [0, 1.68, 0.262], 'red')
  })
})
