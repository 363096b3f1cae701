import { defineKind } from '../../kind.ts'

export default defineKind({
  kind: 'manhole',
  name: { zh: '智能井盖', en: 'Manhole cover' },
  glyph: '井',
  theme: 'utilities',
  mount: 'ground',
  metrics: {
    tilt: { name: { zh: '倾角', en: 'Tilt' }, unit: '°', min: 0, max: 180, decimals: 0 },
    water: { name: { zh: '井内水深', en: 'Water below' }, unit: 'cm', min: 0, max: 500, decimals: 0 },
  },
  rules: [
    {
      // An open manhole kills; someone stands there within minutes.
      rule: 'opened',
      name: { zh: '井盖移位', en: 'Cover moved' },
      when: { is: 'above', metric: 'tilt', limit: 15, deadBand: 5 },
      grade: 2,
      advice: {
        zh: '立即派人看守并围挡，通知权属单位',
        en: 'Send someone to stand by and fence it off, call the owner',
      },
    },
    {
      rule: 'water-high',
      sign: 'water',
      name: { zh: '井内水位过高', en: 'Water high below' },
      when: { is: 'above', metric: 'water', limit: 150, deadBand: 20 },
      grade: 3,
      advice: { zh: '检查下游管道，准备抽排', en: 'Check the drain below it, make pumps ready' },
    },
  ],
  upkeep: {
    everyDays: 180,
    task: { zh: '检查井盖、锁和防坠网', en: 'Check cover, lock and safety net' },
    lifeYears: 6,
  },
  battery: { years: 3 },
  everySeconds: 60,
  simulate: ({ random, event }) => ({
    tilt: random() * 2 + event * 50,
    water: 20 + random() * 4,
  }),
})
