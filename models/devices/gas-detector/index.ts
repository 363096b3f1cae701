import { defineKind } from '../../kind.ts'

export default defineKind({
  kind: 'gas-detector',
  name: { zh: '可燃气体探测器', en: 'Gas detector' },
  glyph: '气',
  theme: 'fire',
  mount: 'wall',
  metrics: {
    lel: { name: { zh: '可燃气体浓度', en: 'Combustible gas' }, unit: '%LEL', min: 0, max: 100, decimals: 1 },
  },
  rules: [
    {
      // SZ 5.3.4: the alarm setting of household gas detectors is at or under 20 % LEL.
      rule: 'gas-high',
      name: { zh: '燃气泄漏报警', en: 'Gas leak' },
      metric: 'lel',
      when: 'above',
      limit: 20,
      deadBand: 5,
      grade: 1,
      advice: {
        zh: '通知住户开窗、勿动电器，关闭燃气阀',
        en: 'Tell residents to air and touch no switch; shut the valve',
      },
    },
  ],
  everySeconds: 10,
  simulate: ({ hour, random, event }) => ({
    lel: (Math.abs(hour - 12) < 1 || Math.abs(hour - 18) < 1 ? 1.5 : 0.3) + random() * 0.5 + event * 26,
  }),
})
