import { deviceKinds } from '#models/devices/index.ts'
import { atWork, inAlarm, sum } from './amounts.ts'
import type { ThematicMap } from './map.ts'

const FIRE = deviceKinds.all.filter(({ theme }) => theme === 'fire').map(({ kind }) => kind)
const CAMERAS = deviceKinds.all.filter(({ looks }) => looks).map(({ kind }) => kind)
const GAS = ['gas-detector', 'gas-meter']
const DOORS = ['door-access', 'vehicle-barrier', 'perimeter-beam']

/** 安防一张图 */
export const securityMap: ThematicMap = {
  id: 'security',
  name: { zh: '安防', en: 'Security' },
  glyph: '安',
  wants: (kind) => ['fire', 'security'].includes(deviceKinds.get(kind)?.theme ?? '') || GAS.includes(kind),
  layers: ['alarms', 'devices', 'cameras', 'people', 'names'],
  figures: [
    { id: 'alarms', name: { zh: '报警中', en: 'In alarm' }, of: inAlarm(), picks: { condition: ['1', '2', '3', '4'] } },
    { id: 'fire', name: { zh: '消防在线', en: 'Fire devices' }, of: atWork(FIRE), picks: { kind: FIRE } },
    { id: 'cameras', name: { zh: '摄像机在线', en: 'Cameras' }, of: atWork(CAMERAS), picks: { kind: CAMERAS } },
    { id: 'doors', name: { zh: '出入口在线', en: 'Entrances' }, of: atWork(DOORS), picks: { kind: DOORS } },
    {
      id: 'people',
      name: { zh: '公共区域人数', en: 'People in public' },
      of: sum('ai-camera', 'people'),
      picks: { kind: ['ai-camera'] },
    },
  ],
  charts: ['condition', 'kind', 'building', 'grid'],
  measures: [],
}
