import { silence } from '../../commands.ts'
import { defineKind } from '../../kind.ts'
import { stateMetric } from '../../states.ts'

export default defineKind({
  kind: 'electric-fire',
  name: { zh: '电气火灾监控', en: 'Electrical fire monitor' },
  glyph: '电',
  theme: 'fire',
  mount: 'wall',
  metrics: {
    leakage: { name: { zh: '剩余电流', en: 'Residual current' }, unit: 'mA', min: 0, max: 3000, decimals: 0 },
    cable: { name: { zh: '线缆温度', en: 'Cable temperature' }, unit: '°C', min: -40, max: 200, decimals: 1 },
    breaker: stateMetric({ zh: '断路器', en: 'Breaker' }, [
      { zh: '已分闸', en: 'Tripped' },
      { zh: '合闸', en: 'Closed' },
    ]),
  },
  rules: [
    {
      rule: 'leakage-high',
      sign: 'overheat',
      name: { zh: '剩余电流过大', en: 'Residual current high' },
      when: { is: 'above', metric: 'leakage', limit: 500, deadBand: 100 },
      grade: 3,
      advice: { zh: '派电工检查配电箱', en: 'Send an electrician to the distribution box' },
    },
    {
      rule: 'cable-hot',
      sign: 'overheat',
      name: { zh: '线缆过热', en: 'Cable overheating' },
      when: { is: 'above', metric: 'cable', limit: 70, deadBand: 5 },
      grade: 2,
      advice: { zh: '断开该回路，到场检查', en: 'Switch the circuit off and check on site' },
    },
  ],
  state: { breaker: 1 },
  commands: {
    trip: {
      name: { zh: '分闸', en: 'Trip' },
      effect: {
        zh: '本回路立即断电，照明和电梯可能停止',
        en: 'The circuit goes dead at once; light and elevators on it stop',
      },
      dangerous: true,
      sets: { breaker: 0 },
      undo: 'close',
    },
    close: {
      name: { zh: '合闸', en: 'Close' },
      effect: {
        zh: '本回路恢复供电；合闸前确认无人检修',
        en: 'The circuit is live again: make sure that nobody works on it',
      },
      dangerous: true,
      sets: { breaker: 1 },
    },
    silence,
  },
  upkeep: {
    everyDays: 180,
    task: { zh: '核对探测值，试跳闸', en: 'Check what it measures, try the trip' },
    lifeYears: 12,
  },
  everySeconds: 15,
  simulate: ({ hour, random, event, set }) => {
    if (set.breaker === 0) return { leakage: 0, cable: 26 + random() }
    const load = 0.4 + 0.4 * Math.exp(-(((hour - 20) / 3) ** 2))
    return { leakage: 60 + 60 * load + random() * 20 + event * 600, cable: 28 + 14 * load + random() + event * 10 }
  },
})
