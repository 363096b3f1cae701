import { cover } from '../../happenings.ts'
import { defineKind } from '../../kind.ts'
import { isSo, stateMetric } from '../../states.ts'

export default defineKind({
  kind: 'perimeter-beam',
  name: { zh: '周界红外对射', en: 'Perimeter beam' },
  glyph: '界',
  theme: 'security',
  mount: 'wall',
  metrics: {
    broken: isSo({ zh: '阻断', en: 'Broken' }, { zh: '未阻断', en: 'Not broken' }),
    signal: { name: { zh: '信号强度', en: 'Signal' }, unit: '%', min: 0, max: 100, decimals: 0 },
    armed: stateMetric({ zh: '布防', en: 'Armed' }, [
      { zh: '撤防', en: 'Disarmed' },
      { zh: '布防', en: 'Armed' },
    ]),
  },
  rules: [
    {
      rule: 'intrusion',
      sign: 'intrusion',
      name: { zh: '周界入侵', en: 'Perimeter crossed' },
      when: { is: 'above', metric: 'broken', limit: 0.5, deadBand: 0 },
      grade: 2,
      advice: { zh: '调看周界摄像机，派就近保安', en: 'Look through the camera, send the nearest guard' },
    },
    {
      rule: 'signal-low',
      name: { zh: '对射信号弱', en: 'Beam weak' },
      when: { is: 'below', metric: 'signal', limit: 40, deadBand: 10 },
      grade: 4,
      advice: { zh: '清洁镜面，修剪遮挡的枝叶', en: 'Clean the lens, cut what grows into the beam' },
    },
    cover.rule,
  ],
  events: {
    ...cover.events,
  },
  state: { armed: 1 },
  commands: {
    arm: {
      name: { zh: '布防', en: 'Arm' },
      effect: { zh: '越界即报警', en: 'Whoever crosses raises an alarm' },
      sets: { armed: 1 },
    },
    disarm: {
      name: { zh: '撤防', en: 'Disarm' },
      effect: { zh: '撤防期间越界不再报警', en: 'Nobody who crosses is noticed until it is armed again' },
      dangerous: true,
      sets: { armed: 0 },
      undo: 'arm',
    },
  },
  upkeep: {
    everyDays: 90,
    task: { zh: '擦净镜面，试遮断', en: 'Clean the lenses, break the beam to try' },
    lifeYears: 8,
  },
  everySeconds: 15,
  simulate: ({ random, event, set }) => ({ broken: set.armed === 1 && event > 0.5 ? 1 : 0, signal: 88 + random() * 8 }),
})
