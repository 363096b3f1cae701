import { BUNDLE_VERSION, ENDING } from '#shared/bundle/manifest.ts'
import type { FileAnswer } from '#shared/contract/call.ts'
import { PROTOCOL_VERSION } from '#shared/contract/wire.ts'
import { refuse } from '#shared/errors.ts'
import type { Clock } from '#shared/time.ts'
import type { Sight } from '#shared/world/sight.ts'
import { WORLD_VERSION } from '#shared/world/world.ts'
import { readInterior } from '#tiles/cim/interiors.ts'
import type { Site } from '#tiles/cim/site.ts'
import type { Asker } from '../../gateway/serve.ts'
import type { Storage } from '../../log/storage.ts'
import type { RoomNames } from '../place/rooms.ts'
import type { SiteTiles } from '../place/tiles.ts'
import { Exports } from './exports.ts'
import type { SealingKey } from './sealing-key.ts'
import { writeBundle } from './write-bundle.ts'

interface Deps {
  storage: Storage
  clock: Clock
  site: Site
  rooms: () => Promise<RoomNames>
  tiles: SiteTiles
  sealing: SealingKey
  version: string
}

interface Wish {
  export: string
  from: number
  to: number
}

/** Takes stretches of the past away as files. */
export function exporter({ storage, clock, site, rooms, tiles, sealing, version }: Deps) {
  const exports = new Exports()
  /** An export is asked about by whoever began it alone. */
  const keyOf = (id: string, account: string) => `${account} ${id}`

  async function* extras() {
    yield { part: { name: 'place.json.gz', kind: 'place' as const }, content: { site, rooms: await rooms() } }
    for (const [i, { place }] of site.buildings.entries()) {
      const inside = tiles.folder && (await readInterior(tiles.folder, place).catch(() => undefined))
      if (inside) yield { part: { name: `insides/${i}.json.gz`, kind: 'inside' as const, of: place }, content: inside }
    }
  }

  return {
    async begin({ export: id, from: wanted, to }: Wish, { by, role }: Asker, sight: Sight): Promise<FileAnswer> {
      const now = clock.now()
      // Before the record begins there is nothing to see.
      const from = Math.max(wanted, (await storage.history.begin()) ?? 0)
      const until = Math.min(to, now)
      if (from >= until) refuse('input.invalid', { from }, 'of this stretch there is no record')
      const index = await tiles.index()
      const about = {
        format: 'ankan-bundle' as const,
        version: BUNDLE_VERSION as typeof BUNDLE_VERSION,
        protocol: PROTOCOL_VERSION,
        world: WORLD_VERSION,
        community: { id: site.community.id, name: site.community.name },
        log: storage.id,
        from,
        to: until,
        made: { at: now, by: { account: by.id, name: by.name ?? by.id }, program: version },
        sight: { place: sight.place, areas: [...sight.areas], role },
        tiles: { build: index?.build ?? null },
      }
      const name = `${site.community.name}-${stamp(from)}-${stamp(until)}.${ENDING}`
      return exports.begin(keyOf(id, by.id), name, (told) =>
        writeBundle(
          { from, to: until, sight },
          {
            history: storage.history,
            extras,
            about,
            key: () => sealing.open(),
            sign: (content) => sealing.sign(content),
            told,
          },
        ),
      )
    },
    share: (id: string, account: string) => exports.share(keyOf(id, account)),
  }
}

/** By the clock of this place. */
function stamp(at: number): string {
  const local = new Date(at - new Date(at).getTimezoneOffset() * 60_000)
  return local.toISOString().slice(0, 19).replace('T', '-').replaceAll(':', '')
}
