import { z } from 'zod'
import { Vantage } from '#shared/world/vantage.ts'

export const Bookmark = Vantage.extend({ name: z.string().min(1).max(40) })
export type Bookmark = z.infer<typeof Bookmark>

const KEPT = 'ankan.bookmarks'
const MOST = 30

/** Views that somebody wants to come back to, by the community they belong to. */
export function readBookmarks(community: string): Bookmark[] {
  try {
    const kept = z.array(Bookmark).safeParse(JSON.parse(localStorage.getItem(`${KEPT}.${community}`) ?? '[]'))
    return kept.success ? kept.data : []
  } catch {
    return []
  }
}

export function keepBookmarks(community: string, bookmarks: readonly Bookmark[]): void {
  try {
    localStorage.setItem(`${KEPT}.${community}`, JSON.stringify(bookmarks.slice(-MOST)))
  } catch {
    // Without storage they last as long as the page.
  }
}
