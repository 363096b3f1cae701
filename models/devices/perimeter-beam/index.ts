import { defineKind } from '../../kind.ts'

export default defineKind({
  kind: 'perimeter-beam',
  name: { zh: '周界红外对射', en: 'Perimeter beam' },
  glyph: '界',
  theme: 'security',
  mount: 'wall',
  metrics: {
    broken: { name: { zh: '阻断', en: 'Broken' }, unit: '', min: 0, max: 1, decimals: 0 },
    signal: { name: { zh: '信号强度', en: 'Signal' }, unit: '%', min: 0, max: 100, decimals: 0 },
  },
  rules: [
    {
      rule: 'intrusion',
      name: { zh: '周界入侵', en: 'Perimeter crossed' },
      metric: 'broken',
      when: 'above',
      limit: 0.5,
      deadBand: 0,
      grade: 2,
      advice: { zh: '调看周界摄像机，派就近保安', en: 'Look through the camera, send the nearest guard' },
    },
    {
      rule: 'signal-low',
      name: { zh: '对射信号弱', en: 'Beam weak' },
      metric: 'signal',
      when: 'below',
      limit: 40,
      deadBand: 10,
      grade: 4,
      advice: { zh: '清洁镜面，修剪遮挡的枝叶', en: 'Clean the lens, cut what grows into the beam' },
    },
  ],
  everySeconds: 15,
  simulate: ({ random, event }) => ({ broken: event > 0.5 ? 1 : 0, signal: 88 + random() * 8 }),
})
