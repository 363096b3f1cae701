import { z } from 'zod'
import { VIEWS } from './views.ts'

/** A look at the list that somebody wants again: named by what it shows. */
export const SavedView = z.object({ view: z.enum(VIEWS), typed: z.string().max(100), mine: z.boolean() })
export type SavedView = z.infer<typeof SavedView>

export const MOST_VIEWS = 8
const Kept = z.array(SavedView).max(MOST_VIEWS)
const keyOf = (account: string) => `ankan.alarm-views.${account}`

/** As this account left them on this machine; what cannot be read is none. */
export function savedViews(account: string | undefined): readonly SavedView[] {
  try {
    return account === undefined ? [] : Kept.parse(JSON.parse(localStorage.getItem(keyOf(account)) ?? '[]'))
  } catch {
    return []
  }
}

export function keepViews(account: string | undefined, views: readonly SavedView[]): void {
  try {
    if (account !== undefined) localStorage.setItem(keyOf(account), JSON.stringify(views))
  } catch {
    // Without storage they last as long as the page.
  }
}

export function isSame(a: SavedView, b: SavedView): boolean {
  return a.view === b.view && a.mine === b.mine && a.typed.trim() === b.typed.trim()
}
