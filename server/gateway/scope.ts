import { holds, type Permission, type Role } from '#shared/contract/roles.ts'
import type { Sight } from '#shared/world/sight.ts'
import { areas } from '#shared/world/world.ts'

/** What somebody may be sent: the areas of the role, within the place of duty. Equal scopes share frames. */
export interface Scope extends Sight {
  key: string
}

export function scopeOf(role: Role, duty: string): Scope {
  const seen = areas.filter((area) => area.see !== null && holds(role, area.see as Permission)).map((area) => area.name)
  return { key: `${seen.join('+')}@${duty}`, place: duty, areas: new Set<string>(seen) }
}
