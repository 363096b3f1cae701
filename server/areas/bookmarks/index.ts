import { randomUUID } from 'node:crypto'
import {
  changeBookmark,
  keepBookmark,
  MOST_BOOKMARKS,
  readThumbnail,
  removeBookmark,
  restoreBookmark,
} from '#shared/contract/bookmarks.ts'
import { holds } from '#shared/contract/roles.ts'
import { refuse } from '#shared/errors.ts'
import { isWithin } from '#shared/place/path.ts'
import type { Clock } from '#shared/time.ts'
import {
  type Bookmark,
  bookmarkChanged,
  bookmarkKept,
  bookmarkRemoved,
  bookmarkRestored,
} from '#shared/world/bookmarks.ts'
import type { World } from '#shared/world/world.ts'
import { type Asker, answer, decide, type Served } from '../../gateway/serve.ts'
import type { EventLog } from '../../log/log.ts'
import type { Storage } from '../../log/storage.ts'

interface Deps {
  log: EventLog
  storage: Storage
  clock: Clock
  root: string
}

/** Moments that somebody wants found again: seen by all who may see the past there, changed by who made them or may lead. */
export function bookmarkCalls({ log, storage, clock, root }: Deps): Served[] {
  return [
    decide(keepBookmark, (world, { moment, until, ...said }, { duty }) => {
      if (Math.max(moment, until ?? 0) > clock.now()) refuse('history.to-come', {}, 'what is to come cannot be kept')
      if (keptIn(world) >= MOST_BOOKMARKS)
        refuse('bookmark.too-many', { most: MOST_BOOKMARKS }, 'take some away that nobody needs')
      const bookmark = `bookmark-${randomUUID()}`
      return {
        drafts: [bookmarkKept(duty || root, { bookmark, moment, ...(until !== undefined && { until }), ...said })],
        output: { bookmark },
      }
    }),
    decide(changeBookmark, (world, { bookmark, ...said }, asker) => {
      const { place } = ownOf(world, bookmark, asker)
      return [bookmarkChanged(place, { bookmark, ...said })]
    }),
    decide(removeBookmark, (world, { bookmark }, asker) => {
      const { place, removedAt } = ownOf(world, bookmark, asker)
      return removedAt === undefined ? [bookmarkRemoved(place, { bookmark })] : []
    }),
    decide(restoreBookmark, (world, { bookmark }, asker) => {
      const { place, removedAt } = ownOf(world, bookmark, asker)
      return removedAt === undefined ? [] : [bookmarkRestored(place, { bookmark })]
    }),
    answer(readThumbnail, async ({ bookmark }, { duty }) => {
      const found = log.told.bookmarks.get(bookmark)
      if (!found || !isWithin(found.place, duty)) return unknown(bookmark)
      if (!found.pictured) return { picture: null }
      const [kept] = await storage.events(log.stream, { after: found.seq - 1, limit: 1 })
      return { picture: (kept && bookmarkKept.data.parse(kept.data).picture) ?? null }
    }),
  ]
}

const keptIn = (world: World) => [...world.bookmarks.values()].filter(({ removedAt }) => removedAt === undefined).length

const unknown = (bookmark: string) => refuse('bookmark.unknown', { bookmark }, 'no such bookmark')

function ownOf(world: World, id: string, { by, role, duty }: Asker): Bookmark {
  const found = world.bookmarks.get(id)
  if (!found || !isWithin(found.place, duty)) return unknown(id)
  if (found.by.id !== by.id && !holds(role, 'history.lead'))
    refuse('bookmark.not-yours', { by: found.by.name ?? found.by.id }, 'who made it, or who may lead, changes it')
  return found
}
