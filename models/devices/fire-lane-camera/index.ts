import { restart } from '../../commands.ts'
import { defineKind } from '../../kind.ts'
import { comingAndGoing } from '../../rhythm.ts'

export default defineKind({
  kind: 'fire-lane-camera',
  name: { zh: '消防通道摄像机', en: 'Fire lane camera' },
  glyph: '道',
  theme: 'fire',
  mount: 'pole',
  metrics: {
    vehicles: { name: { zh: '停留车辆', en: 'Vehicles standing' }, unit: '', min: 0, max: 50, decimals: 0 },
    blockedFor: { name: { zh: '占用时长', en: 'Blocked for' }, unit: 'min', min: 0, max: 1440, decimals: 0 },
  },
  rules: [
    {
      // Setting down and loading is allowed to take a few minutes.
      rule: 'blocked',
      name: { zh: '消防通道被占用', en: 'Fire lane blocked' },
      when: { is: 'above', metric: 'blockedFor', limit: 10, deadBand: 5 },
      grade: 3,
      advice: { zh: '联系车主挪车，通知保安到场疏导', en: 'Call the owner, send a guard' },
    },
  ],
  commands: {
    warn: {
      name: { zh: '语音劝离', en: 'Warn by voice' },
      effect: { zh: '现场喇叭播放“消防通道，请立即驶离”', en: 'The loudspeaker asks the driver to leave the lane' },
    },
    restart,
  },
  upkeep: {
    everyDays: 90,
    task: { zh: '清洁镜头，核对识别区', en: 'Clean the lens, check the watched area' },
    lifeYears: 6,
  },
  everySeconds: 30,
  looks: true,
  simulate: ({ hour, random, event }) => {
    const stops = event > 0.5 || random() < 0.2 * comingAndGoing(hour)
    return { vehicles: stops ? 1 : 0, blockedFor: stops ? random() * 4 + event * 20 : 0 }
  },
})
