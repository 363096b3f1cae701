import { readdir, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { mediaType } from './media-types.ts'

export interface PageFile {
  file: string
  type: string
  size: number
  /** Changes with the content; lets a browser keep what it has. */
  tag: string
  /** The name holds a hash of the content: may be kept for ever. */
  immutable: boolean
}

/** By address, `/index.html`. */
export type PageFiles = ReadonlyMap<string, PageFile>

// Vite puts what it names by content there, `assets/index-B2t5mWrx.js`.
const hashed = /^\/assets\/.+-[\w-]{8}\.\w+$/

/**
 * The page bundle, listed once. What is asked for is looked up here and never becomes a path on the disk, so no
 * spelling of an address leads out of the folder. Links are left out: they could.
 */
export async function listPageFiles(root: string): Promise<PageFiles> {
  const found = new Map<string, PageFile>()
  const walk = async (folder: string, address: string): Promise<void> => {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      const file = join(folder, entry.name)
      const at = `${address}/${entry.name}`
      if (entry.isDirectory()) await walk(file, at)
      else if (entry.isFile()) {
        const { size, mtimeMs } = await stat(file)
        found.set(at, {
          file,
          type: mediaType(extname(entry.name)),
          size,
          tag: `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`,
          immutable: hashed.test(at),
        })
      }
    }
  }
  await walk(root, '').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
  })
  if (!found.has('/index.html')) throw new Error(`no page in ${root}: build it with "npm run build"`)
  return found
}

/** `/` is the page itself; its screens are told apart after the `#`, so there is no other page. */
export function findPageFile(files: PageFiles, pathname: string): PageFile | undefined {
  try {
    return files.get(pathname === '/' ? '/index.html' : decodeURIComponent(pathname))
  } catch {
    return undefined // not a well-formed address
  }
}

export function cachePolicy(file: PageFile): string {
  return file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache'
}
