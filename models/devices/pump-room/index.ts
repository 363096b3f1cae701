import { defineKind } from '../../kind.ts'
import { homeLife } from '../../rhythm.ts'
import { twoStates } from '../../states.ts'

export default defineKind({
  kind: 'pump-room',
  name: { zh: '水泵房', en: 'Pump room' },
  glyph: '泵',
  theme: 'equipment',
  mount: 'ground',
  metrics: {
    pressure: { name: { zh: '出水压力', en: 'Outlet pressure' }, unit: 'MPa', min: 0, max: 2.5, decimals: 2 },
    water: { name: { zh: '地面积水', en: 'Water on the floor' }, unit: 'cm', min: 0, max: 200, decimals: 1 },
    pump: twoStates('running', { zh: '水泵', en: 'Pump' }),
  },
  rules: [
    {
      rule: 'pressure-low',
      sign: 'suppression',
      name: { zh: '供水压力不足', en: 'Supply pressure low' },
      when: { is: 'below', metric: 'pressure', limit: 0.3, deadBand: 0.05 },
      grade: 3,
      advice: { zh: '切换备用泵，通知维保', en: 'Switch to the standby pump, call the keeper' },
    },
    {
      rule: 'flooding',
      sign: 'water',
      name: { zh: '泵房进水', en: 'Pump room flooding' },
      when: { is: 'above', metric: 'water', limit: 5, deadBand: 2 },
      grade: 2,
      advice: { zh: '启动排水泵，切断低位电源', en: 'Start the drain pump, cut power near the floor' },
    },
  ],
  state: { pump: 1 },
  commands: {
    start: {
      name: { zh: '启泵', en: 'Start the pump' },
      effect: { zh: '水泵启动', en: 'The pump starts' },
      sets: { pump: 1 },
      undo: 'stop',
    },
    stop: {
      name: { zh: '停泵', en: 'Stop the pump' },
      effect: { zh: '停泵后消火栓和住户可能无水', en: 'Hydrants and homes may be without water' },
      dangerous: true,
      sets: { pump: 0 },
    },
  },
  upkeep: {
    everyDays: 30,
    task: { zh: '切换备用泵，检查止回阀', en: 'Change to the spare pump, check the check valve' },
    lifeYears: 15,
  },
  everySeconds: 30,
  simulate: ({ hour, random, event, set }) => ({
    pressure: (set.pump === 1 ? 0.62 : 0.3) - 0.06 * homeLife(hour) + random() * 0.02 - event * 0.34,
    water: random() * 0.2 + event * 8,
  }),
})
