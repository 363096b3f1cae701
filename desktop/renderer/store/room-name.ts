import type { Room } from '#tiles/cim/interior.ts'
import type { Texts } from '../i18n/zh.ts'

/** There is nothing more to say of these than what they are, and which one. */
const ALIKE: ReadonlySet<Room['use']> = new Set(['corridor', 'lobby', 'stairs', 'elevator', 'shaft', 'parking', 'ramp'])
/** Of these there are many kinds: what they are stands before the name they have. */
const OF_MANY_KINDS: ReadonlySet<Room['use']> = new Set(['store', 'machine', 'toilet'])

/**
 * What a room is called. Its own name is the more exact one for who can read it; to others it is told by its use, and a
 * name that is nobody's but its own (a shop, a hall) stays as it is.
 */
export function roomName({ id, name, use }: Pick<Room, 'id' | 'name' | 'use'>, t: Texts): string {
  if (t.reads(name)) return name
  const word = t.place.roomUses[use]
  if (ALIKE.has(use)) return [word, /\d+$/.exec(id)?.[0]].filter(Boolean).join(' ')
  return OF_MANY_KINDS.has(use) ? `${word} ${name}` : name
}
