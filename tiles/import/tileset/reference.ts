import type { LeftOutReason } from '../reasons.ts'

/** A file of a tileset: its path from the tileset's own folder, and what a server wants to be asked with. */
export interface Target {
  path: string
  query: string
}

export type ReferenceFault = Extract<LeftOutReason, 'content.absolute' | 'content.outside' | 'content.broken'>

/**
 * Where a reference leads that stands in the file `from`. What leads out of the tileset's folder, to another server
 * or to a path of some machine is refused; undefined: the data stands in the reference itself. `base` is the address
 * of the folder.
 */
export function resolveReference(base: URL, from: string, reference: string): Target | ReferenceFault | undefined {
  if (/^data:/i.test(reference)) return undefined
  if (/^file:|^[a-z]:[\\/]|^\\\\/i.test(reference)) return 'content.absolute'
  const isLocal = base.hostname === LOCAL.hostname
  const isWhole = /^[a-z][a-z0-9+.-]*:|^\//i.test(reference)
  // Of a folder on a disk, a path that begins at the root is one of the whole machine.
  if (isLocal && reference.startsWith('/')) return 'content.absolute'
  // Steps upward are counted from far below: at the root of a server they would lead nowhere, and not be seen.
  const own = isWhole ? base : LOCAL
  const referrer = new URL(from.split('/').map(encodeURIComponent).join('/'), own)
  if (!URL.canParse(reference, referrer.href)) return 'content.broken'
  const url = new URL(reference, referrer)
  if (url.origin !== own.origin || !url.pathname.startsWith(own.pathname)) return 'content.outside'
  const path = decodePath(url.pathname.slice(own.pathname.length))
  return path === undefined ? 'content.outside' : { path, query: url.search }
}

/** Stands for the folder of a tileset, wherever that is. */
export const LOCAL = new URL('http://tileset.invalid/the/folder/of/a/tileset/')

/** Undefined for what is no plain path downward once it is decoded. */
function decodePath(encoded: string): string | undefined {
  try {
    const parts = encoded.split('/').map(decodeURIComponent)
    const isPlain = (part: string) => part !== '' && part !== '.' && part !== '..' && !/[\\/:*?"<>|\p{Cc}]/u.test(part)
    return parts.length > 0 && parts.every(isPlain) ? parts.join('/') : undefined
  } catch {
    return undefined
  }
}

/** How `to` is written in the file `from`, so that it is found wherever the folder stands. */
export function relativeReference(from: string, to: string): string {
  const [here, there] = [from.split('/').slice(0, -1), to.split('/')]
  let same = 0
  while (same < here.length && same < there.length - 1 && here[same] === there[same]) same++
  return [...here.slice(same).map(() => '..'), ...there.slice(same)].map(encodeURIComponent).join('/')
}

/** Found again as it stands, in a folder as on a server. */
export function isPlainReference(reference: string): boolean {
  return !/^[a-z][a-z0-9+.-]*:|^\/|[?#]/i.test(reference)
}
