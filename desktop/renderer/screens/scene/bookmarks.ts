import { z } from 'zod'

const Finite = z.number().refine(Number.isFinite)
export const Bookmark = z.object({
  name: z.string().min(1).max(40),
  pose: z.object({
    target: z.object({ east: Finite, north: Finite, up: Finite }),
    heading: Finite,
    pitch: Finite,
    range: z.number().positive(),
  }),
  building: z.string().optional(),
  arrangement: z
    .object({ mode: z.enum(['closed', 'apart', 'alone']), floor: z.number().int().optional(), seeThrough: z.boolean() })
    .optional(),
})
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
