import { model } from '../shape/model.ts'

export default model('furniture', 'gate-barrier', '人行通道闸', 'Gate barrier', (m) => {
  m.box([2.6, 0.05, 1.5], [0, 0.025, 0], 'stone', { round: 0.01 })
  for (const x of [-1, 0, 1]) {
    m.box([0.24, 0.95, 1.3], [x, 0.5, 0], 'steel', { round: 0.03 })
    m.box([0.25, 0.04, 1.32], [x, 0.99, 0], 'graphite', { round: 0.012 })
    m.fine(() => {
      m.box([0.14, 0.012, 0.14], [x, 1.012, 0.46], 'screen')
      m.box([0.06, 0.014, 0.06], [x, 1.012, 0.46], x === 1 ? 'ledRed' : 'ledGreen')
      m.rod([x, 1, 0.25], [x, 1.25, 0.25], 0.018, 'graphite', 10)
      m.box([0.12, 0.18, 0.03], [x, 1.32, 0.26], 'charcoal', { round: 0.01 })
    })
  }
  for (const x of [-0.69, -0.31, 0.31, 0.69]) m.box([0.34, 0.55, 0.02], [x, 0.6, 0], 'sky', { round: 0.006 })
})
