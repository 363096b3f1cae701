import { selfTest, silence } from '../../commands.ts'
import { base } from '../../happenings.ts'
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
      sign: 'fire',
      name: { zh: '烟雾报警', en: 'Smoke alarm' },
      when: { is: 'above', metric: 'smoke', limit: 8, deadBand: 2 },
      grade: 1,
      advice: {
        zh: '调看附近摄像机，通知微型消防站到场核实',
        en: 'Look through the nearest camera, send the fire post',
      },
    },
    {
      // What one detector says may be steam; what two say on one floor within a minute is a fire.
      rule: 'fire-confirmed',
      sign: 'fire',
      name: { zh: '同层多点火警', en: 'Fire: several detectors of a floor' },
      when: {
        is: 'together',
        of: [
          { kind: 'smoke-detector', when: { is: 'above', metric: 'smoke', limit: 8, deadBand: 2 } },
          { kind: 'heat-detector', when: { is: 'above', metric: 'temperature', limit: 60, deadBand: 5 } },
          { kind: 'manual-call-point', when: { is: 'equal', metric: 'pressed', values: [1] } },
        ],
        devices: 2,
        at: 'floor',
        within: 60,
      },
      grade: 1,
      advice: {
        zh: '拨打119，启动疏散，电梯迫降，开放疏散通道门禁',
        en: 'Call the fire brigade, evacuate, recall the elevators, open the doors on the way out',
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
  upkeep: { everyDays: 365, task: { zh: '试烟并清洁', en: 'Test with smoke and clean' }, lifeYears: 12 },
  feels: { of: 'fire', after: 0 },
  everySeconds: 10,
  simulate: ({ hour, random, event }) => ({
    smoke: 0.2 + random() * 0.3 + event * 14,
    temperature: 22 + 4 * Math.sin(((hour - 9) / 24) * 2 * Math.PI) + random() + event * 30,
  }),
})
