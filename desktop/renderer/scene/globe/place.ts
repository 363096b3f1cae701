import type { Tiles } from '#shared/contract/place.ts'
import type { Site } from '#tiles/cim/site.ts'
import { showBlocks } from './blocks/blocks.ts'
import type { GlobeView } from './globe-view.ts'
import { GlobeTileset, type TilesetWish } from './tileset.ts'

/** Its tiles are being loaded for the first time, are still being made, cannot be shown, or are shown in part. */
export type PlaceNotice = 'loading' | 'building' | 'failed' | 'missing'

export interface PlaceWish {
  site: Site
  tiles: Tiles
  /** Makes of a path on the server one that can be fetched. */
  address(path: string): string
  notice(about: PlaceNotice | undefined): void
  /** It is there, as far as it can be had. */
  settled(): void
  changed(): void
}

/** The place itself: its 3D tiles, and tilesets brought from elsewhere. Where tiles are lacking, plain blocks. */
export function showPlace(globe: GlobeView, wish: PlaceWish): () => void {
  const { site, tiles, address, notice, settled, changed } = wish
  const stops: (() => void)[] = []
  const blocks = () => stops.push(showBlocks(globe.scene, site, { changed, settled }))
  /** Returns how to take it away. */
  const show = (one: Omit<TilesetWish, 'changed'>, failed: () => void) => {
    let shown: GlobeTileset | undefined
    let open = true
    const arrived = globe.expect()
    const start = async () => {
      const tileset = await GlobeTileset.open({ ...one, changed })
      if (!open) return tileset.tileset.destroy()
      shown = tileset
      globe.add(tileset)
    }
    start()
      .catch(() => open && failed())
      .finally(() => {
        arrived()
        if (open) changed()
      })
    const stop = () => {
      open = false
      if (shown) globe.remove(shown)
      shown = undefined
    }
    stops.push(stop)
    return stop
  }
  if (tiles.own === null) {
    blocks()
    if (tiles.building) notice('building')
  } else {
    notice('loading')
    let whole = true
    const missing = () => {
      whole = false
      notice('missing')
    }
    const ready = () => {
      if (whole) notice(undefined)
      settled()
    }
    const failed = () => {
      notice('failed')
      blocks()
    }
    const broken = () => {
      stop()
      failed()
    }
    const stop = show({ url: address(`${tiles.own.base}tileset.json`), ready, missing, broken }, failed)
  }
  for (const { url, lift } of tiles.others) {
    const missing = () => notice('missing')
    show({ url: address(url), lift, ready: () => {}, missing, broken: missing }, missing)
  }
  return () => {
    for (const stop of stops.splice(0)) stop()
  }
}
