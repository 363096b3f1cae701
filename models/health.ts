import type { AlarmLife } from '#shared/world/rules.ts'
import type { KindRule, Metric, Text, Theme } from './kind.ts'

/** What every device can say of itself, besides what it measures. */
export const FAULT: Metric = {
  name: { zh: '自检', en: 'Self-check' },
  unit: '',
  min: 0,
  max: 1,
  decimals: 0,
  states: { 0: { zh: '正常', en: 'Sound' }, 1: { zh: '故障', en: 'Faulty' } },
}

/** A faulty or silent detector is a fire that nobody sees. */
const gradeOf = (theme: Theme) => (theme === 'fire' || theme === 'care' ? 3 : 4)

export function faultRule(theme: Theme): KindRule {
  return {
    rule: 'fault',
    sign: 'silence',
    name: { zh: '设备故障', en: 'Device faulty' },
    when: { is: 'equal', metric: 'fault', values: [1] },
    grade: gradeOf(theme),
    advice: { zh: '派维保人员检修，修复前安排人工巡查', en: 'Have it repaired; patrol the place until then' },
  }
}

/** The rule of every kind by which a device that is not heard of any more is told. */
export const LOST = 'lost'
const LEAST_SILENCE_S = 60

export function lostRule(theme: Theme, everySeconds: number): KindRule {
  return {
    rule: LOST,
    sign: 'silence',
    name: { zh: '设备失联', en: 'Device not heard of' },
    when: { is: 'silent', for: Math.max(LEAST_SILENCE_S, 3 * everySeconds) },
    grade: gradeOf(theme),
    advice: {
      zh: '检查设备电源和通信线路，恢复前安排人工巡查',
      en: 'Check its power and its line; patrol the place until it is back',
    },
    explainedBy: [{ rule: 'outage', at: 'community' }],
  }
}

/** A gateway that is away, or most of those behind it: one finding about the gateway. */
export const GATEWAY_OUT = 'gateway-out'

/** What is no rule of a kind: found by looking at many devices, or at their clocks. */
export const healthFindings: Readonly<Record<string, { name: Text; advice: Text } & AlarmLife>> = {
  outage: {
    // What is dark within a larger dark place needs no hand of its own.
    explainedBy: [{ rule: 'outage', at: 'community' }],
    name: { zh: '区域通信中断', en: 'A place is cut off' },
    advice: {
      zh: '检查该区域的网关、交换机、光纤和供电，派人巡查',
      en: 'Check gateway, switch, fibre and power there; send somebody round',
    },
  },
  [GATEWAY_OUT]: {
    explainedBy: [{ rule: 'outage', at: 'community' }],
    name: { zh: '网关中断', en: 'A gateway is out' },
    advice: {
      zh: '检查该网关的供电、上行线路和接口，恢复前对其下设备人工巡查',
      en: 'Check power, uplink and ports of the gateway; patrol what is behind it until it is back',
    },
  },
  clock: {
    name: { zh: '设备时钟偏差', en: 'Clock of a device is wrong' },
    advice: {
      zh: '校准设备时钟，检查它的时间服务器；此前其读数的时间不可信',
      en: 'Set its clock, check its time server; until then the times of its readings are not to be trusted',
    },
  },
  'clocks-apart': {
    name: { zh: '多数设备与中心时钟不一致', en: 'Most clocks differ from that of the center' },
    advice: {
      zh: '先检查服务器自身的时钟和时间服务器',
      en: 'First check the clock of the server itself, and its time server',
    },
  },
}

/** What such findings measure. */
export const healthMetrics: Readonly<Record<string, Metric>> = {
  clock: { name: { zh: '时钟偏差', en: 'Clock off by' }, unit: 's', min: 0, max: 1e9, decimals: 0 },
}
