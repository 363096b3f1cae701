import { type PlaceLevel, placeLevels, placeUpTo } from '#shared/place/path.ts'
import type { Device } from '#shared/world/devices.ts'

/** The devices behind a gateway, as a name beside those of places: no place has a colon. */
const GATEWAY = 'gateway:'
export const behind = (gateway: string) => `${GATEWAY}${gateway}`
/** The gateway whose devices are meant; undefined: those of a place are. */
export const gatewayIn = (group: string) => (group.startsWith(GATEWAY) ? group.slice(GATEWAY.length) : undefined)

/** The places that hold one, from the community down to a level: asked for every device, and worked out once for each place. */
export class Chains {
  private readonly levels: readonly PlaceLevel[]
  private readonly known = new Map<string, readonly string[]>()

  constructor(deepest: PlaceLevel) {
    this.levels = placeLevels.slice(0, placeLevels.indexOf(deepest) + 1)
  }

  of(place: string): readonly string[] {
    let chain = this.known.get(place)
    if (!chain) {
      chain = this.levels.flatMap((level) => placeUpTo(place, level) ?? [])
      this.known.set(place, chain)
    }
    return chain
  }

  /** All groups that a device is one of: its places, and those behind its gateway. */
  groups({ place, gateway }: Pick<Device, 'place' | 'gateway'>): readonly string[] {
    return gateway === undefined ? this.of(place) : [...this.of(place), behind(gateway)]
  }
}
