import { selfTest, silence } from '../../commands.ts'
import { base } from '../../happenings.ts'
import { defineKind } from '../../kind.ts'
import { outside } from '../../rhythm.ts'

export default defineKind({
  kind: 'heat-detector',
  name: { zh: '感温探测器', en: 'Heat detector' },
  glyph: '温',
  theme: 'fire',
  mount: 'ceiling',
  metrics: {
    temperature: { name: { zh: '温度', en: 'Temperature' }, unit: '°C', min: -40, max: 150, decimals: 1 },
  },
  rules: [
    {
      // A class A1 detector responds between 54 and 65 °C (GB 4716).
      rule: 'heat-high',
      sign: 'fire',
      name: { zh: '高温报警', en: 'Heat alarm' },
      when: { is: 'above', metric: 'temperature', limit: 60, deadBand: 8 },
      grade: 1,
      advice: {
        zh: '调看附近摄像机，通知微型消防站到场核实',
        en: 'Look through the nearest camera, send the fire post',
      },
    },
    base.rule,
  ],
  events: {
    ...base.events,
  },
  commands: {
    'self-test': selfTest,
    silence,
  },
  upkeep: { everyDays: 365, task: { zh: '加温试验', en: 'Try it with heat' }, lifeYears: 12 },
  feels: { of: 'fire', after: 35 },
  everySeconds: 10,
  simulate: ({ hour, random, event }) => ({ temperature: outside(hour) + 3 + random() + event * 45 }),
})
