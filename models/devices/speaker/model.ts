import { deviceModel } from '../../shape/model.ts'
import kind from './index.ts'

/** A column of three cones behind a grille, tilted down a little from its bracket. */
export default deviceModel(kind, (m) => {
  m.box([0.1, 0.16, 0.02], [0, 0, 0.01], 'slate', { round: 0.006 })
  m.rod([0, 0, 0.02], [0, 0, 0.07], 0.018, 'slate', 12)
  m.at([0, 0, 0.07], () => {
    m.box([0.16, 0.46, 0.1], [0, 0, 0.05], 'shell', { round: 0.02 })
    m.box([0.13, 0.42, 0.01], [0, 0, 0.103], 'charcoal', { round: 0.004 })
    for (const y of [-0.13, 0, 0.13])
      m.lathe(
        [
          [0.052, 0],
          [0.05, 0.006],
          [0.02, 0.002],
        ],
        [0, y, 0.107],
        'graphite',
        { axis: 'z', sides: 24 },
      )
    m.fine(() => {
      for (const y of [-0.19, -0.065, 0.065, 0.19]) m.box([0.12, 0.006, 0.008], [0, y, 0.11], 'grey')
      m.ball([0.055, -0.205, 0.108], 0.005, 'ledGreen', 8)
    })
  }, [6, 0, 0])
})
