import { model } from '../shape/model.ts'

export default model('tree', 'palm', '棕榈', 'Palm', (m) => {
  m.tube(
    [
      [0, 0, 0],
      [0, 0.2, 0],
      [0.05, 1.6, 0.02],
      [0.16, 3.4, 0.05],
      [0.34, 5.4, 0.1],
      [0.46, 6.4, 0.12],
    ],
    0.15,
    'paleTrunk',
    12,
  )
  m.fine(() => {
    m.lathe(
      [
        [0.28, 0],
        [0.2, 0.3],
        [0.15, 0.6],
      ],
      [0, 0, 0],
      'paleTrunk',
      { sides: 14 },
    )
    m.ball([0.47, 6.45, 0.12], [0.24, 0.3, 0.24], 'leafDeep', 12)
  })
  const fronds = m.lean ? 5 : 13
  m.at([0.47, 6.55, 0.12], () =>
    m.around(fronds, (i) => {
      const lift = m.lean ? 0.5 : ([0.9, 0.35, 0.62][i % 3] ?? 0.5)
      const path = (m.lean ? [0.05, 1.4, 2.5] : [0.05, 0.6, 1.2, 1.8, 2.3, 2.7]).map(
        (r) => [0, lift * r - 0.27 * r * r, r] as const,
      )
      m.blade(path, 0.62, i % 2 ? 'leaf' : 'leafDeep')
    }),
  )
})
