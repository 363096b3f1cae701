import { isRecord } from '../json/is-record.ts'
import { type Implicit, implicitOf } from './implicit.ts'
import { contentsOf, extension } from './tile.ts'

/** A reference where it stands, so that it can be written anew. */
export interface Reference {
  holder: Record<string, unknown>
  key: string
  text: string
}

/** What a tileset.json names: its contents, and the trees that are only described. */
export function referencesOf(tileset: Record<string, unknown>): { references: Reference[]; implicit: Implicit[] } {
  const references: Reference[] = []
  const implicit: Implicit[] = []
  const refer = (holder: unknown, ...keys: string[]) => {
    if (!isRecord(holder)) return
    for (const key of keys) {
      const text = holder[key]
      if (typeof text === 'string') references.push({ holder, key, text })
    }
  }
  refer(tileset, 'schemaUri')
  refer(extension(tileset, '3DTILES_metadata'), 'schemaUri')
  // By hand rather than by calling itself: such trees grow deep.
  const waiting: unknown[] = [tileset.root]
  while (waiting.length > 0) {
    const tile = waiting.pop()
    if (!isRecord(tile)) continue
    if (Array.isArray(tile.children)) for (const child of tile.children) waiting.push(child)
    const described = implicitOf(tile)
    if (described) implicit.push(described)
    // 0.0 said `url`.
    else for (const content of contentsOf(tile)) refer(content, 'uri', 'url')
  }
  return { references, implicit }
}
