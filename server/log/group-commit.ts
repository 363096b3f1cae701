import { type Batch, emptyBatch } from './storage.ts'

interface Group {
  batch: Batch
  promise: Promise<void>
  resolve(): void
  reject(error: unknown): void
}

/**
 * Gathers what comes while a commit is under way into the next one: one disk synchronisation for many
 * writers. All of a group share its fate and its promise.
 */
export class GroupCommit {
  private open: Group | undefined
  private running = false
  private readonly write: (batch: Batch) => Promise<void>
  private readonly committed: (batch: Batch) => unknown
  private readonly failed: (error: unknown) => void

  constructor(
    write: (batch: Batch) => Promise<void>,
    hooks: { committed(batch: Batch): unknown; failed(error: unknown): void },
  ) {
    this.write = write
    this.committed = hooks.committed
    this.failed = hooks.failed
  }

  /** Lets `fill` put its rows into the open group; resolves when they are on disk. */
  add(fill: (batch: Batch) => void): Promise<void> {
    this.open ??= newGroup()
    const group = this.open
    fill(group.batch)
    // A moment's wait lets everything that arrived with the same reads join the group.
    if (!this.running) {
      this.running = true
      setImmediate(() => this.flush())
    }
    return group.promise
  }

  private async flush(): Promise<void> {
    while (this.open) {
      const group = this.open
      this.open = undefined
      try {
        await this.write(group.batch)
      } catch (error) {
        // What queued up behind was decided on a world that never came to be: it falls with the group.
        const behind = this.takeOpen()
        this.failed(error)
        group.reject(error)
        behind?.reject(error)
        continue
      }
      await this.committed(group.batch)
      group.resolve()
    }
    this.running = false
  }

  private takeOpen(): Group | undefined {
    const group = this.open
    this.open = undefined
    return group
  }

  /** Resolves when nothing is left to write. */
  async idle(): Promise<void> {
    while (this.running) await (this.open?.promise.catch(() => {}) ?? new Promise((resolve) => setImmediate(resolve)))
  }
}

function newGroup(): Group {
  let resolve = () => {}
  let reject: (error: unknown) => void = () => {}
  const promise = new Promise<void>((yes, no) => {
    resolve = yes
    reject = no
  })
  // Whoever added a row hears of the failure through its own await; a group alone must not crash the process.
  promise.catch(() => {})
  return { batch: emptyBatch(), promise, resolve, reject }
}
