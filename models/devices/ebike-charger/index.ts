import { defineKind } from '../../kind.ts'
import { around, outside } from '../../rhythm.ts'

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
  },
  rules: [
    {
      rule: 'hot',
      name: { zh: '充电设施过热', en: 'Charger overheating' },
      metric: 'temperature',
      when: 'above',
      limit: 65,
      deadBand: 10,
      grade: 2,
      advice: { zh: '远程断电，派人携灭火器到场', en: 'Switch it off from here, send someone with an extinguisher' },
    },
  ],
  everySeconds: 15,
  simulate: ({ hour, random, event }) => {
    const share = 0.15 + 0.75 * around(hour, 22, 4)
    const charging = Math.round(share * 9 + random())
    return {
      charging,
      current: charging * 1.6 + random(),
      temperature: outside(hour) + 8 * share + random() + event * 50,
    }
  },
})
