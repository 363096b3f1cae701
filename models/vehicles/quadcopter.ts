import { model } from '../shape/model.ts'

const ARM = 0.5

export default model('vehicle', 'quadcopter', '四旋翼无人机', 'Quadcopter', (m) => {
  m.box([0.3, 0.12, 0.46], [0, 0.24, 0], 'shell', { round: 0.04 })
  m.box([0.16, 0.03, 0.24], [0, 0.3, -0.02], 'graphite', { round: 0.012 })
  m.box([0.012, 0.04, 0.2], [0.152, 0.25, 0], 'blue')
  m.box([0.012, 0.04, 0.2], [-0.152, 0.25, 0], 'blue')
  // Arms with motors, and the discs that propellers draw.
  for (const [x, z] of [
    [ARM, ARM],
    [ARM, -ARM],
    [-ARM, ARM],
    [-ARM, -ARM],
  ] as const) {
    m.key(() => m.rod([x * 0.25, 0.25, z * 0.35], [x, 0.27, z], 0.018, 'graphite', m.lean ? 4 : 10))
    m.lathe(
      [
        [0.034, 0],
        [0.034, 0.05],
        [0.02, 0.06],
      ],
      [x, 0.25, z],
      'charcoal',
      { sides: m.lean ? 5 : 18 },
    )
    m.box([0.56, 0.006, 0.04], [x, 0.315, z], 'slate', { turn: [0, x > 0 ? 35 : -35, 0] })
    m.fine(() => m.ball([x, 0.24, z], 0.014, z > 0 ? 'ledGreen' : 'ledRed', 8))
  }
  // Legs.
  m.both(() => {
    m.rod([0.1, 0.2, 0.12], [0.17, 0.02, 0.13], 0.01, 'graphite', m.lean ? 3 : 8)
    m.rod([0.1, 0.2, -0.12], [0.17, 0.02, -0.13], 0.01, 'graphite', m.lean ? 3 : 8)
    m.box([0.02, 0.02, 0.36], [0.17, 0.01, 0], 'graphite')
  })
  // The camera hangs before it.
  m.box([0.08, 0.07, 0.08], [0, 0.15, 0.15], 'graphite', { round: 0.015 })
  m.fine(() =>
    m.lathe(
      [
        [0.024, 0],
        [0.024, 0.016],
        [0.016, 0.02],
      ],
      [0, 0.15, 0.19],
      'lens',
      { axis: 'z', sides: 20 },
    ),
  )
  m.box([0.05, 0.02, 0.05], [0, 0.32, -0.1], 'beaconBlue', { round: 0.008 })
})
