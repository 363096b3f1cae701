import { defineKind } from '../../kind.ts'
import { comingAndGoing } from '../../rhythm.ts'
import { isSo, stateMetric } from '../../states.ts'

export default defineKind({
  kind: 'elevator',
  name: { zh: '电梯', en: 'Elevator' },
  glyph: '梯',
  theme: 'equipment',
  mount: 'wall',
  metrics: {
    trapped: isSo({ zh: '困人', en: 'People trapped' }, { zh: '无人被困', en: 'Nobody trapped' }),
    speed: { name: { zh: '运行速度', en: 'Speed' }, unit: 'm/s', min: 0, max: 10, decimals: 2 },
    vibration: { name: { zh: '振动', en: 'Vibration' }, unit: 'mm/s', min: 0, max: 50, decimals: 1 },
    mode: stateMetric({ zh: '运行模式', en: 'Mode' }, [
      { zh: '正常', en: 'Normal' },
      { zh: '迫降', en: 'Recalled' },
      { zh: '停梯', en: 'Stopped' },
    ]),
  },
  rules: [
    {
      // TSG T5002: the keeper arrives within 30 minutes.
      rule: 'trapped',
      sign: 'stoppage',
      name: { zh: '电梯困人', en: 'People trapped in the elevator' },
      when: { is: 'above', metric: 'trapped', limit: 0.5, deadBand: 0 },
      grade: 2,
      advice: {
        zh: '对讲安抚乘客，通知维保单位 30 分钟内到场',
        en: 'Speak to the passengers, call the keeper: there within 30 minutes',
      },
    },
    {
      rule: 'vibration-high',
      sign: 'stoppage',
      name: { zh: '电梯振动异常', en: 'Elevator vibration high' },
      when: { is: 'above', metric: 'vibration', limit: 12, deadBand: 3 },
      grade: 4,
      advice: { zh: '安排维保检查导轨和曳引机', en: 'Have rails and drive checked' },
    },
  ],
  state: { mode: 0 },
  commands: {
    'to-ground': {
      name: { zh: '迫降首层', en: 'Recall to the ground' },
      effect: {
        zh: '电梯直驶首层开门，不再响应呼叫',
        en: 'It goes straight to the ground floor, opens, and answers no calls',
      },
      sets: { mode: 1 },
      undo: 'normal',
    },
    stop: {
      name: { zh: '停梯', en: 'Stop' },
      effect: { zh: '就近停靠后停止运行；轿厢内可能有人', en: 'It stops at the next floor; people may be inside' },
      dangerous: true,
      sets: { mode: 2 },
      undo: 'normal',
    },
    normal: {
      name: { zh: '恢复运行', en: 'Back to service' },
      effect: { zh: '电梯恢复正常运行', en: 'It answers calls again' },
      sets: { mode: 0 },
    },
  },
  upkeep: {
    everyDays: 15,
    task: {
      zh: '半月维保：制动器、门锁、限速器、对讲',
      en: 'Half-monthly keeping: brake, door locks, governor, intercom',
    },
    lifeYears: 15,
  },
  everySeconds: 10,
  simulate: ({ hour, random, event, set }) => {
    const rides = set.mode === 0 && event < 0.5 && random() < 0.15 + 0.7 * comingAndGoing(hour)
    return {
      trapped: event > 0.5 ? 1 : 0,
      speed: rides ? 1 + random() * 0.75 : 0,
      vibration: rides ? 2.5 + random() * 2 : 0.3,
    }
  },
})
