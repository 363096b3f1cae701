import { courts } from '../courts.ts'
import { at, type Spot } from '../frame.ts'
import { gardensOf, rowsOf } from '../rows.ts'
import type { Installer } from './installer.ts'
import { middleOfRoom, onWall, roomsAt } from './spots.ts'
import { freeSpot, type World } from './world.ts'

const STATIONS: [east: number, north: number, where: string][] = [
  [-170, 128, '公园广场'],
  [150, 240, '公园北岸'],
  [-80, -50, '社区广场'],
  [36, -20, '锦绣小学'],
  [300, -10, '锦绣汇'],
  [-480, -300, '锦绣西路'],
  [300, -420, '滨河'],
  [395, 400, '商务中心'],
]

/** Air, weather and water; where water gathers; bins that tell when they are full. */
export function environmentDevices(install: Installer, world: World): void {
  const { placed, solid } = world
  const outside = (kind: string, spot: Spot, where: string) => install.outside(kind, freeSpot(solid, spot), where)
  for (const [east, north, where] of STATIONS) outside('air-quality', at(east, north), where)
  for (const [i, garden] of gardensOf(placed).entries())
    if (i % 4 === 0) outside('air-quality', at(garden.east + 14, garden.north + 5), `花园${i / 4 + 1}号`)
  outside('weather-station', at(-196, 206), '公园')
  outside('weather-station', at(440, 480), '商务中心')
  for (const [i, [east, north]] of LAKE.entries())
    install.outside('water-level', at(east, north), `锦绣湖${i + 1}号`, { label: '水位' })
  for (const [i, [east, north]] of LOW.entries())
    install.outside('water-level', at(east, north), `低洼路段${i + 1}号`, { label: '积水监测' })
  for (const house of placed) {
    if (house.quarter.type.basements > 0) {
      const [room] = [...roomsAt(house, -1, 'parking'), ...roomsAt(house, -1, 'store')]
      if (room) install.room('water-level', house, -1, room, middleOfRoom(room), { label: '车库水位' })
    }
    for (const floor of [-1, 1])
      for (const room of roomsAt(house, floor, 'machine'))
        if (/生活水泵|消防水泵/.test(room.name))
          install.room('water-quality', house, floor, room, onWall(room.outline, 0.8))
    if (house.building.name.includes('垃圾分类站')) {
      const label = ['可回收物', '厨余垃圾', '其他垃圾', '有害垃圾']
      const [bins] = roomsAt(house, 1, 'store')
      for (const [i, name] of label.entries())
        if (bins) install.room('garbage-bin', house, 1, bins, [1.2 + i * 1.5, 4.6], { label: `${name}桶` })
    }
  }
  for (const court of courts)
    for (const [i, { houses, crossing }] of rowsOf(court, placed).entries())
      if (houses.length > 0)
        outside('garbage-bin', at(crossing.east + 5.2, crossing.north + 5.2), `${court.quarter}${i + 1}号`)
  for (const [east, north, where] of CORNERS) outside('garbage-bin', at(east, north), where)
}

const LAKE = [
  [-70, 165],
  [110, 150],
] as const
const LOW = [
  [-250, -230],
  [250, -230],
  [0, -492],
  [-250, 280],
] as const
const CORNERS: [number, number, string][] = [
  [-40, -150, '农贸市场'],
  [-118, -150, '农贸市场北侧'],
  [310, -110, '锦绣汇西侧'],
  [445, -30, '锦绣汇东侧'],
  [-140, 140, '公园广场'],
  [150, 90, '公园南岸'],
  [10, 240, '公园北门'],
  [48, -106, '锦绣小学'],
  [-236, -40, '锦绣幼儿园'],
  [376, 430, '商务中心'],
  [476, 390, '云锦广场'],
  [300, -380, '锦绣公寓'],
]
