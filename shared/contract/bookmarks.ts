import { z } from 'zod'
import { BookmarkId, BookmarkName, BookmarkNote, Thumbnail } from '../world/bookmarks.ts'
import { Vantage } from '../world/vantage.ts'
import { command, query } from './call.ts'

const When = z
  .number()
  .int()
  .min(0)
  .max(Date.UTC(9999, 11, 31))
const Which = z.strictObject({ bookmark: BookmarkId })

/** Of all that are not taken away. */
export const MOST_BOOKMARKS = 1000

export const keepBookmark = command('bookmark:keep', {
  input: z
    .strictObject({
      moment: When,
      until: When.optional(),
      name: BookmarkName,
      note: BookmarkNote.optional(),
      view: Vantage.optional(),
      picture: Thumbnail.optional(),
    })
    .refine(({ moment, until }) => until === undefined || until > moment, 'it ends after it begins'),
  output: z.object({ bookmark: BookmarkId }),
  may: 'history.see',
  help: 'Keep a moment or a stretch of the past to come back to, with a note and a small picture of the scene.',
})

export const changeBookmark = command('bookmark:change', {
  input: z.strictObject({ bookmark: BookmarkId, name: BookmarkName, note: BookmarkNote.optional() }),
  may: 'history.see',
  help: 'Name a bookmark otherwise or write another note: who made it, or who may lead.',
})

export const removeBookmark = command('bookmark:remove', {
  input: Which,
  may: 'history.see',
  help: 'Take a bookmark away; it can be put back.',
})

export const restoreBookmark = command('bookmark:restore', {
  input: Which,
  may: 'history.see',
  help: 'Put back a bookmark that was taken away.',
})

export const readThumbnail = query('bookmark:picture', {
  input: Which,
  output: z.object({ picture: Thumbnail.nullable() }),
  may: 'history.see',
  byItself: true,
  help: 'The small picture of the scene at a bookmark; null: there is none.',
})
