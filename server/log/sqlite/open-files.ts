import type { Knex } from 'knex'
import { openSqlite } from './open.ts'

interface Held {
  db: Knex
  users: number
}

/** Files held open for reading. Beyond so many the one unused for longest is closed, never one that is being read. */
export class OpenFiles {
  private readonly most: number
  private readonly held = new Map<string, Held>()

  constructor(most: number) {
    this.most = most
  }

  async use<T>(file: string, work: (db: Knex) => Promise<T>): Promise<T> {
    const one = this.held.get(file) ?? { db: openSqlite(file, 'read', 2), users: 0 }
    // Taken out and put back it is the newest.
    this.held.delete(file)
    this.held.set(file, one)
    one.users++
    try {
      return await work(one.db)
    } finally {
      one.users--
      this.shrink()
    }
  }

  private shrink(): void {
    for (const [file, { users }] of this.held) {
      if (this.held.size <= this.most) return
      if (users === 0) void this.close(file)
    }
  }

  async close(file: string): Promise<void> {
    const one = this.held.get(file)
    this.held.delete(file)
    await one?.db.destroy()
  }

  async closeAll(): Promise<void> {
    for (const file of [...this.held.keys()]) await this.close(file)
  }
}
