import type { DeviceCommand } from './commands.ts'
import { type DeviceKind, defineKind, type Metric, type Moves, type Text, type Theme } from './kind.ts'
import { isSo } from './states.ts'

const metrics: Record<string, Metric> = {
  lon: { name: { zh: '经度', en: 'Longitude' }, unit: '°', min: -180, max: 180, decimals: 7 },
  lat: { name: { zh: '纬度', en: 'Latitude' }, unit: '°', min: -90, max: 90, decimals: 7 },
  heading: { name: { zh: '航向', en: 'Heading' }, unit: '°', min: 0, max: 360, decimals: 1 },
  speed: { name: { zh: '速度', en: 'Speed' }, unit: 'm/s', min: 0, max: 60, decimals: 1 },
  sos: isSo({ zh: '呼救', en: 'Calls for help' }, { zh: '未呼救', en: 'No call' }),
}

const SHIFT_HOURS = 8

const callPerson: DeviceCommand = {
  name: { zh: '呼叫本人', en: 'Call them' },
  effect: { zh: '终端振动并响铃', en: 'The terminal shakes and rings' },
}
const callVehicle: DeviceCommand = {
  name: { zh: '呼叫车辆', en: 'Call the vehicle' },
  effect: { zh: '车载终端响铃', en: 'The terminal on board rings' },
}

interface Terminal {
  kind: string
  name: Text
  glyph: string
  theme: Theme
  moves: Moves
}

/** What somebody on duty wears, or a vehicle carries: it tells where it is, and calls for help. */
export function defineTerminal({ moves, ...own }: Terminal): DeviceKind {
  const isPerson = moves.as === 'person'
  return defineKind({
    ...own,
    moves,
    mount: 'worn',
    metrics,
    rules: [
      {
        rule: 'sos',
        name: isPerson
          ? { zh: '值勤人员呼救', en: 'Somebody on duty calls for help' }
          : { zh: '值勤车辆呼救', en: 'A vehicle on duty calls for help' },
        when: { is: 'above', metric: 'sos', limit: 0.5, deadBand: 0 },
        grade: 2,
        advice: { zh: '立即呼叫本人，调最近人员支援', en: 'Call them at once, send whoever is nearest' },
      },
    ],
    commands: { call: isPerson ? callPerson : callVehicle },
    upkeep: {
      everyDays: 90,
      task: { zh: '核对定位、对讲和电池', en: 'Check position, intercom and battery' },
      lifeYears: 5,
    },
    battery: { charged: true },
    everySeconds: isPerson ? 2 : 1,
    // Charged between two shifts; a vehicle charges it all the time.
    simulate: ({ hour, random, event }) => ({
      battery: isPerson ? 97 - 5 * (hour % SHIFT_HOURS) + random() : 96 + random() * 3,
      sos: event > 0.5 ? 1 : 0,
    }),
  })
}
