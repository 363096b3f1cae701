import { defineKind } from '../../kind.ts'
import { daylight } from '../../rhythm.ts'

export default defineKind({
  kind: 'heat-meter',
  name: { zh: '热量表', en: 'Heat meter' },
  glyph: '热',
  theme: 'utilities',
  mount: 'wall',
  metrics: {
    supply: { name: { zh: '供水温度', en: 'Supply' }, unit: '°C', min: 0, max: 130, decimals: 1 },
    return: { name: { zh: '回水温度', en: 'Return' }, unit: '°C', min: 0, max: 130, decimals: 1 },
    flow: { name: { zh: '流量', en: 'Flow' }, unit: 'm³/h', min: 0, max: 50, decimals: 2 },
    valve: { name: { zh: '阀门开度', en: 'Valve opening' }, unit: '%', min: 0, max: 100, decimals: 0 },
  },
  rules: [
    {
      rule: 'supply-cold',
      sign: 'stoppage',
      name: { zh: '供热中断', en: 'Heating interrupted' },
      when: { is: 'below', metric: 'supply', limit: 35, deadBand: 5 },
      grade: 4,
      advice: { zh: '联系供热单位，关注独居老人', en: 'Call the supplier, mind the elderly who live alone' },
    },
  ],
  state: { valve: 60 },
  commands: {
    'set-valve': {
      name: { zh: '调节阀门', en: 'Set the valve' },
      effect: { zh: '热力入口阀门开到所给的开度', en: 'The heating valve goes to the given opening' },
      input: { opening: { name: { zh: '开度', en: 'Opening' }, unit: '%', min: 0, max: 100, decimals: 0 } },
      sets: { valve: 'opening' },
    },
  },
  upkeep: {
    everyDays: 365,
    task: { zh: '清洗过滤器，核对读数', en: 'Clean the strainer, compare the reading' },
    lifeYears: 6,
  },
  battery: { years: 6 },
  everySeconds: 60,
  simulate: ({ hour, random, event, set }) => {
    const supply = 52 - 3 * daylight(hour) + random() - event * 24
    return { supply, return: supply - 8 - random(), flow: (1.1 + random() * 0.1) * ((set.valve ?? 60) / 60) }
  },
})
