import type { EventLog } from '../log/log.ts'
import type { Storage, VaultEntry } from '../log/storage.ts'

/** Hashes and sessions, held in memory and on disk: never in the log, never in a frame. */
export class Vault {
  private readonly entries = new Map<string, string>()
  private readonly log: EventLog

  private constructor(log: EventLog) {
    this.log = log
  }

  static async open(storage: Storage, log: EventLog): Promise<Vault> {
    const vault = new Vault(log)
    for (const { key, value } of await storage.vault('')) vault.entries.set(key, value)
    return vault
  }

  get(key: string): string | undefined {
    return this.entries.get(key)
  }

  *under(prefix: string): Iterable<[key: string, value: string]> {
    for (const [key, value] of this.entries) if (key.startsWith(prefix)) yield [key, value]
  }

  /** In force once on disk. */
  async put(entries: VaultEntry[]): Promise<void> {
    await this.log.write({ vault: entries })
    this.adopt(entries)
  }

  /** For entries that were written together with events. */
  adopt(entries: VaultEntry[]): void {
    for (const { key, value } of entries)
      if (value === null) this.entries.delete(key)
      else this.entries.set(key, value)
  }
}
