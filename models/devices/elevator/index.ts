import { defineKind } from '../../kind.ts'
import { comingAndGoing } from '../../rhythm.ts'

export default defineKind({
  kind: 'elevator',
  name: { zh: '电梯', en: 'Elevator' },
  glyph: '梯',
  theme: 'equipment',
  mount: 'wall',
  metrics: {
    trapped: { name: { zh: '困人', en: 'People trapped' }, unit: '', min: 0, max: 1, decimals: 0 },
    speed: { name: { zh: '运行速度', en: 'Speed' }, unit: 'm/s', min: 0, max: 10, decimals: 2 },
    vibration: { name: { zh: '振动', en: 'Vibration' }, unit: 'mm/s', min: 0, max: 50, decimals: 1 },
  },
  rules: [
    {
      // TSG T5002: the keeper arrives within 30 minutes.
      rule: 'trapped',
      name: { zh: '电梯困人', en: 'People trapped in the elevator' },
      metric: 'trapped',
      when: 'above',
      limit: 0.5,
      deadBand: 0,
      grade: 2,
      advice: {
        zh: '对讲安抚乘客，通知维保单位 30 分钟内到场',
        en: 'Speak to the passengers, call the keeper: there within 30 minutes',
      },
    },
    {
      rule: 'vibration-high',
      name: { zh: '电梯振动异常', en: 'Elevator vibration high' },
      metric: 'vibration',
      when: 'above',
      limit: 12,
      deadBand: 3,
      grade: 4,
      advice: { zh: '安排维保检查导轨和曳引机', en: 'Have rails and drive checked' },
    },
  ],
  everySeconds: 10,
  simulate: ({ hour, random, event }) => {
    const rides = event < 0.5 && random() < 0.15 + 0.7 * comingAndGoing(hour)
    return {
      trapped: event > 0.5 ? 1 : 0,
      speed: rides ? 1 + random() * 0.75 : 0,
      vibration: rides ? 2.5 + random() * 2 : 0.3,
    }
  },
})
