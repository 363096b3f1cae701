import { defineKind } from '../../kind.ts'
import { homeLife, shareOfDay } from '../../rhythm.ts'

export default defineKind({
  kind: 'gas-meter',
  name: { zh: '智能燃气表', en: 'Gas meter' },
  glyph: '燃',
  theme: 'utilities',
  mount: 'wall',
  metrics: {
    flow: { name: { zh: '流量', en: 'Flow' }, unit: 'm³/h', min: 0, max: 10, decimals: 2 },
    today: { name: { zh: '今日用气', en: 'Used today' }, unit: 'm³', min: 0, max: 50, decimals: 2 },
  },
  rules: [
    {
      // A stove and a boiler together stay under 3 m³/h; more is a hose come off.
      rule: 'flow-high',
      name: { zh: '燃气流量异常', en: 'Gas flow abnormal' },
      metric: 'flow',
      when: 'above',
      limit: 3.5,
      deadBand: 0.5,
      grade: 2,
      advice: {
        zh: '远程关阀，联系住户，派人携检测仪上门',
        en: 'Shut the valve from here, call the household, send someone with a gas tester',
      },
    },
  ],
  everySeconds: 60,
  simulate: ({ hour, random, event }) => {
    const cooks = random() < homeLife(hour) * 0.8
    return { flow: (cooks ? 0.4 + random() * 0.8 : 0) + event * 4, today: 0.9 * shareOfDay(hour) }
  },
})
