import type { FileAnswer } from '#shared/contract/call.ts'
import { refuse } from '#shared/errors.ts'

/** Whoever looks at the past waits for them as well. */
const MOST = 2

/** What is being taken away just now, and how far it is. */
export class Exports {
  private readonly running = new Map<string, number>()

  /** Begins a file; refused before its first byte when there is no way. */
  async begin(
    id: string,
    name: string,
    write: (told: (share: number) => void) => AsyncGenerator<Uint8Array>,
  ): Promise<FileAnswer> {
    if (this.running.size >= MOST || this.running.has(id))
      refuse('history.busy', { most: MOST }, 'other exports are under way')
    this.running.set(id, 0)
    const content = this.watched(id, write)
    try {
      const first = await content.next()
      return { name, content: from(first, content) }
    } catch (error) {
      this.running.delete(id)
      throw error
    }
  }

  private async *watched(
    id: string,
    write: (told: (share: number) => void) => AsyncGenerator<Uint8Array>,
  ): AsyncGenerator<Uint8Array> {
    try {
      yield* write((share) => this.running.set(id, share))
    } finally {
      this.running.delete(id)
    }
  }

  share(id: string): number | null {
    return this.running.get(id) ?? null
  }

  get count(): number {
    return this.running.size
  }
}

/** A generator of which the first piece was taken already. */
function from(first: IteratorResult<Uint8Array>, rest: AsyncGenerator<Uint8Array>): AsyncIterable<Uint8Array> {
  let given = false
  const iterator: AsyncIterator<Uint8Array> = {
    next: () => {
      if (given) return rest.next()
      given = true
      return Promise.resolve(first)
    },
    return: () => rest.return(undefined),
  }
  return { [Symbol.asyncIterator]: () => iterator }
}
