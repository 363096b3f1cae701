import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { Refused } from './refused.ts'

export type Source =
  | { kind: 'file'; path: string; name: string; size: number }
  | { kind: 'folder'; path: string; name: string }
  | { kind: 'address'; url: URL; name: string }

/** What a person named: a file, a folder, or the address of a server. */
export async function findSource(given: string): Promise<Source> {
  if (/^https?:\/\//i.test(given)) {
    if (!URL.canParse(given))
      throw new Refused('source.missing', { zh: `地址无效：${given}`, en: `no address: ${given}` })
    const url = new URL(given)
    const parts = url.pathname.split('/').filter((part) => part !== '' && !part.endsWith('.json'))
    return { kind: 'address', url, name: decode(parts.at(-1)) ?? url.hostname }
  }
  const found = await stat(given).catch(() => undefined)
  if (found?.isDirectory()) return { kind: 'folder', path: given, name: basename(given) }
  if (found?.isFile()) return { kind: 'file', path: given, name: nameOf(given), size: found.size }
  throw new Refused('source.missing', { zh: `找不到 ${given}`, en: `there is no file or folder ${given}` })
}

/** Every tileset's entry has the same name; its folder tells one from the other. */
function nameOf(path: string): string {
  const name = basename(path)
  return (/^tileset\.json$/i.test(name) && basename(dirname(resolve(path)))) || name
}

function decode(part: string | undefined): string | undefined {
  try {
    return part && decodeURIComponent(part)
  } catch {
    return part
  }
}

const CHUNK = 256 * 1024

export interface Reading {
  signal?: AbortSignal
  /** Told how many bytes of the file went by. */
  read?: (bytes: number) => void
  /** Told that a packed file ends in the middle; what could be unpacked counts. */
  cut?: () => void
}

/** The bytes of a file, unpacked and without the mark at the beginning. */
export async function* bytesOf(path: string, { signal, read, cut }: Reading = {}): AsyncGenerator<Buffer> {
  const file = createReadStream(path, { highWaterMark: CHUNK })
  const plain = (await isPacked(path)) ? unpack(file) : file
  let first = true
  try {
    for await (const chunk of plain as AsyncIterable<Buffer>) {
      signal?.throwIfAborted()
      read?.(file.bytesRead)
      const marked = first && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf
      first = false
      yield marked ? chunk.subarray(3) : chunk
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'Z_BUF_ERROR') throw error
    cut?.()
  } finally {
    file.destroy()
  }
}

function unpack(file: Readable): Readable {
  const gunzip = createGunzip({ chunkSize: CHUNK })
  file.on('error', (error) => gunzip.destroy(error))
  return file.pipe(gunzip)
}

async function isPacked(path: string): Promise<boolean> {
  const handle = await open(path)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0)
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b
  } finally {
    await handle.close()
  }
}
