import { blockLayer } from '../blocks/block-layer.ts'
import type { Layer } from '../layer.ts'
import { showTileset } from './tileset-layer.ts'

/** The place itself: its 3D tiles, and tilesets brought from elsewhere. Until there are tiles, plain blocks. */
export const placeLayer: Layer = {
  id: 'place',
  show(context) {
    const { globe, tiles, notice } = context
    const stops: (() => void)[] = []
    const blocks = () => stops.push(blockLayer.show(context))
    if (tiles.own === null) {
      blocks()
      if (tiles.building) notice('building')
    } else {
      const url = context.address(`${tiles.own.base}tileset.json`)
      const failed = () => {
        notice('failed')
        blocks()
      }
      notice('loading')
      let whole = true
      const missing = () => {
        whole = false
        notice('missing')
      }
      stops.push(showTileset(globe, { url, ready: () => whole && notice(undefined), missing, failed }))
    }
    for (const { url, lift } of tiles.others) {
      const missing = () => notice('missing')
      stops.push(showTileset(globe, { url: context.address(url), lift, ready: () => {}, missing, failed: missing }))
    }
    return () => {
      for (const stop of stops) stop()
    }
  },
}
