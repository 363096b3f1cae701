import { readMoment, readReel, readTimeline } from '#shared/contract/history.ts'
import type { Role } from '#shared/contract/roles.ts'
import { EVERYWHERE } from '#shared/place/path.ts'
import type { Clock } from '#shared/time.ts'
import type { Sight } from '#shared/world/sight.ts'
import { scopeOf } from '../../gateway/scope.ts'
import { answer, type Served } from '../../gateway/serve.ts'
import type { Storage } from '../../log/storage.ts'

interface Deps {
  storage: Storage
  clock: Clock
  root: string
}

/** Any moment back, for whoever may see the past: as much of it as they may see of the present. */
export function historyCalls({ storage: { history }, clock, root }: Deps): Served[] {
  const sightOf = ({ role, duty }: { role: Role; duty: string }): Sight => ({
    place: duty === root ? EVERYWHERE : duty,
    areas: scopeOf(role, duty).areas,
  })
  return [
    answer(readMoment, async ({ at }, asker) => {
      const { body, ...position } = await history.moment(Math.min(at, clock.now()), sightOf(asker))
      return { position, packed: Buffer.from(body).toString('base64') }
    }),
    answer(readReel, async ({ from, to }, asker) => {
      const { body, to: at, seq, row } = await history.reel(from, Math.min(to, clock.now()), sightOf(asker))
      return { position: { at, seq, row }, packed: Buffer.from(body).toString('base64') }
    }),
    answer(readTimeline, async ({ from, to, every }, asker) => {
      const [begin, spans, gaps] = await Promise.all([
        history.begin(),
        history.density(from, to, every, sightOf(asker)),
        history.gaps(from, to),
      ])
      return { ...(begin === undefined ? {} : { begin }), spans, gaps }
    }),
  ]
}
