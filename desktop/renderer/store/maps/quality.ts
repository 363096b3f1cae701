import { deviceKinds } from '#models/devices/index.ts'
import { atWork, inAlarm, median } from './amounts.ts'
import type { ThematicMap } from './map.ts'

const THEMES = ['environment', 'utilities', 'equipment']
const UTILITIES = deviceKinds.all.filter(({ theme }) => theme === 'utilities').map(({ kind }) => kind)

/** 品质监管一张图: air, water, noise, and what keeps houses going. */
export const qualityMap: ThematicMap = {
  id: 'quality',
  name: { zh: '品质', en: 'Quality' },
  glyph: '质',
  wants: (kind) => THEMES.includes(deviceKinds.get(kind)?.theme ?? ''),
  layers: ['alarms', 'devices', 'names'],
  figures: [
    {
      id: 'pm25',
      name: { zh: 'PM2.5 中位', en: 'PM2.5, median' },
      of: median('air-quality', 'pm25'),
      picks: { kind: ['air-quality'] },
    },
    {
      id: 'noise',
      name: { zh: '噪声中位', en: 'Noise, median' },
      of: median('air-quality', 'noise'),
      picks: { kind: ['air-quality'] },
    },
    {
      id: 'water',
      name: { zh: '浊度中位', en: 'Turbidity, median' },
      of: median('water-quality', 'turbidity'),
      picks: { kind: ['water-quality'] },
    },
    {
      id: 'temperature',
      name: { zh: '气温', en: 'Temperature' },
      of: median('weather-station', 'temperature'),
      picks: { kind: ['weather-station'] },
    },
    {
      id: 'wrong',
      name: { zh: '超标或故障', en: 'Beyond limits' },
      of: inAlarm(),
      picks: { condition: ['1', '2', '3', '4'] },
    },
    { id: 'meters', name: { zh: '公用设施在线', en: 'Utilities' }, of: atWork(UTILITIES), picks: { kind: UTILITIES } },
  ],
  charts: ['kind', 'condition', 'grid'],
  measures: [
    { kind: 'air-quality', metric: 'pm25' },
    { kind: 'air-quality', metric: 'noise' },
    { kind: 'water-quality', metric: 'turbidity' },
  ],
}
