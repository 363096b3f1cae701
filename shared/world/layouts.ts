import { z } from 'zod'
import { area } from './area.ts'
import { event } from './event.ts'
import { AccountName } from './users.ts'

/** A screen whose panels can be arranged; a wall that is very wide, or upright, is one of its own. */
export const ArrangedScreen = z.enum(['desk', 'big', 'big-ultra', 'big-tall'])
export type ArrangedScreen = z.infer<typeof ArrangedScreen>

/** What somebody calls an arrangement; the one in use has no name. */
export const LayoutName = z.string().trim().max(40)
/** Characters of JSON: panels and their shares are a few hundred. */
const LONGEST = 20_000

/** Only the screens know how to read it, and what they do with one that is damaged. */
export const Arrangement = z
  .record(z.string(), z.unknown())
  .refine((value) => JSON.stringify(value).length <= LONGEST, `more than ${LONGEST} characters`)

const LayoutKey = z.object({ account: AccountName, screen: ArrangedScreen, name: LayoutName })
const LayoutEntry = LayoutKey.extend({ arrangement: Arrangement })

export interface Layout extends z.infer<typeof LayoutEntry> {
  place: string
  changedAt: number
}

export const layoutSaved = event('layout:saved', LayoutEntry)
export const layoutRemoved = event('layout:removed', LayoutKey)

/** How people have arranged their screens. Each asks for the own ones; no frame carries them. */
export const layouts = area<Layout>()('layouts', { see: null, indexes: { account: ({ account }) => account } })
  .on(layoutSaved, (table, e) => table.set(layoutId(e.data), { ...e.data, place: e.place, changedAt: e.at }))
  .on(layoutRemoved, (table, e) => table.delete(layoutId(e.data)))

export function layoutId({ account, screen, name }: z.infer<typeof LayoutKey>): string {
  return `${account} ${screen} ${name}`
}
