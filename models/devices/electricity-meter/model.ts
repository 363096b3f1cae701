import { deviceModel } from '../../shape/model.ts'
import kind from './index.ts'

export default deviceModel(kind, (m) => {
  m.box([0.13, 0.2, 0.05], [0, 0, 0.025], 'shell', { round: 0.01 })
  m.box([0.105, 0.1, 0.02], [0, 0.03, 0.05], 'glass', { round: 0.006 })
  m.fine(() => {
    m.box([0.075, 0.028, 0.004], [0, 0.05, 0.06], 'sky')
    m.ball([-0.03, 0.008, 0.06], 0.003, 'ledRed', 8)
    m.lathe(
      [
        [0.008, 0],
        [0.008, 0.006],
      ],
      [0.02, 0.008, 0.058],
      'slate',
      { axis: 'z', sides: 14 },
    )
  })
  m.box([0.11, 0.05, 0.02], [0, -0.065, 0.047], 'grey', { round: 0.004 })
  m.fine(() => {
    for (const x of [-0.036, -0.012, 0.012, 0.036]) m.rod([x, -0.125, 0.03], [x, -0.09, 0.03], 0.006, 'graphite', 8)
  })
})
