import { deviceKinds } from '#models/devices/index.ts'
import { atWork, inAlarm, sum, those } from './amounts.ts'
import type { ThematicMap } from './map.ts'

const CARE = deviceKinds.all.filter(({ theme, moves }) => theme === 'care' && !moves).map(({ kind }) => kind)
const FACILITIES = ['elevator', 'door-access', 'vending-cabinet', 'ebike-charger']
const MEDICAL = ['medic-terminal', 'ambulance-terminal']
const MINE = new Set([...CARE, ...FACILITIES, ...MEDICAL])
/** Percent of stock below which a cabinet is to be filled. */
const LOW = 20

/** 社区服务一张图: care for those who need it, and what people use every day. */
export const serviceMap: ThematicMap = {
  id: 'service',
  name: { zh: '服务', en: 'Services' },
  glyph: '服',
  wants: (kind) => MINE.has(kind),
  layers: ['alarms', 'devices', 'people', 'vehicles', 'names'],
  figures: [
    { id: 'calls', name: { zh: '求助与看护报警', en: 'Calls for care' }, of: inAlarm(CARE), picks: { kind: CARE } },
    { id: 'care', name: { zh: '看护设备在线', en: 'Care devices' }, of: atWork(CARE), picks: { kind: CARE } },
    {
      id: 'elevators',
      name: { zh: '电梯在线', en: 'Elevators' },
      of: atWork(['elevator']),
      picks: { kind: ['elevator'] },
    },
    { id: 'medics', name: { zh: '医护在线', en: 'Medics' }, of: atWork(MEDICAL), picks: { kind: MEDICAL } },
    {
      id: 'passages',
      name: { zh: '门禁通行', en: 'Door passages' },
      of: sum('door-access', 'passages'),
      picks: { kind: ['door-access'] },
    },
    {
      id: 'charging',
      name: { zh: '正在充电', en: 'Charging' },
      of: sum('ebike-charger', 'charging'),
      picks: { kind: ['ebike-charger'] },
    },
    {
      id: 'stock',
      name: { zh: '货柜缺货', en: 'Cabinets low' },
      of: those('vending-cabinet', 'stock', (stock) => stock < LOW),
      picks: { kind: ['vending-cabinet'] },
    },
  ],
  charts: ['kind', 'building', 'condition', 'grid'],
  measures: [{ kind: 'vending-cabinet', metric: 'stock' }],
}
