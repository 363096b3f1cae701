import type { Metric, Text } from './kind.ts'

/** What a device can be told to do. */
export interface DeviceCommand {
  name: Text
  /** What follows, in the words that whoever confirms it reads. */
  effect: Text
  /** It can hurt somebody: one person asks for it, and another has to agree. */
  dangerous?: true
  /** What has to be said with it. */
  input?: Readonly<Record<string, Metric>>
  /** The states it leads to: a value, or what one of the inputs says. */
  sets?: Readonly<Record<string, number | string>>
  /** What is set goes back by itself after so many seconds: a door that was opened for somebody. */
  backAfter?: number
  /** The command that sets back what this one does. */
  undo?: string
  /** What had happened to the device is over with it: a button that is pulled out again. */
  ends?: true
}

/** Every device can be asked how it is. */
export const report: DeviceCommand = {
  name: { zh: '立即上报', en: 'Report now' },
  effect: { zh: '设备马上上报一次读数', en: 'The device sends a reading at once' },
}

export const selfTest: DeviceCommand = {
  name: { zh: '自检', en: 'Self-test' },
  effect: { zh: '设备自检并上报结果', en: 'It checks itself and tells the outcome' },
}

export const silence: DeviceCommand = {
  name: { zh: '消音', en: 'Silence' },
  effect: { zh: '本地声光停止，报警本身不变', en: 'Its own sounder stops; the alarm stays as it is' },
}

export const restart: DeviceCommand = {
  name: { zh: '重启', en: 'Restart' },
  effect: { zh: '设备重启，约一分钟内不可用', en: 'It restarts and is away for about a minute' },
}

/** Shutting gas off is safe; letting it in again is not. */
export const openGas: DeviceCommand = {
  name: { zh: '开阀', en: 'Open the valve' },
  effect: {
    zh: '燃气恢复；先确认无泄漏、灶具已关',
    en: 'Gas comes back: make sure there is no leak and the stove is off',
  },
  dangerous: true,
  sets: { valve: 1 },
}

/** The states that a command leads to. */
export function statesSetBy({ sets = {} }: DeviceCommand, input: Record<string, number>): Record<string, number> {
  const states: Record<string, number> = {}
  for (const [metric, to] of Object.entries(sets)) {
    const value = typeof to === 'number' ? to : input[to]
    if (value !== undefined) states[metric] = value
  }
  return states
}
