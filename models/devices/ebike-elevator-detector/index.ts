import { defineKind } from '../../kind.ts'

export default defineKind({
  kind: 'ebike-elevator-detector',
  name: { zh: '电动自行车入梯识别', en: 'E-bike in elevator detector' },
  glyph: '车',
  theme: 'fire',
  mount: 'ceiling',
  metrics: {
    detected: { name: { zh: '识别到电动车', en: 'E-bike detected' }, unit: '', min: 0, max: 1, decimals: 0 },
  },
  rules: [
    {
      rule: 'detected',
      name: { zh: '电动自行车进电梯', en: 'E-bike in the elevator' },
      metric: 'detected',
      when: 'above',
      limit: 0.5,
      deadBand: 0,
      grade: 3,
      advice: { zh: '语音劝阻，联系楼管到场', en: 'Speak to the rider, send the house keeper' },
    },
  ],
  everySeconds: 15,
  simulate: ({ event }) => ({ detected: event > 0.5 ? 1 : 0 }),
})
