import { restart } from '../../commands.ts'
import { defineKind } from '../../kind.ts'
import { daylight } from '../../rhythm.ts'

export default defineKind({
  kind: 'falling-object-camera',
  name: { zh: '高空抛物摄像机', en: 'Falling object camera' },
  glyph: '抛',
  theme: 'security',
  mount: 'ground',
  metrics: {
    objects: { name: { zh: '坠落物', en: 'Objects fallen' }, unit: '/min', min: 0, max: 20, decimals: 0 },
    visibility: { name: { zh: '画面清晰度', en: 'Picture clearness' }, unit: '%', min: 0, max: 100, decimals: 0 },
  },
  rules: [
    {
      rule: 'fallen',
      name: { zh: '高空坠物', en: 'Falling object' },
      when: { is: 'above', metric: 'objects', limit: 0.5, deadBand: 0 },
      grade: 2,
      advice: {
        zh: '查看落点有无伤者，封控落点，调取轨迹',
        en: 'See whether someone is hurt, cordon the spot, follow the track',
      },
    },
    {
      rule: 'picture-poor',
      name: { zh: '画面不清', en: 'Picture poor' },
      when: { is: 'below', metric: 'visibility', limit: 30, deadBand: 15 },
      grade: 4,
      advice: { zh: '清洁镜头', en: 'Clean the lens' },
    },
  ],
  commands: {
    restart,
  },
  upkeep: {
    everyDays: 90,
    task: { zh: '清洁镜头，核对仰角和时间', en: 'Clean the lens, check tilt and time' },
    lifeYears: 6,
  },
  everySeconds: 15,
  looks: true,
  simulate: ({ hour, random, event }) => ({
    objects: event > 0.5 ? 1 : 0,
    visibility: 70 + 20 * daylight(hour) + random() * 5,
  }),
})
