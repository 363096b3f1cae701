import { defineKind } from '../../kind.ts'
import { stateMetric } from '../../states.ts'

export default defineKind({
  kind: 'street-lamp',
  name: { zh: '智慧路灯', en: 'Street lamp' },
  glyph: '灯',
  theme: 'utilities',
  mount: 'pole',
  metrics: {
    power: { name: { zh: '功率', en: 'Power' }, unit: 'W', min: 0, max: 400, decimals: 0 },
    leakage: { name: { zh: '漏电流', en: 'Leakage' }, unit: 'mA', min: 0, max: 1000, decimals: 0 },
    mode: stateMetric({ zh: '模式', en: 'Mode' }, [
      { zh: '自动', en: 'Automatic' },
      { zh: '常亮', en: 'On' },
      { zh: '关闭', en: 'Off' },
    ]),
    level: { name: { zh: '亮度', en: 'Brightness' }, unit: '%', min: 0, max: 100, decimals: 0 },
  },
  rules: [
    {
      // 30 mA is the limit where people are protected; a wet pole that leaks more can kill.
      rule: 'leakage-high',
      sign: 'power',
      name: { zh: '灯杆漏电', en: 'Pole leaks current' },
      when: { is: 'above', metric: 'leakage', limit: 30, deadBand: 10 },
      grade: 2,
      advice: { zh: '断开该回路，围挡灯杆', en: 'Switch the circuit off, fence off the pole' },
    },
  ],
  state: { mode: 0, level: 80 },
  commands: {
    on: {
      name: { zh: '开灯', en: 'On' },
      effect: { zh: '按所给的亮度点亮', en: 'It burns as bright as given' },
      input: { level: { name: { zh: '亮度', en: 'Brightness' }, unit: '%', min: 10, max: 100, decimals: 0 } },
      sets: { mode: 1, level: 'level' },
      undo: 'auto',
    },
    off: {
      name: { zh: '关灯', en: 'Off' },
      effect: { zh: '熄灯；漏电时断开本灯', en: 'It goes out; a leaking pole is off' },
      sets: { mode: 2, level: 0 },
      undo: 'auto',
    },
    auto: {
      name: { zh: '自动', en: 'Automatic' },
      effect: { zh: '按天色自动开关', en: 'It follows the daylight' },
      sets: { mode: 0, level: 80 },
    },
  },
  upkeep: {
    everyDays: 180,
    task: { zh: '测漏电和接地，擦灯罩', en: 'Measure leakage and earth, clean the lamp' },
    lifeYears: 10,
  },
  everySeconds: 60,
  simulate: ({ hour, random, event, set }) => ({
    power: burns(hour, set.mode) ? (set.level ?? 0) + random() * 3 : 2,
    leakage: 2 + random() * 2 + event * 60,
  }),
})

function burns(hour: number, mode: number | undefined): boolean {
  return mode === 0 ? hour < 6 || hour > 18.5 : mode === 1
}
