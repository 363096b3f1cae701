import type { KindRule, Metric } from './kind.ts'
import type { Upkeep } from './upkeep.ts'

/** What a device that hangs on no cable runs on: cells that last so many years, or one that whoever carries it charges. */
export type Battery = { years: number } | { charged: true }

export const BATTERY: Metric = {
  name: { zh: '电量', en: 'Battery' },
  unit: '%',
  min: 0,
  max: 100,
  decimals: 0,
}

/** Below this there are days left of a charge, weeks of a cell: time to see to it, no reason to run. */
export const LOW_BATTERY = 15

export function batteryRule(battery: Battery): KindRule {
  return {
    rule: 'battery-low',
    name: { zh: '电量不足', en: 'Battery low' },
    when: { is: 'below', metric: 'battery', limit: LOW_BATTERY, deadBand: 10 },
    grade: 4,
    advice:
      'charged' in battery
        ? { zh: '通知携带人充电', en: 'Have whoever carries it charge it' }
        : { zh: '两周内更换电池；电尽即失联', en: 'New cells within two weeks: it falls silent when they are flat' },
  }
}

/** Cells are changed before they are flat, when somebody looks after it anyway. */
export function withBattery(upkeep: Upkeep, battery: Battery): Upkeep {
  if ('charged' in battery) return upkeep
  const { years } = battery
  const { zh, en } = upkeep.task
  return { ...upkeep, task: { zh: `${zh}；满 ${years} 年换电池`, en: `${en}; new cells after ${years} years` } }
}
