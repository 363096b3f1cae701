import { type PlaceLevel, placeLevels, placeUpTo } from '#shared/place/path.ts'

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
}
