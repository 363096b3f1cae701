import { model } from '../shape/model.ts'

export default model('furniture', 'parcel-lockers', '智能信报箱', 'Mailbox lockers', (m) => {
  m.box([2.5, 0.1, 0.55], [0, 0.05, 0], 'charcoal')
  m.box([2.6, 1.85, 0.55], [0, 1.02, 0], 'slate', { round: 0.015 })
  m.box([2.8, 0.07, 1], [0, 2.02, 0.16], 'graphite', { round: 0.02 })
  m.box([0.5, 1.72, 0.03], [0, 1.02, 0.275], 'navy', { round: 0.006 })
  m.fine(() => {
    for (let row = 0; row < 5; row++)
      for (const x of [-1.06, -0.72, -0.42, 0.42, 0.72, 1.06]) {
        const wide = Math.abs(x) > 1 ? 0.36 : 0.28
        m.box(
          [wide, 0.31, 0.024],
          [x, 0.31 + row * 0.345, 0.275],
          (row + Math.round(x * 10)) % 4 === 0 ? 'sky' : 'grey',
          { round: 0.006 },
        )
      }
    m.box([0.36, 0.28, 0.02], [0, 1.5, 0.288], 'screen', { round: 0.005 })
    m.box([0.3, 0.2, 0.006], [0, 1.51, 0.298], 'glow')
    m.box([0.3, 0.12, 0.02], [0, 1.16, 0.288], 'graphite', { round: 0.004 })
    m.box([2.3, 0.02, 0.06], [0, 1.98, 0.5], 'lampWarm')
  })
})
