import { toLocal } from '#shared/place/local.ts'
import { isWithin, PlacePath, placeUpTo } from '#shared/place/path.ts'
import type { Position } from '#shared/place/position.ts'
import { floorOf, roomPath } from '#tiles/cim/floors.ts'
import { readInterior } from '#tiles/cim/interiors.ts'
import type { Site } from '#tiles/cim/site.ts'

/** Metres beyond the community within which its things may still stand: a pump house, a reservoir. */
const BEYOND = 5000

/** The places that the model of the community knows, and whether what names one is right. */
export class KnownPlaces {
  private readonly site: Site
  private readonly folder: string | undefined
  private readonly grids: ReadonlySet<string>
  private readonly buildings: ReadonlyMap<string, Site['buildings'][number]>
  private readonly byName = new Map<string, string>()
  /** Of a building whose inside is drawn, the paths of its rooms; null: nobody has drawn it. */
  private readonly rooms = new Map<string, ReadonlySet<string> | null>()

  constructor(site: Site, folder: string | undefined) {
    this.site = site
    this.folder = folder
    this.grids = new Set(site.grids.map(({ place }) => place))
    this.buildings = new Map(site.buildings.map((building) => [building.place, building]))
    const twice = new Set<string>()
    for (const { name, place } of [...site.grids, ...site.buildings]) {
      if (this.byName.has(name)) twice.add(name)
      this.byName.set(name, place)
    }
    for (const name of twice) this.byName.delete(name)
  }

  /** The path of what is written as a path, or begins with the name of a building or a grid. */
  pathOf(written: string): string | undefined {
    if (PlacePath.safeParse(written).success) return written
    const [name = '', ...below] = written.split('/').map((part) => part.trim())
    const place = this.byName.get(name)
    const path = place && [place, ...below].join('/')
    return path && PlacePath.safeParse(path).success ? path : undefined
  }

  /** Rooms are read when somebody asks for the first one of their building. */
  async readRoomsOf(place: string): Promise<void> {
    const building = placeUpTo(place, 'building')
    if (placeUpTo(place, 'room') === undefined || building === undefined) return
    if (this.rooms.has(building) || !this.buildings.has(building) || this.folder === undefined) return
    const interior = await readInterior(this.folder, building).catch(() => undefined)
    const rooms = interior?.floors.flatMap(({ floor, plan }) =>
      (interior.plans[plan]?.rooms ?? []).map((room) => roomPath(building, floor, room)),
    )
    this.rooms.set(building, rooms ? new Set(rooms) : null)
  }

  wantsRooms(place: string): boolean {
    const building = placeUpTo(place, 'building')
    return placeUpTo(place, 'room') !== undefined && building !== undefined && !this.rooms.has(building)
  }

  /** A community of which nobody has drawn anything knows no better than whoever writes. */
  has(path: string): boolean {
    if (!isWithin(path, this.site.community.id)) return false
    const zone = placeUpTo(path, 'zone')
    if (zone !== undefined && this.grids.size > 0 && !this.grids.has(zone)) return false
    const place = placeUpTo(path, 'building')
    if (place === undefined || this.buildings.size === 0) return true
    const building = this.buildings.get(place)
    const floor = placeUpTo(path, 'floor')
    if (!building || floor === undefined) return building !== undefined
    const level = floorOf(path.split('/')[3] as string)
    if (level === undefined || level > building.floors || level < -building.basements) return false
    const rooms = this.rooms.get(place)
    return placeUpTo(path, 'room') === undefined || !rooms || rooms.has(path)
  }

  /** Somebody swapped longitude and latitude, or took those of another town. */
  isFar({ lon, lat }: Position): boolean {
    const { center, radius } = this.site.community
    const { east, north } = toLocal(center, lon, lat)
    return !(Math.hypot(east, north) <= radius + BEYOND)
  }
}
