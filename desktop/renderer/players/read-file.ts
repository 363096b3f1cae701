import type { Digest } from '#shared/bundle/bundle.ts'
import type { Bytes } from '#shared/bundle/entries.ts'
import { digestOf } from '#shared/bundle/seal.ts'

/** A file that somebody chose: read by stretches, never whole. */
export function bytesOf(file: Blob): Bytes {
  return {
    size: file.size,
    read: async (from, to) => new Uint8Array(await file.slice(from, to).arrayBuffer()),
  }
}

/** Where the browser has cryptography of its own, that is many times as fast. */
export const quickDigest: Digest = async (content) => {
  const { subtle } = globalThis.crypto ?? {}
  if (!subtle) return digestOf(content)
  const digest = new Uint8Array(await subtle.digest('SHA-256', content as Uint8Array<ArrayBuffer>))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Of a part of a file of unknown making: no more than a part can be. */
const LARGEST_UNPACKED = 512 * 1024 * 1024

export async function unpackPart<T>(content: Uint8Array): Promise<T> {
  const stream = new Blob([content as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new DecompressionStream('gzip'))
  let size = 0
  const counted = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, out) {
      size += chunk.length
      if (size > LARGEST_UNPACKED) throw new Error('larger than any part is')
      out.enqueue(chunk)
    },
  })
  return (await new Response(stream.pipeThrough(counted)).json()) as T
}
