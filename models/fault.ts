import type { KindRule, Metric, Theme } from './kind.ts'

/** What every device can say of itself, besides what it measures. */
export const FAULT: Metric = {
  name: { zh: '自检', en: 'Self-check' },
  unit: '',
  min: 0,
  max: 1,
  decimals: 0,
  states: { 0: { zh: '正常', en: 'Sound' }, 1: { zh: '故障', en: 'Faulty' } },
}

/** A faulty detector is a fire that nobody sees. */
export function faultRule(theme: Theme): KindRule {
  return {
    rule: 'fault',
    name: { zh: '设备故障', en: 'Device faulty' },
    when: { is: 'equal', metric: 'fault', values: [1] },
    grade: theme === 'fire' || theme === 'care' ? 3 : 4,
    advice: { zh: '派维保人员检修，修复前安排人工巡查', en: 'Have it repaired; patrol the place until then' },
  }
}
