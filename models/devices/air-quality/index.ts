import { restart } from '../../commands.ts'
import { defineKind } from '../../kind.ts'
import { comingAndGoing, daylight, outside } from '../../rhythm.ts'

export default defineKind({
  kind: 'air-quality',
  name: { zh: '环境监测站', en: 'Air quality station' },
  glyph: '空',
  theme: 'environment',
  mount: 'pole',
  metrics: {
    pm25: { name: { zh: 'PM2.5', en: 'PM2.5' }, unit: 'μg/m³', min: 0, max: 1000, decimals: 0 },
    pm10: { name: { zh: 'PM10', en: 'PM10' }, unit: 'μg/m³', min: 0, max: 2000, decimals: 0 },
    temperature: { name: { zh: '温度', en: 'Temperature' }, unit: '°C', min: -40, max: 80, decimals: 1 },
    humidity: { name: { zh: '湿度', en: 'Humidity' }, unit: '%', min: 0, max: 100, decimals: 0 },
    noise: { name: { zh: '噪声', en: 'Noise' }, unit: 'dB', min: 20, max: 140, decimals: 0 },
    light: { name: { zh: '照度', en: 'Light' }, unit: 'lx', min: 0, max: 150000, decimals: 0 },
  },
  rules: [
    {
      // HJ 633: heavy pollution begins at 150.
      rule: 'pm25-high',
      sign: 'smoke',
      name: { zh: '空气重度污染', en: 'Air heavily polluted' },
      when: { is: 'above', metric: 'pm25', limit: 150, deadBand: 25 },
      grade: 4,
      advice: { zh: '提醒老人儿童减少外出', en: 'Tell the elderly and children to stay in' },
    },
    {
      rule: 'noise-high',
      name: { zh: '噪声过大', en: 'Noise high' },
      when: { is: 'above', metric: 'noise', limit: 85, deadBand: 10 },
      grade: 4,
      advice: { zh: '查看附近摄像机，联系责任方', en: 'Look through the nearest camera, speak to whoever makes it' },
    },
  ],
  commands: {
    restart,
  },
  upkeep: {
    everyDays: 180,
    task: { zh: '校准传感器，更换滤膜', en: 'Calibrate the sensors, change the filter' },
    lifeYears: 5,
  },
  everySeconds: 60,
  simulate: ({ hour, random, event }) => {
    const pm25 = 28 + 14 * comingAndGoing(hour) + random() * 6 + event * 150
    return {
      pm25,
      pm10: pm25 * 1.5 + random() * 8,
      temperature: outside(hour) + random() * 0.5,
      humidity: 70 - 2 * (outside(hour) - 22) + random() * 3,
      noise: 42 + 14 * comingAndGoing(hour) + random() * 5,
      light: 12 + 60000 * daylight(hour) * (0.9 + 0.1 * random()),
    }
  },
})
