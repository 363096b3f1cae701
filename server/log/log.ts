import { setImmediate as breathe } from 'node:timers/promises'
import { AnkanError, toAnkanError } from '#shared/errors.ts'
import type { Clock } from '#shared/time.ts'
import type { Actor, Draft, Event } from '#shared/world/event.ts'
import { areaOf, World } from '#shared/world/world.ts'
import { GroupCommit } from './group-commit.ts'
import {
  type AuditRow,
  type Batch,
  type DeadLetterRow,
  emptyBatch,
  type Reading,
  type Storage,
  type VaultEntry,
} from './storage.ts'

export interface Committed {
  /** When it was written, as the record says it. */
  at: number
  events: Event[]
  readings: Reading[]
}

/** Rows that are to be written together with the events of one decision, or alone. */
export interface Along {
  audit?: AuditRow
  vault?: VaultEntry[]
}

const SNAPSHOT_EVERY = 10_000
const FOLD_CHUNK = 10_000
const TOLD_AT_ONCE = 1000
const APPLIED_AT_ONCE = 1000

/**
 * One stream of events and the world folded from it, twice: `decided` runs ahead of the disk, so that of two
 * decisions in one group the second sees the first; `told` is what is on disk, and all that anyone is told.
 */
export class EventLog {
  readonly stream: string
  decided: World
  told: World
  /** Why nothing can be written at present; null: all is well. */
  fault: AnkanError | null = null
  private readonly storage: Storage
  private readonly clock: Clock
  private readonly group: GroupCommit
  private readonly listeners = new Set<(committed: Committed) => void>()
  private readonly faultListeners = new Set<(fault: AnkanError | null) => void>()
  private snapshotSeq: number
  private lastCommit = 0
  /** While many events of one decision are being applied: the next decision waits for it. */
  private applying: Promise<void> | undefined
  private probing: Promise<boolean> | undefined

  private constructor(storage: Storage, clock: Clock, stream: string, world: World, snapshotSeq: number) {
    this.storage = storage
    this.clock = clock
    this.stream = stream
    this.told = world
    this.decided = World.from(world.snapshot())
    this.snapshotSeq = snapshotSeq
    this.group = new GroupCommit((batch) => storage.commit(this.dated(batch)), {
      committed: (batch) => this.onCommit(batch, this.lastCommit),
      failed: (error) => this.onFailure(toAnkanError(error)),
    })
  }

  private dated(batch: Batch): Batch {
    this.lastCommit = Math.max(this.clock.now(), this.decided.at, this.lastCommit)
    return { ...batch, at: this.lastCommit }
  }

  /** Folds the stream: the newest snapshot, then what came after it. */
  static async open(storage: Storage, clock: Clock, stream = 'live'): Promise<EventLog> {
    const snapshot = await storage.latestSnapshot(stream)
    const world = snapshot ? World.from(snapshot) : new World()
    for (;;) {
      const events = await storage.events(stream, { after: world.seq, limit: FOLD_CHUNK })
      for (const event of events) {
        if (event.seq !== world.seq + 1)
          throw new AnkanError(
            'storage.damaged',
            { stream, after: world.seq },
            `the log misses event ${world.seq + 1} of stream ${stream}`,
          )
        world.apply(event)
      }
      if (events.length < FOLD_CHUNK) break
    }
    return new EventLog(storage, clock, stream, world, snapshot?.seq ?? 0)
  }

  /** Decides on the newest world, at once; resolves with the events when they are on disk. */
  async append(decide: (world: World) => Draft[], by: Actor, along: Along = {}): Promise<Event[]> {
    while (this.applying) await this.applying
    this.refuseWhenFaulty()
    const events = this.number(decide(this.decided), by)
    await this.group.add((batch) => {
      for (const event of events) batch.events.push({ stream: this.stream, event })
      if (along.audit) batch.audit.push(along.audit)
      if (along.vault) batch.vault.push(...along.vault)
    })
    return events
  }

  /**
   * Tens of thousands of events of one decision, whose drafts were held against their schemas before. They are applied
   * piece by piece: other decisions wait for the last one, all else goes on.
   */
  async appendMany(decide: (world: World) => Draft[], by: Actor): Promise<void> {
    while (this.applying) await this.applying
    this.refuseWhenFaulty()
    const world = this.decided
    const drafts = decide(world)
    const events: Event[] = []
    let end = () => {}
    this.applying = new Promise<void>((resolve) => {
      end = resolve
    })
    try {
      for (let i = 0; i < drafts.length; i += APPLIED_AT_ONCE) {
        if (i > 0) await breathe()
        // A commit before this one failed meanwhile: what was decided on never came to be.
        if (this.decided !== world)
          throw this.fault ?? new AnkanError('storage.read-only', {}, 'a commit failed meanwhile')
        for (const event of this.number(drafts.slice(i, i + APPLIED_AT_ONCE), by, true)) events.push(event)
      }
    } finally {
      this.applying = undefined
      end()
    }
    await this.group.add((batch) => {
      for (const event of events) batch.events.push({ stream: this.stream, event })
    })
  }

