import { defineKind } from '../../kind.ts'

export default defineKind({
  kind: 'smoke-detector',
  name: { zh: '感烟探测器', en: 'Smoke detector' },
  glyph: '烟',
  theme: 'fire',
  mount: 'ceiling',
  metrics: {
    smoke: { name: { zh: '烟雾浓度', en: 'Smoke' }, unit: '%/m', min: 0, max: 100, decimals: 2 },
    temperature: { name: { zh: '温度', en: 'Temperature' }, unit: '°C', min: -40, max: 150, decimals: 1 },
  },
  rules: [
    {
      rule: 'smoke-high',
      name: { zh: '烟雾报警', en: 'Smoke alarm' },
      metric: 'smoke',
      when: 'above',
      limit: 8,
      deadBand: 2,
      grade: 1,
      advice: {
        zh: '调看附近摄像机，通知微型消防站到场核实',
        en: 'Look through the nearest camera, send the fire post',
      },
    },
  ],
  everySeconds: 10,
  simulate: ({ hour, random, event }) => ({
    smoke: 0.2 + random() * 0.3 + event * 14,
    temperature: 22 + 4 * Math.sin(((hour - 9) / 24) * 2 * Math.PI) + random() + event * 30,
  }),
})
