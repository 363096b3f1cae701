import { type Cesium3DTile, Cesium3DTileRefine, type Cesium3DTileset } from '@cesium/engine'

/** Metres; larger than any view lets pass. */
const ALWAYS_TOO_COARSE = 1e6

/** Where neither a tile nor any coarser one of the same place could be had, its finer ones are shown from afar too. */
export function standIn({ root }: Cesium3DTileset): void {
  const look = (tile: Cesium3DTile, isCovered: boolean) => {
    // The engine waits for a tile to be there before it goes on to what is finer: this one never will be.
    if (tile.contentFailed && !isCovered)
      Object.assign(tile, { refine: Cesium3DTileRefine.ADD, geometricError: ALWAYS_TOO_COARSE })
    const covers = tile.contentAvailable && tile.refine === Cesium3DTileRefine.REPLACE
    for (const child of tile.children) look(child, isCovered || covers)
  }
  look(root, false)
}
