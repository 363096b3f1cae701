import { defineKind } from '../../kind.ts'

export default defineKind({
  kind: 'water-quality',
  name: { zh: '水质监测', en: 'Water quality' },
  glyph: '质',
  theme: 'environment',
  mount: 'wall',
  metrics: {
    turbidity: { name: { zh: '浊度', en: 'Turbidity' }, unit: 'NTU', min: 0, max: 100, decimals: 2 },
    chlorine: { name: { zh: '余氯', en: 'Chlorine' }, unit: 'mg/L', min: 0, max: 10, decimals: 2 },
    ph: { name: { zh: '酸碱度', en: 'pH' }, unit: '', min: 0, max: 14, decimals: 1 },
  },
  rules: [
    {
      // GB 5749-2022: 1 NTU, and 0.05 mg/L of free chlorine at the tap.
      rule: 'turbid',
      name: { zh: '水质浑浊', en: 'Water turbid' },
      when: { is: 'above', metric: 'turbidity', limit: 1, deadBand: 0.2 },
      grade: 3,
      advice: { zh: '停用二次供水水箱，通知住户勿饮用', en: 'Take the tank out of use, tell residents not to drink' },
    },
    {
      rule: 'chlorine-low',
      name: { zh: '余氯不足', en: 'Chlorine low' },
      when: { is: 'below', metric: 'chlorine', limit: 0.05, deadBand: 0.03 },
      grade: 4,
      advice: { zh: '检查消毒设备，安排复检', en: 'Check the disinfection, have a sample tested' },
    },
  ],
  upkeep: {
    everyDays: 30,
    task: { zh: '清洗电极，用标准液校准', en: 'Clean the electrodes, calibrate' },
    lifeYears: 3,
  },
  everySeconds: 60,
  simulate: ({ random, event }) => ({
    turbidity: 0.18 + random() * 0.1 + event * 2,
    chlorine: 0.32 + random() * 0.04,
    ph: 7.2 + random() * 0.2,
  }),
})
