import { defineKind } from '../../kind.ts'
import { daylight } from '../../rhythm.ts'
import { twoStates } from '../../states.ts'

export default defineKind({
  kind: 'hvac',
  name: { zh: '空调机组', en: 'Air handling unit' },
  glyph: '调',
  theme: 'equipment',
  mount: 'ground',
  metrics: {
    supply: { name: { zh: '送风温度', en: 'Supply air' }, unit: '°C', min: -20, max: 80, decimals: 1 },
    filter: { name: { zh: '滤网压差', en: 'Filter pressure drop' }, unit: 'Pa', min: 0, max: 1000, decimals: 0 },
    running: twoStates('running', { zh: '机组', en: 'Unit' }),
    setpoint: { name: { zh: '设定温度', en: 'Set to' }, unit: '°C', min: 16, max: 30, decimals: 1 },
  },
  rules: [
    {
      rule: 'filter-clogged',
      name: { zh: '滤网堵塞', en: 'Filter clogged' },
      when: { is: 'above', metric: 'filter', limit: 250, deadBand: 50 },
      grade: 4,
      advice: { zh: '安排更换滤网', en: 'Have the filter replaced' },
    },
    {
      rule: 'supply-hot',
      sign: 'stoppage',
      name: { zh: '送风温度异常', en: 'Supply air hot' },
      when: { is: 'above', metric: 'supply', limit: 55, deadBand: 10 },
      grade: 3,
      advice: { zh: '停机，排查电机和加热段', en: 'Stop it, look at motor and heater' },
    },
  ],
  state: { running: 1, setpoint: 18 },
  commands: {
    start: {
      name: { zh: '启动', en: 'Start' },
      effect: { zh: '机组启动', en: 'The unit starts' },
      sets: { running: 1 },
      undo: 'stop',
    },
    stop: {
      name: { zh: '停机', en: 'Stop' },
      effect: { zh: '机组停机；火灾时防止烟气随风道扩散', en: 'The unit stops: in a fire its ducts carry no smoke' },
      sets: { running: 0 },
      undo: 'start',
    },
    'set-temperature': {
      name: { zh: '设定温度', en: 'Set the temperature' },
      effect: { zh: '送风按所给的温度调节', en: 'The supply air follows the given temperature' },
      input: { temperature: { name: { zh: '温度', en: 'Temperature' }, unit: '°C', min: 16, max: 30, decimals: 1 } },
      sets: { setpoint: 'temperature' },
    },
  },
  upkeep: {
    everyDays: 90,
    task: { zh: '清洗滤网，检查冷凝水', en: 'Clean the filter, check the drain' },
    lifeYears: 15,
  },
  everySeconds: 60,
  simulate: ({ hour, random, event, set }) => ({
    supply: (set.running === 1 ? (set.setpoint ?? 18) - 1 : 25) + 2 * daylight(hour) + random(),
    filter: 90 + 20 * daylight(hour) + random() * 8 + event * 220,
  }),
})
