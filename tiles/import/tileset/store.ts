import { createReadStream } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import type { ReferenceFault, Target } from './reference.ts'
import { LOCAL } from './reference.ts'

/** The file is not there, not to be had or spoiled; the tileset is taken without it. */
export class Missing extends Error {
  readonly reason: 'content.missing' | ReferenceFault

  constructor(detail: string, reason: Missing['reason'] = 'content.missing') {
    super(detail)
    this.reason = reason
  }
}

/** Where the files of a tileset come from. */
export interface Store {
  base: URL
  /** Throws `Missing`. Bytes that break off are tried anew by whoever reads them, if `again` says so. */
  open(target: Target, signal: AbortSignal): Promise<AsyncIterable<Uint8Array>>
  again(error: unknown): boolean
}

export function folderStore(folder: string): Store {
  return {
    base: LOCAL,
    async open({ path }) {
      const file = join(folder, path)
      const [real, root] = await Promise.all([realpath(file).catch(() => undefined), realpath(folder)])
      if (!real || !(await stat(real)).isFile()) throw new Missing(path)
      // A link may lead anywhere on this machine.
      if (!real.startsWith(root + sep)) throw new Missing(path, 'content.outside')
      return createReadStream(real)
    },
    again: () => false,
  }
}

/** Worth asking again: the server was busy, or the line broke. */
class Passing extends Error {}

export function serverStore(entry: URL): Store {
  const base = new URL('.', entry)
  base.search = ''
  return {
    base,
    async open({ path, query }, signal) {
      const url = new URL(path.split('/').map(encodeURIComponent).join('/'), base)
      url.search = query
      // A key that the entry was asked with is meant for all of it.
      for (const [name, value] of entry.searchParams)
        if (!url.searchParams.has(name)) url.searchParams.append(name, value)
      const response = await fetchWithin(url, base.origin, signal)
      if (response.ok && response.body) return response.body
      await response.body?.cancel()
      if (response.status >= 500 || response.status === 429) throw new Passing(`HTTP ${response.status}`)
      throw new Missing(`HTTP ${response.status}`)
    },
    // A broken line is a TypeError of fetch.
    again: (error) => error instanceof Passing || error instanceof TypeError,
  }
}

/** Follows redirections by hand: none may lead to another server. */
async function fetchWithin(url: URL, origin: string, signal: AbortSignal): Promise<Response> {
  for (let step = 0; step < 5; step++) {
    const response = await fetch(url, { signal, redirect: 'manual' })
    const location = response.headers.get('location')
    if (response.status < 300 || response.status > 399 || location === null) return response
    await response.body?.cancel()
    url = new URL(location, url)
    if (url.origin !== origin) throw new Missing(`-> ${url.origin}`, 'content.outside')
  }
  throw new Missing('redirections without end')
}

/** Where an address really is: the person named it, so it may lead elsewhere. */
export async function settleAddress(given: URL, signal: AbortSignal): Promise<URL> {
  const url = new URL(given)
  if (!url.pathname.endsWith('.json')) url.pathname = `${url.pathname.replace(/\/$/, '')}/tileset.json`
  const response = await fetch(url, { signal })
  await response.body?.cancel()
  return new URL(response.url || url)
}
