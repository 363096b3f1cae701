import { deviceKinds } from '#models/devices/index.ts'
import type { Mount, Theme } from '#models/kind.ts'
import type { DeviceEntry } from '#shared/world/devices.ts'
import type { View } from '#shared/world/view.ts'
import { floorId, floorLevel, roomId, roomPath, storeyHeight } from '../../cim/floors.ts'
import type { Xy } from '../../cim/geometry.ts'
import type { Room } from '../../cim/interior.ts'
import type { Placed } from '../buildings.ts'
import { lonLat, type Spot } from '../frame.ts'
import { zoneAt } from '../grids.ts'

/** The slab above is so thick, and a detector hangs a little below it. */
const CEILING = 0.14 + 0.1
const WALL = 1.5
/** A probe hangs in its pit. */
const PIT = -0.5

const MAKERS: Record<Theme, string[]> = {
  fire: ['海湾', '利达', '青鸟', '汉威'],
  security: ['海康', '大华', '宇视'],
  utilities: ['威胜', '新天', '金卡', '林洋'],
  environment: ['聚光', '先河', '雪迪龙'],
  equipment: ['三菱', '格力', '正泰', '熊猫'],
  care: ['乐心', '安康通', '爱牵挂'],
}

/** Of what is carried about. */
const LOCATORS = ['海能达', '北斗星通', '华力创通']

const KEEPERS: Record<Theme, string> = {
  fire: '消防维保班',
  security: '安保班',
  utilities: '工程班',
  environment: '环境班',
  equipment: '设备班',
  care: '社区照护队',
}

/** Metres between two that hang on one spot. What stands on the ground stays there. */
const STEPS: Partial<Record<Mount, number>> = { wall: 0.3, ceiling: -0.3, worn: 0.2 }

interface More {
  /** Instead of the name of its kind. */
  label?: string
  /** Metres above the floor, where it is not as its kind is fixed. */
  above?: number
  keeper?: string
  owner?: string
  plate?: string
  view?: View
}

type Written = Pick<DeviceEntry, 'place' | 'position' | 'owner' | 'keeper' | 'plate' | 'view'> & {
  year?: number | undefined
}

/** Writes devices into the archive. The first of a kind on a floor bears the plain id, the others are counted on. */
export class Installer {
  readonly devices: DeviceEntry[] = []
  private readonly counts = new Map<string, number>()
  private readonly names = new Map<string, number>()
  private readonly spots = new Set<string>()

  /** In a room. */
  room(kind: string, house: Placed, floor: number, room: Room, at: Xy, { label, above }: More = {}): void {
    const { building } = house
    const plain = `${building.name}${floor < 0 ? `地下${-floor}层` : `${floor}层`}`
    const own = room.use === 'home' ? `${building.name}${roomId(floor, room)}室` : `${plain}${room.name}`
    const height = above ?? heightOf(kind, storeyHeight(building, floor))
    this.write(kind, `${codeOf(house)}-${floorId(floor)}`, (n) => (n === 1 ? plain : own), label, {
      place: roomPath(building.place, floor, room),
      position: positionAt(house.stand.spot(at), floorLevel(building, floor) + height),
      year: building.builtYear,
    })
  }

  /** On the roof. */
  roof(kind: string, house: Placed, at: Xy, label: string): void {
    const { building } = house
    this.write(kind, `${codeOf(house)}-roof`, (n) => (n === 1 ? building.name : `${building.name}${n}号`), label, {
      place: building.place,
      position: positionAt(house.stand.spot(at), floorLevel(building, building.floors + 1) + 0.1),
      year: building.builtYear,
    })
  }

  /** In the open: `where` is said before its kind. */
  outside(kind: string, spot: Spot, where: string, { label, above, ...more }: More = {}): void {
    const zone = zoneAt(spot)
    this.write(kind, zone.split('/').at(-1) ?? zone, () => where, label, {
      place: zone,
      position: positionAt(spot, above ?? heightOf(kind, 0)),
      year: 2015,
      ...more,
    })
  }

  private write(
    kind: string,
    where: string,
    named: (n: number) => string,
    label: string | undefined,
    { place, position, year = 2010, owner, keeper, plate, view }: Written,
  ): void {
    const known = deviceKinds.get(kind)
    if (!known) throw new Error(`no kind ${kind}`)
    const n = (this.counts.get(`${kind} ${where}`) ?? 0) + 1
    this.counts.set(`${kind} ${where}`, n)
    const device = `${kind}-${where}${n === 1 ? '' : `-${n}`}`
    const luck = hash(device)
    const makers = known.moves ? LOCATORS : MAKERS[known.theme]
    const first = Math.max(2018, year)
    const installed = Math.min(2025, first + (luck % (2026 - Math.min(first, 2025))))
    this.devices.push({
      device,
      kind,
      name: this.only(`${named(n)}${label ?? known.name.zh}`),
      place,
      position: this.free(position, STEPS[known.mount] ?? 0),
      maker: makers[luck % makers.length] as string,
      installedAt: `${installed}-${String(1 + (luck % 9)).padStart(2, '0')}-15`,
      owner: owner ?? '锦绣社区物业',
      keeper: keeper ?? KEEPERS[known.theme],
      ...(plate ? { plate } : {}),
      ...(view ? { view } : {}),
    })
  }

  /** Two classrooms are called alike, two devices may not be. */
  private only(name: string): string {
    const count = (this.names.get(name) ?? 0) + 1
    this.names.set(name, count)
    return count === 1 ? name : `${name} ${count}号`
  }

  /** What shares a wall hangs one above the other: on one spot nobody could click the lower. */
  private free(position: DeviceEntry['position'], step: number): DeviceEntry['position'] {
    let { height } = position
    const spot = () => `${position.lon} ${position.lat} ${height.toFixed(2)}`
    while (step !== 0 && this.spots.has(spot())) height = Number((height + step).toFixed(2))
    this.spots.add(spot())
    return { ...position, height }
  }
}

export function codeOf({ building }: Placed): string {
  return building.place.split('/').at(-1) as string
}

/** Above the floor, by where such a device is fixed. */
function heightOf(kind: string, storey: number): number {
  const mount = deviceKinds.get(kind)?.mount
  if (mount === 'ceiling') return storey - CEILING
  if (mount === 'wall') return WALL
  if (mount === 'worn') return 1
  return mount === 'underground' ? PIT : 0
}

function positionAt(spot: Spot, height: number): DeviceEntry['position'] {
  const [lon, lat] = lonLat(spot)
  return { lon, lat, height: Number(height.toFixed(2)) }
}

/** Luck that hangs on the name alone: one device more changes no other. */
export function hash(text: string): number {
  let value = 2_166_136_261
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 16_777_619)
  return (value ^ (value >>> 15)) >>> 0
}
