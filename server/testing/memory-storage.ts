import type { Event } from '#shared/world/event.ts'
import type { WorldSnapshot } from '#shared/world/world.ts'
import type { Batch, Storage } from '../log/storage.ts'

/** As much of a storage as the log alone needs, whose writes fail when the test says so. */
export class MemoryStorage {
  readonly id = 'memory'
  readonly batches: Batch[] = []
  readonly stored: { stream: string; event: Event }[] = []
  readonly snapshots: WorldSnapshot[] = []
  failing: Error | null = null
  /** Waited for before a commit ends. */
  gate: Promise<void> = Promise.resolve()

  async commit(batch: Batch): Promise<void> {
    await this.gate
    if (this.failing) throw this.failing
    this.batches.push(batch)
    this.stored.push(...batch.events)
  }

  async events(stream: string, { after = 0, limit }: { after?: number; limit: number }): Promise<Event[]> {
    const found = this.stored.filter((one) => one.stream === stream && one.event.seq > after)
    return structuredClone(found.slice(0, limit).map(({ event }) => event))
  }

  async saveSnapshot(_: string, snapshot: WorldSnapshot): Promise<void> {
    this.snapshots.push(structuredClone(snapshot))
  }

  async latestSnapshot(): Promise<WorldSnapshot | undefined> {
    return structuredClone(this.snapshots.at(-1))
  }

  get asStorage(): Storage {
    return this as unknown as Storage
  }
}
