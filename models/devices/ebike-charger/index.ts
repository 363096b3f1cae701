import { defineKind } from '../../kind.ts'
import { around, outside } from '../../rhythm.ts'
import { twoStates } from '../../states.ts'

export default defineKind({
  kind: 'ebike-charger',
  name: { zh: '电动自行车充电桩', en: 'E-bike charger' },
  glyph: '充',
  theme: 'fire',
  mount: 'ground',
  metrics: {
    charging: { name: { zh: '充电端口', en: 'Ports charging' }, unit: '', min: 0, max: 20, decimals: 0 },
    current: { name: { zh: '总电流', en: 'Current' }, unit: 'A', min: 0, max: 63, decimals: 1 },
    temperature: { name: { zh: '温度', en: 'Temperature' }, unit: '°C', min: -40, max: 150, decimals: 1 },
    supply: twoStates('power', { zh: '供电', en: 'Supply' }),
  },
  rules: [
    {
      rule: 'hot',
      sign: 'overheat',
      name: { zh: '充电设施过热', en: 'Charger overheating' },
      when: { is: 'above', metric: 'temperature', limit: 65, deadBand: 10 },
      grade: 2,
      advice: { zh: '远程断电，派人携灭火器到场', en: 'Switch it off from here, send someone with an extinguisher' },
    },
  ],
  state: { supply: 1 },
  commands: {
    'cut-off': {
      name: { zh: '断电', en: 'Cut off' },
      effect: { zh: '全部插座断电，正在充电的车辆停止充电', en: 'All sockets go dead, charging ends' },
      sets: { supply: 0 },
      undo: 'restore',
    },
    restore: {
      name: { zh: '恢复供电', en: 'Restore' },
      effect: { zh: '插座恢复供电', en: 'The sockets come back' },
      sets: { supply: 1 },
    },
  },
  upkeep: {
    everyDays: 30,
    task: { zh: '检查线缆、插座温升和漏电保护', en: 'Check cables, heat of sockets, leakage protection' },
    lifeYears: 8,
  },
  everySeconds: 15,
  simulate: ({ hour, random, event, set }) => {
    const share = 0.15 + 0.75 * around(hour, 22, 4)
    const charging = set.supply === 1 ? Math.round(share * 9 + random()) : 0
    return {
      charging,
      current: charging * 1.6 + (set.supply === 1 ? random() : 0),
      temperature: outside(hour) + 8 * share + random() + event * 50,
    }
  },
})
