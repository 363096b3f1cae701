import { mkdir, open, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline, Readable } from 'node:stream'
import { setTimeout } from 'node:timers/promises'
import { createGunzip } from 'node:zlib'
import { Refused } from '../refused.ts'
import type { Target } from './reference.ts'
import { Missing, type Store } from './store.ts'

const ATTEMPTS = 4

/** Brings single files of a tileset into a folder, and keeps count. */
export class Files {
  readonly #store: Store
  readonly #folder: string
  readonly #patience: number
  readonly #mostBytes: number
  count = 0
  bytes = 0

  constructor(store: Store, folder: string, { patience = 500, mostBytes = Number.POSITIVE_INFINITY }) {
    this.#store = store
    this.#folder = folder
    this.#patience = patience
    this.#mostBytes = mostBytes
  }

  /** Returns where the file is now. */
  async bring(target: Target, signal: AbortSignal): Promise<string> {
    const file = join(this.#folder, target.path)
    await mkdir(dirname(file), { recursive: true })
    for (let attempt = 1; ; attempt++) {
      try {
        await this.#copy(target, file, signal)
        this.count++
        return file
      } catch (error) {
        signal.throwIfAborted()
        if (isSpoiled(error)) {
          // What could be unpacked of it would be taken for the whole.
          await rm(file, { force: true })
          throw new Missing(error.message, 'content.broken')
        }
        if (!this.#store.again(error)) throw error
        if (attempt === ATTEMPTS) throw new Missing((error as Error).message)
        await setTimeout(this.#patience * 2 ** (attempt - 1), undefined, { signal })
      }
    }
  }

  async #copy(target: Target, file: string, signal: AbortSignal): Promise<void> {
    const bytes = await this.#store.open(target, signal)
    const output = await open(file, 'w')
    let size = 0
    try {
      for await (const chunk of unpacked(bytes)) {
        size += chunk.length
        if (this.bytes + size > this.#mostBytes) throw this.#tooLarge()
        await output.write(chunk)
      }
    } finally {
      await output.close()
    }
    this.bytes += size
  }

  #tooLarge(): Refused {
    const most = Math.round(this.#mostBytes / 1e7) / 100
    return new Refused('tileset.large', {
      zh: `瓦片集超过 ${most} GB，可用 --max-gb 放宽`,
      en: `the tileset is larger than ${most} GB: allow more with --max-gb`,
    })
  }
}

/** Some programs leave packed tiles on the disk, which no scene reads. */
async function* unpacked(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const iterator = bytes[Symbol.asyncIterator]()
  const first = await iterator.next()
  if (first.done) return
  async function* all(): AsyncGenerator<Uint8Array> {
    yield first.value as Uint8Array
    yield* { [Symbol.asyncIterator]: () => iterator }
  }
  const isPacked = first.value[0] === 0x1f && first.value[1] === 0x8b
  // Whatever ends the source ends the unpacking: a pipe alone would wait for it forever.
  yield* isPacked ? pipeline(Readable.from(all()), createGunzip(), () => undefined) : all()
}

/** Packed bytes that are wrong or end in the middle, as zlib tells them from all other troubles. */
function isSpoiled(error: unknown): error is Error {
  const { code } = error as NodeJS.ErrnoException
  return code === 'Z_DATA_ERROR' || code === 'Z_BUF_ERROR'
}
