import { openGas } from '../../commands.ts'
import { magnet } from '../../happenings.ts'
import { defineKind } from '../../kind.ts'
import { homeLife, shareOfDay } from '../../rhythm.ts'
import { twoStates } from '../../states.ts'

export default defineKind({
  kind: 'gas-meter',
  name: { zh: '智能燃气表', en: 'Gas meter' },
  glyph: '燃',
  theme: 'utilities',
  mount: 'wall',
  metrics: {
    flow: { name: { zh: '流量', en: 'Flow' }, unit: 'm³/h', min: 0, max: 10, decimals: 2 },
    today: { name: { zh: '今日用气', en: 'Used today' }, unit: 'm³', min: 0, max: 50, decimals: 2 },
    valve: twoStates('valve', { zh: '燃气阀', en: 'Gas valve' }),
  },
  rules: [
    {
      // A stove and a boiler together stay under 3 m³/h; more is a hose come off.
      rule: 'flow-high',
      sign: 'gas',
      name: { zh: '燃气流量异常', en: 'Gas flow abnormal' },
      when: { is: 'above', metric: 'flow', limit: 3.5, deadBand: 0.5 },
      grade: 2,
      advice: {
        zh: '远程关阀，联系住户，派人携检测仪上门',
        en: 'Shut the valve from here, call the household, send someone with a gas tester',
      },
    },
    magnet.rule,
  ],
  events: {
    ...magnet.events,
  },
  state: { valve: 1 },
  commands: {
    'shut-valve': {
      name: { zh: '关阀', en: 'Shut the valve' },
      effect: { zh: '该户停止供气', en: 'Gas to the household ends' },
      sets: { valve: 0 },
      undo: 'open-valve',
    },
    'open-valve': openGas,
  },
  upkeep: { everyDays: 365, task: { zh: '检漏，核对读数', en: 'Check for leaks, compare the reading' }, lifeYears: 10 },
  battery: { years: 6 },
  everySeconds: 60,
  simulate: ({ hour, random, event, set }) => {
    const cooks = set.valve === 1 && random() < homeLife(hour) * 0.8
    return {
      flow: (cooks ? 0.4 + random() * 0.8 : 0) + (set.valve === 1 ? event * 4 : 0),
      today: 0.9 * shareOfDay(hour),
    }
  },
})
