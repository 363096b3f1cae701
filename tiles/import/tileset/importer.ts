import { readFile, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Importer, Work } from '../importer.ts'
import { isRecord } from '../json/is-record.ts'
import type { Options } from '../options.ts'
import { Refused } from '../refused.ts'
import { slugOf, stem } from '../site/slugs.ts'
import type { Source } from '../source.ts'
import { middleOf } from './center.ts'
import { Crawl } from './crawl.ts'
import { Files } from './files.ts'
import type { Target } from './reference.ts'
import { folderStore, Missing, type Store, serverStore, settleAddress } from './store.ts'

/** A tileset that is there already, in a folder or on a server, is brought along whole. */
export const tileset: Importer = {
  id: 'tileset',
  name: { zh: '3D Tiles 瓦片集（文件夹或服务器地址）', en: '3D Tiles tileset (a folder or a server address)' },
  recognises: ({ where, members }) => where !== 'file' || (members.has('asset') && members.has('root')),
  async *read(work) {
    const { source, options, report, signal } = work
    const id = tilesetIdOf(source, options)
    const { store, entry } = await openStore(work)
    const folder = join(work.folder, 'tilesets', id)
    const { patience, mostBytes } = options
    const files = new Files(store, folder, {
      ...(patience === undefined ? {} : { patience }),
      ...(mostBytes === undefined ? {} : { mostBytes }),
    })
    const phase = { zh: '复制瓦片', en: 'copying tiles' }
    const crawl = new Crawl({
      base: store.base,
      files,
      signal,
      leaveOut: (path, reason, detail) => report.leaveOut(path, reason, detail),
      step: () => work.progress({ phase, done: files.count, unit: 'files' }),
    })
    await crawl.run(entry).catch((error: unknown) => {
      throw error instanceof Missing ? noTileset(source, error.message) : error
    })
    report.taken.files = files.count
    const { root } = await readEntry(join(folder, entry.path), source)
    const name = (options.name ?? stem(source.name)).slice(0, 100)
    yield [
      { kind: 'tileset', found: { tileset: { id, name, file: `tilesets/${id}/${entry.path}` }, ...middleOf(root) } },
    ]
  },
}

export function tilesetIdOf({ name, kind }: Source, { id }: Options): string {
  // Every tileset's entry has the same name, its folder has its own.
  return id ?? slugOf(kind === 'file' ? stem(name) : name)?.replace(/^tileset$/, 'tiles') ?? 'tiles'
}

async function openStore({ source, signal }: Work): Promise<{ store: Store; entry: Target }> {
  if (source.kind === 'address') {
    const url = await settleAddress(source.url, signal).catch((error: Error) => {
      throw noTileset(source, String(error.cause ?? error.message))
    })
    const path = decodeURIComponent(url.pathname.split('/').at(-1) ?? '')
    return { store: serverStore(url), entry: { path, query: url.search } }
  }
  if (source.kind === 'file' && !/\.json$/i.test(source.path)) throw noTileset(source, '.json')
  if (source.kind === 'file')
    return { store: folderStore(dirname(source.path)), entry: { path: basename(source.path), query: '' } }
  const found = await stat(join(source.path, 'tileset.json')).catch(() => undefined)
  if (!found?.isFile()) throw noTileset(source, 'tileset.json')
  return { store: folderStore(source.path), entry: { path: 'tileset.json', query: '' } }
}

async function readEntry(file: string, source: Source): Promise<Record<string, unknown>> {
  try {
    const json: unknown = JSON.parse(await readFile(file, 'utf8'))
    if (isRecord(json) && isRecord(json.root)) return json
  } catch {
    // What is no JSON is no tileset.
  }
  throw noTileset(source, 'tileset.json')
}

function noTileset({ name }: Source, why: string): Refused {
  return new Refused('tileset.none', {
    zh: `${name} 中没有可用的瓦片集（${why}）`,
    en: `there is no usable tileset in ${name} (${why})`,
  })
}