  /** Checks all drafts before the first is applied: a decision happens whole or not at all. */
  private number(drafts: Draft[], by: Actor, checked = false): Event[] {
    for (const draft of checked ? [] : drafts) {
      const kind = areaOf(draft.type)?.kinds.find((known) => known.type === draft.type)
      if (!kind?.data.safeParse(draft.data).success)
        throw new AnkanError('event.unknown', { type: draft.type }, `not an event: ${draft.type}`)
    }
    return drafts.map(({ type, place, data }) => {
      const at = Math.max(this.clock.now(), this.decided.at, this.lastCommit)
      const event: Event = { seq: this.decided.seq + 1, at, type, place, by, data }
      this.decided.apply(event)
      return event
    })
  }

  /** Readings, and the events that they caused, in one group. */
  record(readings: Reading[], decide: (world: World) => Draft[], by: Actor): Promise<void> {
    if (this.applying) return this.applying.then(() => this.record(readings, decide, by))
    this.refuseWhenFaulty()
    const events = this.number(decide(this.decided), by)
    return this.group.add((batch) => {
      for (const reading of readings) batch.readings.push(reading)
      for (const event of events) batch.events.push({ stream: this.stream, event })
    })
  }

  async write(rows: { audit?: AuditRow; vault?: VaultEntry[]; deadLetter?: DeadLetterRow }): Promise<void> {
    this.refuseWhenFaulty()
    await this.group.add((batch) => {
      if (rows.audit) batch.audit.push(rows.audit)
      if (rows.vault) batch.vault.push(...rows.vault)
      if (rows.deadLetter) batch.deadLetters.push(rows.deadLetter)
    })
  }

  private refuseWhenFaulty(): void {
    if (this.fault) throw new AnkanError('storage.read-only', { because: this.fault.code }, this.fault.message)
  }

  /** What a spreadsheet brings is told piece by piece, in order: nobody is held up for long. */
  private async onCommit({ events, readings }: Batch, at: number): Promise<void> {
    this.tell(at, events.slice(0, TOLD_AT_ONCE), readings)
    for (let i = TOLD_AT_ONCE; i < events.length; i += TOLD_AT_ONCE) {
      await breathe()
      this.tell(at, events.slice(i, i + TOLD_AT_ONCE), [])
    }
    if (this.told.seq - this.snapshotSeq >= SNAPSHOT_EVERY) void this.saveSnapshot().catch(() => {})
  }

  private tell(at: number, committed: Batch['events'], readings: Reading[]): void {
    const events: Event[] = []
    for (const { event } of committed) {
      this.told.apply(event)
      events.push(event)
    }
    for (const listener of this.listeners) listener({ at, events, readings })
  }

  private onFailure(error: AnkanError): void {
    this.decided = World.from(this.told.snapshot())
    this.fault = error
    for (const listener of this.faultListeners) listener(error)
  }

  /** Tries whether writing works again; all who ask meanwhile get the one answer. */
  probe(): Promise<boolean> {
    this.probing ??= this.tryWriting().finally(() => {
      this.probing = undefined
    })
    return this.probing
  }

  private async tryWriting(): Promise<boolean> {
    if (!this.fault) return true
    try {
      await this.group.idle()
      await this.storage.commit({ ...emptyBatch(), vault: [{ key: 'probe', value: String(this.clock.now()) }] })
    } catch (error) {
      this.fault = toAnkanError(error)
      return false
    }
    this.fault = null
    for (const listener of this.faultListeners) listener(null)
    return true
  }

  async saveSnapshot(): Promise<void> {
    if (this.told.seq === this.snapshotSeq || this.fault) return
    const before = this.snapshotSeq
    this.snapshotSeq = this.told.seq
    try {
      await this.storage.saveSnapshot(this.stream, this.told.snapshot())
    } catch (error) {
      this.snapshotSeq = before
      throw error
    }
  }

  onCommitted(listener: (committed: Committed) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  onFault(listener: (fault: AnkanError | null) => void): () => void {
    this.faultListeners.add(listener)
    return () => this.faultListeners.delete(listener)
  }

  async close(): Promise<void> {
    await this.group.idle()
    await this.saveSnapshot().catch(() => {})
    this.listeners.clear()
  }
}
