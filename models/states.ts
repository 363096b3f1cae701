import type { Metric, Text } from './kind.ts'

const switchStates = {
  power: [
    { zh: '已断电', en: 'Off' },
    { zh: '供电', en: 'On' },
  ],
  valve: [
    { zh: '已关阀', en: 'Shut' },
    { zh: '开启', en: 'Open' },
  ],
  running: [
    { zh: '停止', en: 'Stopped' },
    { zh: '运行', en: 'Running' },
  ],
  lock: [
    { zh: '未锁', en: 'Unlocked' },
    { zh: '已锁', en: 'Locked' },
  ],
} as const

/** A state of two values, for the many things that are on or off. */
export function twoStates(sort: keyof typeof switchStates, name: Text): Metric {
  const [off, on] = switchStates[sort]
  return { name, unit: '', min: 0, max: 1, decimals: 0, states: { 0: off, 1: on } }
}

/** Something that is so, and is called like that, or not. */
export function isSo(name: Text, not: Text): Metric {
  return stateMetric(name, [not, name])
}

/** A state of its own. */
export function stateMetric(name: Text, states: readonly Text[]): Metric {
  return { name, unit: '', min: 0, max: states.length - 1, decimals: 0, states: { ...states } }
}
