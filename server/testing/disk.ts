import type { Storage } from '../log/storage.ts'

/** A disk in the hands of a test: its commits wait, or fail, as long as the test wants. */
export class TestDisk {
  failing: Error | null = null
  private holding = false
  private waiting: (() => void)[] = []

  /** Commits that have begun and wait. */
  get held(): number {
    return this.waiting.length
  }

  hold(): void {
    this.holding = true
  }

  release(): void {
    this.holding = false
    for (const go of this.waiting.splice(0)) go()
  }

  readonly wrap = (storage: Storage): Storage =>
    new Proxy(storage, {
      get: (target, name) => {
        const value = Reflect.get(target, name, target)
        if (name === 'commit') return (batch: Parameters<Storage['commit']>[0]) => this.commit(target, batch)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })

  private async commit(storage: Storage, batch: Parameters<Storage['commit']>[0]): Promise<void> {
    if (this.holding) await new Promise<void>((go) => this.waiting.push(go))
    if (this.failing) throw this.failing
    return storage.commit(batch)
  }
}
