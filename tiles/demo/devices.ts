import type { DeviceEntry } from '#shared/world/devices.ts'
import type { Placed } from './buildings.ts'
import { at, lonLat, type Spot } from './frame.ts'

const MAKERS = ['海湾', '利达', '青鸟', '汉威'] as const

/** Devices where such devices stand: by floor, at the board, in the homes of the old, in the garage. */
export function placeDevices(placed: readonly Placed[], random: () => number): DeviceEntry[] {
  return placed.flatMap((one) => devicesOf(one, random))
}

function devicesOf({ building, quarter, spot }: Placed, random: () => number): DeviceEntry[] {
  const found: DeviceEntry[] = []
  const [width, depth] = quarter.type.size
  const code = building.place.split('/').at(-1)
  const add = (kind: string, label: string, floor: number, where: Spot) => {
    const [lon, lat] = lonLat(where)
    const level = floor < 0 ? `b${-floor}` : `f${String(floor).padStart(2, '0')}`
    const height = floor < 0 ? floor * 3.6 + 1 : (floor - 0.12) * building.floorHeight
    found.push({
      device: `${kind}-${code}-${level}`,
      kind,
      name: `${building.name}${floor < 0 ? `地下${-floor}层` : `${floor}层`}${label}`,
      place: `${building.place}/${level}`,
      position: { lon, lat, height: Number(height.toFixed(2)) },
      maker: MAKERS[Math.floor(random() * MAKERS.length)],
      installedAt: `20${18 + Math.floor(random() * 7)}-0${1 + Math.floor(random() * 9)}-15`,
      owner: '锦绣社区物业',
      keeper: '消防维保班',
    })
  }
  const inside = (share = 0.7) =>
    at(spot.east + (random() - 0.5) * width * share, spot.north + (random() - 0.5) * depth * share)
  const step = building.floors > 12 ? 4 : 2
  for (let floor = 1; floor <= building.floors; floor += step) add('smoke-detector', '感烟探测器', floor, inside())
  add('electric-fire', '电气火灾监控', 1, inside(0.9))
  if (building.use === 'residential') {
    add('gas-detector', '可燃气体探测器', 2, inside())
    if ((building.builtYear ?? 2000) < 2000) add('sos-button', '紧急求助按钮', 1, inside())
  }
  if (building.use === 'commercial' || building.use === 'market') add('gas-detector', '可燃气体探测器', 1, inside())
  if (building.basements > 0) add('water-level', '车库水位', -1, inside())
  return found
}
