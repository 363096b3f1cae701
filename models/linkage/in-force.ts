import type { Linkage, LinkageMode, SetLinkage } from '#shared/world/linkages.ts'
import { defaultLinkages } from './defaults.ts'

export type KnownLinkage = Linkage & { mode: LinkageMode } & Partial<Omit<SetLinkage, 'place'>>

/** What nobody has looked at only says what it would do: which doors a community has, and who waits behind, is not known here. */
const UNTOUCHED: LinkageMode = 'dry'

/** Every linkage as it is now: as somebody has set it, else as the list has it. */
export function linkagesInForce(set: Iterable<SetLinkage>): Map<string, KnownLinkage> {
  const found = new Map<string, KnownLinkage>()
  for (const linkage of defaultLinkages.all) found.set(linkage.linkage, { ...linkage, mode: UNTOUCHED })
  for (const { place: _, ...linkage } of set) found.set(linkage.linkage, linkage)
  return found
}
