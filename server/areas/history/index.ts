import {
  exportHistory,
  readExport,
  readHappened,
  readMoment,
  readReel,
  readSealingKey,
  readTimeline,
} from '#shared/contract/history.ts'
import { holds, type Role } from '#shared/contract/roles.ts'
import { refuse } from '#shared/errors.ts'
import { EVERYWHERE } from '#shared/place/path.ts'
import type { Clock } from '#shared/time.ts'
import type { Sight } from '#shared/world/sight.ts'
import type { Site } from '#tiles/cim/site.ts'
import { scopeOf } from '../../gateway/scope.ts'
import { answer, type Served } from '../../gateway/serve.ts'
import type { Storage } from '../../log/storage.ts'
import type { RoomNames } from '../place/rooms.ts'
import type { SiteTiles } from '../place/tiles.ts'
import { exporter } from './exporter.ts'
import type { SealingKey } from './sealing-key.ts'

interface Deps {
  storage: Storage
  clock: Clock
  root: string
  site: Site
  rooms: () => Promise<RoomNames>
  tiles: SiteTiles
  sealing: SealingKey
  version: string
  /** Somebody shows a shared replay on the walls. */
  isShown(): boolean
}

/** Any moment back, for whoever may see the past: as much of it as they may see of the present. */
export function historyCalls(deps: Deps): Served[] {
  const { storage, clock, root, sealing, isShown } = deps
  const { history } = storage
  const refuseWalls = (role: Role) => {
    if (!holds(role, 'history.see') && !isShown())
      refuse('history.not-shared', {}, 'a wall shows the past only while a shared replay is shown on it')
  }
  const sightOf = ({ role, duty }: { role: Role; duty: string }): Sight => ({
    place: duty === root ? EVERYWHERE : duty,
    areas: scopeOf(role, duty).areas,
  })
  const exports = exporter(deps)
  return [
    answer(readMoment, async ({ at }, asker) => {
      refuseWalls(asker.role)
      const { body, ...position } = await history.moment(Math.min(at, clock.now()), sightOf(asker))
      return { position, packed: Buffer.from(body).toString('base64') }
    }),
    answer(readReel, async ({ from, to }, asker) => {
      refuseWalls(asker.role)
      const { body, to: at, seq, row } = await history.reel(from, Math.min(to, clock.now()), sightOf(asker))
      return { position: { at, seq, row }, packed: Buffer.from(body).toString('base64') }
    }),
    answer(readTimeline, async ({ from, to, every }, asker) => {
      refuseWalls(asker.role)
      const [begin, spans, gaps] = await Promise.all([
        history.begin(),
        history.density(from, to, every, sightOf(asker)),
        history.gaps(from, to),
      ])
      return { ...(begin === undefined ? {} : { begin }), spans, gaps }
    }),
    answer(readHappened, ({ at, direction, to, limit }, asker) =>
      history.happened(Math.min(at, clock.now() + 1), direction, { to, limit }, sightOf(asker)),
    ),
    answer(exportHistory, (wish, asker) => exports.begin(wish, asker, sightOf(asker))),
    answer(readExport, ({ export: id }, { by }) => ({ share: exports.share(id, by.id) })),
    answer(readSealingKey, async () => ({ fingerprint: (await sealing.open()).fingerprint })),
  ]
}
