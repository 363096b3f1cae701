import { openGas, selfTest, silence } from '../../commands.ts'
import { defineKind } from '../../kind.ts'
import { twoStates } from '../../states.ts'

export default defineKind({
  kind: 'gas-detector',
  name: { zh: '可燃气体探测器', en: 'Gas detector' },
  glyph: '气',
  theme: 'fire',
  mount: 'wall',
  metrics: {
    lel: { name: { zh: '可燃气体浓度', en: 'Combustible gas' }, unit: '%LEL', min: 0, max: 100, decimals: 1 },
    valve: twoStates('valve', { zh: '燃气阀', en: 'Gas valve' }),
  },
  rules: [
    {
      // SZ 5.3.4: the alarm setting of household gas detectors is at or under 20 % LEL.
      rule: 'gas-high',
      sign: 'gas',
      name: { zh: '燃气泄漏报警', en: 'Gas leak' },
      when: { is: 'above', metric: 'lel', limit: 20, deadBand: 5 },
      grade: 1,
      advice: {
        zh: '通知住户开窗、勿动电器，关闭燃气阀',
        en: 'Tell residents to air and touch no switch; shut the valve',
      },
    },
  ],
  state: { valve: 1 },
  commands: {
    'shut-valve': {
      name: { zh: '关阀', en: 'Shut the valve' },
      effect: { zh: '入户燃气阀关闭', en: 'The gas valve of the home shuts' },
      sets: { valve: 0 },
      undo: 'open-valve',
    },
    'open-valve': openGas,
    'self-test': selfTest,
    silence,
  },
  upkeep: {
    everyDays: 180,
    task: { zh: '用标准气体试验，核对联动关阀', en: 'Try it with test gas, and that the valve shuts' },
    lifeYears: 5,
  },
  feels: { of: 'gas', after: 0 },
  everySeconds: 10,
  // With the valve shut the room airs.
  simulate: ({ hour, random, event, set }) => ({
    lel:
      (Math.abs(hour - 12) < 1 || Math.abs(hour - 18) < 1 ? 1.5 : 0.3) +
      random() * 0.5 +
      event * (set.valve === 1 ? 26 : 6),
  }),
})
