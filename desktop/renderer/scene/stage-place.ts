import type { Tiles } from '#shared/contract/place.ts'
import type { GlobeView } from './globe/globe-view.ts'
import { type PlaceWish, showPlace } from './globe/place.ts'

export interface PlaceEnds extends Omit<PlaceWish, 'tiles' | 'settled'> {
  /** Something of the place could not be had. */
  isLacking(): boolean
}

/** The place outside. Shown anew, what was there stays until that has come. */
export class StagePlace {
  private readonly globe: GlobeView
  private readonly ends: PlaceEnds
  /** Where the server said last that they lie. */
  tiles: Tiles
  private readonly shown = new Set<() => void>()

  constructor(globe: GlobeView, tiles: Tiles, ends: PlaceEnds) {
    this.globe = globe
    this.tiles = tiles
    this.ends = ends
    this.show()
  }

  /** The server is back: what is lacking is asked for once more, all of it where tiles lie elsewhere now. */
  renew(tiles: Tiles): void {
    if (!this.ends.isLacking() && tiles.own?.base === this.tiles.own?.base) return
    this.tiles = tiles
    this.show()
  }

  close(): void {
    for (const hide of this.shown) hide()
    this.shown.clear()
  }

  private show(): void {
    const former = [...this.shown]
    const settled = () => {
      for (const hide of former) {
        hide()
        this.shown.delete(hide)
      }
    }
    this.shown.add(showPlace(this.globe, { ...this.ends, tiles: this.tiles, settled }))
  }
}
