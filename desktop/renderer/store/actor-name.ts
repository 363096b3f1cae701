import { defaultLinkages } from '#models/linkage/defaults.ts'
import type { Actor } from '#shared/world/event.ts'
import type { Language } from '../i18n/language.ts'
import type { WorldStore } from './world-store.ts'

const LINKAGE = 'linkage:'

/** Who did it. A linkage is called as it is now, in the language of whoever reads. */
export function nameOfActor({ id, name }: Pick<Actor, 'id' | 'name'>, world: WorldStore, language: Language): string {
  if (!id.startsWith(LINKAGE)) return name ?? id
  const linkage = id.slice(LINKAGE.length)
  const known = world.get('linkages', linkage) ?? defaultLinkages.get(linkage)
  return known?.name[language] ?? name ?? id
}
