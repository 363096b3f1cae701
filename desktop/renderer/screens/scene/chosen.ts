import { deviceKinds } from '#models/devices/index.ts'
import { whereNow } from '#models/moving.ts'
import { placePart } from '#shared/place/path.ts'
import type { Position } from '#shared/place/position.ts'
import { centroid } from '#shared/place/ring.ts'
import type { Center } from '../../store/center.ts'
import { insideOf } from '../../store/inside.ts'
import { buildingAt } from '../../store/place-name.ts'
import { whereRoom } from '../../store/rooms.ts'
import { selection } from '../../store/selection.ts'
import type { KnownSite } from '../../store/site.ts'

export interface Whereabouts {
  position: Position
  place: string
  /** A storey, not a spot on it. */
  whole?: boolean
}

/** Where that is which somebody has picked out; undefined: nothing is, or nobody knows where. */
export async function whereChosen({ world, ask }: Center, site: KnownSite): Promise<Whereabouts | undefined> {
  const { alarm: alarmId, device: deviceId, place } = selection.getState()
  const alarm = alarmId === undefined ? undefined : world.get('alarms', alarmId)
  if (alarm) return alarm
  const device = deviceId === undefined ? undefined : world.get('devices', deviceId)
  if (device) {
    const kind = deviceKinds.get(device.kind)
    const { position, reported } = whereNow(kind, device.position, world.latest(device.device)?.[1])
    // What goes about is where it is, not in the house where it belongs.
    return { position, place: reported ? (placePart(device.place, 'community') as string) : device.place }
  }
  if (place === undefined) return undefined
  const building = buildingAt(site, place)
  const ring = building?.footprint ?? site.grids.find((grid) => grid.place === place)?.ring
  if (!ring) return undefined
  const [lon, lat] = centroid(ring)
  const middle = building?.position ?? { lon, lat, height: 0 }
  if (!building || placePart(place, 'room') === undefined) return { position: middle, place, whole: true }
  const inside = await insideOf(ask, building.place).catch(() => null)
  const position = inside ? whereRoom(building, inside, place) : undefined
  return { position: position ?? middle, place, whole: position === undefined }
}
