import { restart } from '../../commands.ts'
import { defineKind } from '../../kind.ts'
import { comingAndGoing, daylight } from '../../rhythm.ts'
import { twoStates } from '../../states.ts'

export default defineKind({
  kind: 'ai-camera',
  name: { zh: '智能摄像机', en: 'AI camera' },
  glyph: '像',
  theme: 'security',
  mount: 'pole',
  metrics: {
    people: { name: { zh: '人数', en: 'People' }, unit: '', min: 0, max: 500, decimals: 0 },
    vehicles: { name: { zh: '车辆数', en: 'Vehicles' }, unit: '', min: 0, max: 200, decimals: 0 },
    abnormal: { name: { zh: '异常行为置信度', en: 'Abnormal behaviour' }, unit: '%', min: 0, max: 100, decimals: 0 },
    siren: twoStates('running', { zh: '声光警示', en: 'Sound and light' }),
  },
  rules: [
    {
      rule: 'crowd',
      sign: 'evacuation',
      name: { zh: '人员聚集', en: 'Crowd' },
      when: { is: 'above', metric: 'people', limit: 80, deadBand: 20 },
      grade: 3,
      advice: { zh: '查看画面，派网格员疏导', en: 'Look at the picture, send a grid worker' },
    },
    {
      // The camera is asked to be sure before a person is disturbed.
      rule: 'abnormal',
      sign: 'intrusion',
      name: { zh: '异常行为', en: 'Abnormal behaviour' },
      when: { is: 'above', metric: 'abnormal', limit: 85, deadBand: 15 },
      grade: 3,
      advice: { zh: '查看画面，核实倒地、打斗或攀爬', en: 'Look at the picture: a fall, a fight, someone climbing?' },
    },
  ],
  tells: 'crowd',
  state: { siren: 0 },
  commands: {
    'warn-on': {
      name: { zh: '声光警示', en: 'Sound and light on' },
      effect: { zh: '现场喇叭和警灯开启', en: 'Loudspeaker and lamp at the place go on' },
      sets: { siren: 1 },
      undo: 'warn-off',
    },
    'warn-off': {
      name: { zh: '停止警示', en: 'Sound and light off' },
      effect: { zh: '现场喇叭和警灯关闭', en: 'Loudspeaker and lamp go off' },
      sets: { siren: 0 },
    },
    restart,
  },
  upkeep: {
    everyDays: 90,
    task: { zh: '清洁镜头，核对画面和时间', en: 'Clean the lens, check picture and time' },
    lifeYears: 6,
  },
  everySeconds: 10,
  looks: true,
  simulate: ({ hour, random, event }) => ({
    people: Math.floor(random() * 18 * (comingAndGoing(hour) + daylight(hour))),
    vehicles: Math.floor(random() * 5 * comingAndGoing(hour)),
    abnormal: random() * 30 * (1 - event) + event * 93,
  }),
})
