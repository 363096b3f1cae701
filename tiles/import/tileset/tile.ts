import { isRecord } from '../json/is-record.ts'

type Json = Record<string, unknown>

/** A tile's contents, one or several: in the words of 1.1 and of the extensions before it. */
export function contentsOf(tile: Json): Json[] {
  const several = extension(tile, '3DTILES_multiple_contents')
  const lists: unknown[] = [tile.contents, several?.contents, several?.content, several]
  const list: unknown[] = lists.find(Array.isArray) ?? []
  return [tile.content, ...list].filter(isRecord)
}

export function extension(holder: Json, name: string): Json | undefined {
  const found = isRecord(holder.extensions) ? holder.extensions[name] : undefined
  return typeof found === 'object' && found !== null ? (found as Json) : undefined
}
