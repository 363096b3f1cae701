import { restart } from '../../commands.ts'
import { defineKind } from '../../kind.ts'
import { daylight, outside } from '../../rhythm.ts'

export default defineKind({
  kind: 'weather-station',
  name: { zh: '气象站', en: 'Weather station' },
  glyph: '风',
  theme: 'environment',
  mount: 'pole',
  metrics: {
    wind: { name: { zh: '风速', en: 'Wind' }, unit: 'm/s', min: 0, max: 75, decimals: 1 },
    rain: { name: { zh: '雨强', en: 'Rain' }, unit: 'mm/h', min: 0, max: 300, decimals: 1 },
    temperature: { name: { zh: '气温', en: 'Temperature' }, unit: '°C', min: -50, max: 60, decimals: 1 },
    humidity: { name: { zh: '湿度', en: 'Humidity' }, unit: '%', min: 0, max: 100, decimals: 0 },
    pressure: { name: { zh: '气压', en: 'Air pressure' }, unit: 'hPa', min: 500, max: 1100, decimals: 0 },
  },
  rules: [
    {
      // Beaufort 8.
      rule: 'gale',
      sign: 'weather',
      name: { zh: '大风', en: 'Gale' },
      when: { is: 'above', metric: 'wind', limit: 17.2, deadBand: 3 },
      grade: 3,
      advice: { zh: '提醒收起阳台物品，检查围挡和树木', en: 'Have balconies cleared, check fences and trees' },
    },
    {
      rule: 'downpour',
      sign: 'weather',
      name: { zh: '强降雨', en: 'Downpour' },
      when: { is: 'above', metric: 'rain', limit: 30, deadBand: 10 },
      grade: 3,
      advice: { zh: '检查排水泵，关注地下车库', en: 'Check the pumps, mind the garages' },
    },
  ],
  tells: 'weather',
  commands: {
    restart,
  },
  upkeep: {
    everyDays: 180,
    task: { zh: '清洁雨量筒，校准风速', en: 'Clean the rain gauge, check the anemometer' },
    lifeYears: 8,
  },
  everySeconds: 60,
  simulate: ({ hour, random, event }) => ({
    wind: 1.5 + 2 * daylight(hour) + random() * 1.5 + event * 18,
    rain: event * 45,
    temperature: outside(hour) + random() * 0.3 - event * 4,
    humidity: 70 - 2 * (outside(hour) - 22) + random() * 2 + event * 15,
    pressure: 1009 + random() - event * 12,
  }),
})
