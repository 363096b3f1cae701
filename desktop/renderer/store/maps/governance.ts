import { deviceKinds } from '#models/devices/index.ts'
import { atWork, inAlarm, those } from './amounts.ts'
import type { ThematicMap } from './map.ts'

const ON_DUTY = deviceKinds.all.filter(({ moves }) => moves?.as === 'person').map(({ kind }) => kind)
const VEHICLES = deviceKinds.all.filter(({ moves }) => moves?.as === 'vehicle').map(({ kind }) => kind)
const ORDER = [
  'patrol-point',
  'fire-lane-camera',
  'falling-object-camera',
  'garbage-bin',
  'manhole',
  'ebike-charger',
  'ebike-elevator-detector',
  'vehicle-barrier',
  'street-lamp',
  'ai-camera',
]
const MINE = new Set([...ON_DUTY, ...VEHICLES, ...ORDER])
/** Percent at which a bin is to be emptied, minutes after which a round is overdue. */
const FULL = 90
const OVERDUE = 180

/** 社区治理一张图: grids, who is out there, and the order of public space. */
export const governanceMap: ThematicMap = {
  id: 'governance',
  name: { zh: '治理', en: 'Governance' },
  glyph: '治',
  wants: (kind) => MINE.has(kind),
  layers: ['alarms', 'grids', 'people', 'vehicles', 'devices', 'names'],
  figures: [
    { id: 'people', name: { zh: '人员在线', en: 'People on duty' }, of: atWork(ON_DUTY), picks: { kind: ON_DUTY } },
    {
      id: 'matters',
      name: { zh: '待处理', en: 'To be dealt with' },
      of: inAlarm(),
      picks: { condition: ['1', '2', '3', '4'] },
    },
    { id: 'vehicles', name: { zh: '车辆在线', en: 'Vehicles' }, of: atWork(VEHICLES), picks: { kind: VEHICLES } },
    {
      id: 'rounds',
      name: { zh: '巡更超时', en: 'Rounds overdue' },
      of: those('patrol-point', 'sinceVisit', (minutes) => minutes > OVERDUE),
      picks: { kind: ['patrol-point'] },
    },
    {
      id: 'lanes',
      name: { zh: '消防通道占用', en: 'Fire lanes blocked' },
      of: those('fire-lane-camera', 'vehicles', (n) => n > 0),
      picks: { kind: ['fire-lane-camera'] },
    },
    {
      id: 'bins',
      name: { zh: '垃圾桶满溢', en: 'Bins full' },
      of: those('garbage-bin', 'fill', (fill) => fill > FULL),
      picks: { kind: ['garbage-bin'] },
    },
  ],
  charts: ['grid', 'kind', 'condition'],
  measures: [{ kind: 'garbage-bin', metric: 'fill' }],
}
