import { defineKind } from '../../kind.ts'
import { comingAndGoing } from '../../rhythm.ts'
import { isSo, stateMetric } from '../../states.ts'

export default defineKind({
  kind: 'fire-door',
  name: { zh: '防火门', en: 'Fire door' },
  glyph: '门',
  theme: 'fire',
  mount: 'wall',
  metrics: {
    open: isSo({ zh: '开启', en: 'Open' }, { zh: '关闭', en: 'Closed' }),
    openFor: { name: { zh: '持续开启', en: 'Open for' }, unit: 'min', min: 0, max: 1440, decimals: 0 },
    held: stateMetric({ zh: '释放器', en: 'Hold-open magnet' }, [
      { zh: '已释放', en: 'Released' },
      { zh: '吸合', en: 'Holding' },
    ]),
  },
  rules: [
    {
      // An open door is no fire, it is smoke in the stairs should one come: today, not this minute.
      rule: 'held-open',
      sign: 'evacuation',
      name: { zh: '防火门长时间敞开', en: 'Fire door held open' },
      when: { is: 'above', metric: 'openFor', limit: 15, deadBand: 5 },
      grade: 4,
      advice: { zh: '通知楼管关闭防火门，清除门挡', en: 'Have it closed and the wedge removed' },
    },
  ],
  state: { held: 1 },
  commands: {
    close: {
      name: { zh: '释放关门', en: 'Release' },
      effect: { zh: '电磁释放，常开防火门关闭', en: 'The magnet lets go and the door falls shut' },
      sets: { held: 0 },
      // Somebody goes and sets it back.
      backAfter: 300,
    },
  },
  upkeep: {
    everyDays: 180,
    task: { zh: '检查闭门器、顺序器和密封条', en: 'Check closer, coordinator and seals' },
    lifeYears: 15,
  },
  everySeconds: 30,
  simulate: ({ hour, random, event, set }) => {
    const open = set.held === 1 && (event > 0.5 || random() < 0.12 * comingAndGoing(hour))
    return { open: open ? 1 : 0, openFor: open ? random() * 4 + event * 30 : 0 }
  },
})
