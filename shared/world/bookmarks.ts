import { z } from 'zod'
import { area } from './area.ts'
import { type Actor, event } from './event.ts'
import type { Row, Table } from './table.ts'
import { Vantage } from './vantage.ts'

export const BookmarkId = z.string().regex(/^bookmark-[\w-]{6,40}$/)
export const BookmarkName = z.string().trim().min(1).max(60)
export const BookmarkNote = z.string().trim().max(1000)
/** The scene of then, small: a JPEG in Base64. */
export const Thumbnail = z
  .string()
  .max(60_000)
  .regex(/^\/9j\/[A-Za-z0-9+/]+={0,2}$/, 'a JPEG in Base64')

export const bookmarkKept = event(
  'bookmark:kept',
  z.object({
    bookmark: BookmarkId,
    moment: z.number(),
    until: z.number().optional(),
    name: BookmarkName,
    note: BookmarkNote.optional(),
    view: Vantage.optional(),
    picture: Thumbnail.optional(),
  }),
)
export const bookmarkChanged = event(
  'bookmark:changed',
  z.object({ bookmark: BookmarkId, name: BookmarkName, note: BookmarkNote.optional() }),
)
export const bookmarkRemoved = event('bookmark:removed', z.object({ bookmark: BookmarkId }))
export const bookmarkRestored = event('bookmark:restored', z.object({ bookmark: BookmarkId }))

/** A moment, or a stretch, that somebody wants found again. Its picture stays in the log. */
export interface Bookmark {
  bookmark: string
  place: string
  moment: number
  until?: number
  name: string
  note?: string
  view?: Vantage
  pictured: boolean
  /** Where it was kept in the log, which holds its picture. */
  seq: number
  by: Actor
  keptAt: number
  changedAt?: number
  /** Taken away, and can be put back. */
  removedAt?: number
}

/** So many that were taken away can be put back. */
const REMOVED_KEPT = 50

export const bookmarks = area<Bookmark>()('bookmarks', { see: 'history.see', aboutLooking: true })
  .on(bookmarkKept, (table, { data: { bookmark, moment, until, name, note, view, picture }, place, at, by, seq }) =>
    table.set(bookmark, {
      bookmark,
      place,
      moment,
      ...(until !== undefined && { until }),
      name,
      ...(note && { note }),
      ...(view && { view }),
      pictured: picture !== undefined,
      seq,
      by,
      keptAt: at,
    }),
  )
  .on(bookmarkChanged, (table, { data: { bookmark, name, note }, at }) =>
    table.change(bookmark, ({ note: _, ...known }) => ({ ...known, name, ...(note && { note }), changedAt: at })),
  )
  .on(bookmarkRemoved, (table, { data: { bookmark }, at }) => {
    table.change(bookmark, (known) => ({ ...known, removedAt: at }))
    forgetOldest(table)
  })
  .on(bookmarkRestored, (table, { data: { bookmark } }) =>
    table.change(bookmark, ({ removedAt: _, ...known }) => known),
  )

function forgetOldest(table: Table<Bookmark>): void {
  const removed = [...table.values()].filter((one: Row & Bookmark) => one.removedAt !== undefined)
  if (removed.length <= REMOVED_KEPT) return
  const oldest = removed.reduce((a, b) => ((a.removedAt ?? 0) <= (b.removedAt ?? 0) ? a : b))
  table.delete(oldest.bookmark)
}
