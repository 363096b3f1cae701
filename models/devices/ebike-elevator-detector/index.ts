import { defineKind } from '../../kind.ts'
import { isSo, stateMetric } from '../../states.ts'

export default defineKind({
  kind: 'ebike-elevator-detector',
  name: { zh: '电动自行车入梯识别', en: 'E-bike in elevator detector' },
  glyph: '车',
  theme: 'fire',
  mount: 'ceiling',
  metrics: {
    detected: isSo({ zh: '识别到电动车', en: 'E-bike detected' }, { zh: '未识别到', en: 'None detected' }),
    hold: stateMetric({ zh: '阻梯', en: 'Elevator' }, [
      { zh: '放行', en: 'Released' },
      { zh: '阻止', en: 'Held' },
    ]),
  },
  rules: [
    {
      rule: 'detected',
      name: { zh: '电动自行车进电梯', en: 'E-bike in the elevator' },
      when: { is: 'above', metric: 'detected', limit: 0.5, deadBand: 0 },
      grade: 3,
      advice: { zh: '语音劝阻，联系楼管到场', en: 'Speak to the rider, send the house keeper' },
    },
  ],
  state: { hold: 0 },
  commands: {
    hold: {
      name: { zh: '阻梯', en: 'Hold the elevator' },
      effect: { zh: '轿门保持打开，电梯不运行', en: 'The doors stay open, the elevator does not go' },
      sets: { hold: 1 },
      undo: 'release',
    },
    release: {
      name: { zh: '释放电梯', en: 'Release' },
      effect: { zh: '电梯恢复运行', en: 'The elevator goes again' },
      sets: { hold: 0 },
    },
  },
  upkeep: {
    everyDays: 90,
    task: { zh: '清洁镜头，试推电动车核对识别', en: 'Clean the lens, try it with an e-bike' },
    lifeYears: 5,
  },
  everySeconds: 15,
  simulate: ({ event }) => ({ detected: event > 0.5 ? 1 : 0 }),
})
