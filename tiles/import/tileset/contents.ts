import { type FileHandle, open } from 'node:fs/promises'
import { isRecord } from '../json/is-record.ts'
import { extension } from './tile.ts'

/** What a content refers to beside itself: models with textures, tiles within tiles. Undefined: it is broken. */
export async function outerFilesOf(file: string): Promise<string[] | undefined> {
  const handle = await open(file)
  try {
    const { size } = await handle.stat()
    return await referencesAt(handle, 0, size)
  } catch {
    return undefined
  } finally {
    await handle.close()
  }
}

const MOST_JSON = 256 * 1024 * 1024

async function referencesAt(handle: FileHandle, from: number, end: number): Promise<string[]> {
  const head = await bytesAt(handle, from, Math.min(32, end - from))
  const magic = head.toString('latin1', 0, 4)
  const number = (at: number) => head.readUInt32LE(at)
  if (magic === 'glTF') return glbReferences(handle, from)
  if (magic === 'b3dm') return referencesAt(handle, from + 28 + number(12) + number(16) + number(20) + number(24), end)
  if (magic === 'i3dm') {
    const model = from + 32 + number(12) + number(16) + number(20) + number(24)
    if (number(28) === 1) return referencesAt(handle, model, end)
    // The model is a file of its own, and the rest of the tile its name.
    const name = await bytesAt(handle, model, Math.min(from + number(8), end) - model)
    return [name.toString('utf8').replace(/[\0 ]+$/, '')]
  }
  if (magic === 'cmpt') {
    const found: string[] = []
    let at = from + 16
    for (let i = 0; i < number(12) && at + 12 <= end; i++) {
      const length = (await bytesAt(handle, at, 12)).readUInt32LE(8)
      if (length < 12 || at + length > end) throw new Error('a tile within the tile is cut off')
      found.push(...(await referencesAt(handle, at, at + length)))
      at += length
    }
    return found
  }
  return /^\s*\{/.test(magic) && end - from < MOST_JSON ? gltfReferences(await bytesAt(handle, from, end - from)) : []
}

async function glbReferences(handle: FileHandle, from: number): Promise<string[]> {
  const head = await bytesAt(handle, from, 20)
  const length = head.readUInt32LE(12)
  // Version 1 has its JSON there as well, and calls it 0.
  if (length > MOST_JSON) throw new Error('too long')
  return gltfReferences(await bytesAt(handle, from + 20, length))
}

function gltfReferences(bytes: Buffer): string[] {
  const json: unknown = JSON.parse(bytes.toString('utf8'))
  if (!isRecord(json)) return []
  const lists = [json.buffers, json.images].flatMap((list) =>
    Array.isArray(list) ? list : Object.values(isRecord(list) ? list : {}),
  )
  const schemas = ['EXT_structural_metadata', 'EXT_feature_metadata'].map((name) => extension(json, name)?.schemaUri)
  return [...lists.map((one) => (isRecord(one) ? one.uri : undefined)), ...schemas].filter(
    (uri) => typeof uri === 'string',
  )
}

async function bytesAt(handle: FileHandle, from: number, length: number): Promise<Buffer> {
  if (length < 0) throw new Error('cut off')
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, from)
  if (bytesRead < length) throw new Error('cut off')
  return buffer
}
