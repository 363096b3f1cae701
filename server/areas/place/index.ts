import { findPlaces, readInside, readSite, readTiles } from '#shared/contract/place.ts'
import { refuse } from '#shared/errors.ts'
import { readInterior } from '#tiles/cim/interiors.ts'
import type { Site } from '#tiles/cim/site.ts'
import { answer, type Served } from '../../gateway/serve.ts'
import { PlaceFinder } from './find.ts'
import type { RoomNames } from './rooms.ts'
import type { SiteTiles } from './tiles.ts'

export function placeCalls(site: Site, tiles: SiteTiles, rooms: () => Promise<RoomNames>): Served[] {
  const places = new Set(site.buildings.map(({ place }) => place))
  const finder = new PlaceFinder(site, tiles.folder)
  return [
    answer(readSite, async () => ({ site, rooms: await rooms() })),
    answer(readInside, async ({ building }) => {
      if (!places.has(building)) return refuse('place.file-unknown', { building }, 'no such building')
      return { inside: (tiles.folder && (await readInterior(tiles.folder, building))) || null }
    }),
    answer(findPlaces, (wish) => finder.find(wish)),
    answer(readTiles, async () => {
      const index = await tiles.index()
      return {
        building: tiles.building,
        own: index ? { base: `${tiles.address}/tiles/${index.build}/`, interiors: index.interiors } : null,
        others: site.tilesets.map(({ id, name, file, lift }) => ({ id, name, lift, url: `${tiles.address}/${file}` })),
      }
    }),
  ]
}
