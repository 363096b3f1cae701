import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import {
  ALL_RECORDINGS_BYTES,
  MOST_RECORDINGS,
  type Recording,
  type RecordingPlan,
} from '#shared/contract/recordings.ts'
import { refuse } from '#shared/errors.ts'
import type { Clock } from '#shared/time.ts'
import { MINUTE } from '#shared/time.ts'
import type { Actor } from '#shared/world/event.ts'
import type { EventLog } from '../../log/log.ts'
import type { FromExaminer } from './examine.ts'
import { examineFile } from './examiner.ts'
import { Shelf, type Shelved } from './shelf.ts'

/** Whoever sends no further piece for so long has gone away. */
const ARRIVES_WITHIN_MS = 5 * MINUTE
/** Each takes a thread and, while it puts things in order, the memory for all readings of a file. */
const MOST_READ_AT_ONCE = 2

interface Deps {
  data: string
  log: EventLog
  clock: Clock
  sparing: () => boolean
  report: (text: string) => void
}

/** The recordings there are: announced, brought piece by piece, read, and thrown away. */
export class Recordings {
  readonly shelf: Shelf
  private readonly deps: Deps
  private readonly known = new Map<string, Shelved>()
  private readonly arriving = new Map<string, { come: number; heardAt: number; busy: boolean }>()
  private readonly reading = new Map<string, ReturnType<typeof examineFile>>()
  private readonly waiting: string[] = []
  private closed = false

  private constructor(deps: Deps) {
    this.deps = deps
    this.shelf = new Shelf(deps.data)
  }

  static async open(deps: Deps): Promise<Recordings> {
    const all = new Recordings(deps)
    for (const known of await all.shelf.all()) {
      all.known.set(known.recording, known)
      if (known.phase === 'keeping') Object.assign(known, { phase: 'ready', broke: 'recording.not-ready' })
      if (known.phase === 'reading') all.read(known)
    }
    return all
  }

  all(): readonly Shelved[] {
    return [...this.known.values()]
  }

  get(recording: string): Shelved {
    return this.known.get(recording) ?? refuse('recording.unknown', { recording }, 'no such recording')
  }

  begin(name: string, bytes: number, by: Actor): string {
    this.forgetAbandoned()
    if (this.deps.sparing()) refuse('storage.full', {}, 'no space for recordings')
    const total = this.all().reduce((sum, one) => sum + one.bytes, bytes)
    if (this.known.size >= MOST_RECORDINGS || total > ALL_RECORDINGS_BYTES)
      refuse('recording.too-many', { most: MOST_RECORDINGS }, 'delete a recording first')
    const recording = randomUUID()
    const at = this.deps.clock.now()
    this.known.set(recording, {
      recording,
      name,
      bytes,
      at,
      by,
      phase: 'arriving',
      done: 0,
      of: bytes,
      first: [],
      series: [],
    })
    this.arriving.set(recording, { come: 0, heardAt: this.deps.clock.monotonic(), busy: false })
    return recording
  }

  /** Pieces come in their order; the last one has the file read. */
  async append(recording: string, from: number, part: Buffer, by: Actor): Promise<number> {
    const known = this.get(recording)
    const arriving = this.arriving.get(recording)
    if (!arriving || known.by.id !== by.id) return refuse('recording.not-ready', {}, 'it does not wait for a piece')
    if (arriving.busy || from !== arriving.come || from + part.length > known.bytes)
      return refuse('recording.pointless', { come: arriving.come }, 'not the piece that comes next')
    arriving.busy = true
    try {
      await this.shelf.append(recording, from, part)
    } catch (error) {
      await this.forget(recording)
      throw error
    }
    arriving.busy = false
    arriving.come += part.length
    arriving.heardAt = this.deps.clock.monotonic()
    known.done = arriving.come
    if (arriving.come === known.bytes) {
      this.arriving.delete(recording)
      this.read(known)
    }
    return arriving.come
  }

  private forgetAbandoned(): void {
    const now = this.deps.clock.monotonic()
    for (const [recording, { heardAt }] of this.arriving)
      if (now - heardAt > ARRIVES_WITHIN_MS) void this.forget(recording)
  }

  check(recording: string, plan: RecordingPlan): void {
    const known = this.idle(recording)
    if (!existsSync(this.shelf.source(recording))) refuse('recording.gone', { recording }, 'its file is gone')
    known.plan = plan
    this.read(known, plan)
  }

  /** One that nobody is at just now. */
  idle(recording: string): Shelved {
    const known = this.get(recording)
    if (known.phase !== 'ready' && known.phase !== 'failed')
      refuse('recording.busy', { recording, phase: known.phase }, 'it is being read or kept')
    return known
  }

  /** One whose readings can be taken: they were found with devices that are still what they were. */
  ready(recording: string, leaveOut: boolean): Shelved {
    const known = this.idle(recording)
    const { found } = known
    if (known.phase !== 'ready' || !found) return refuse('recording.not-ready', { recording }, 'it was not understood')
    if (found.wrong > 0 && !leaveOut) refuse('recording.wrong-rows', { rows: found.wrong }, 'rows of it are wrong')
    if (!existsSync(this.shelf.readings(recording))) refuse('recording.gone', { recording }, 'its file is gone')
    for (const { device, kind } of found.devices) {
      if (this.deps.log.decided.archive.get(device)?.retired)
        refuse('device.retired', { device }, 'this device is retired')
      if (this.deps.log.decided.devices.get(device)?.kind !== kind)
        refuse('recording.outdated', { device }, 'a device of it is another one by now: have it checked again')
    }
    return known
  }

  private read(known: Shelved, plan?: RecordingPlan): void {
    const forgotten = { broke: undefined, fault: undefined, found: undefined, stood: undefined, kept: undefined }
    Object.assign(known, forgotten, { phase: 'reading', done: 0, of: 0, series: [], ...(plan ? { plan } : {}) })
    void this.save(known)
    if (this.reading.size >= MOST_READ_AT_ONCE) this.waiting.push(known.recording)
    else this.examine(known)
  }

  private examine(known: Shelved): void {
    const { log, clock } = this.deps
    const { plan } = known
    const told = log.told
    let outcome: Partial<Shelved> = { phase: 'failed', fault: 'unreadable' }
    const work = examineFile(
      {
        file: this.shelf.source(known.recording),
        into: this.shelf.readings(known.recording),
        ...(plan?.time && plan.device && plan.heads !== undefined ? { plan: plan as RecordingPlan } : {}),
        devices: new Map([...told.devices.values()].map(({ device, kind }) => [device, kind])),
        retired: new Set([...told.archive.values()].filter(({ retired }) => retired).map(({ device }) => device)),
        now: clock.now(),
      },
      (said) => {
        outcome = hear(known, said) ?? outcome
      },
    )
    this.reading.set(known.recording, work)
    void work.over.then(async () => {
      this.reading.delete(known.recording)
      if (this.closed) return
      // Only now: whoever wants it read anew must not meet the thread that ends.
      Object.assign(known, outcome)
      const next = this.known.get(this.waiting.shift() ?? '')
      if (next) this.examine(next)
      await this.save(known)
    })
  }

  async save(known: Shelved): Promise<void> {
    if (this.known.get(known.recording) !== known || known.phase === 'arriving') return
    await this.shelf.write(known).catch((error: Error) => this.deps.report(`recording ${known.name}: ${error.message}`))
  }

  async forget(recording: string): Promise<void> {
    this.known.delete(recording)
    this.arriving.delete(recording)
    this.reading.get(recording)?.end()
    const index = this.waiting.indexOf(recording)
    if (index >= 0) this.waiting.splice(index, 1)
    await this.shelf.remove(recording)
  }

  async close(): Promise<void> {
    this.closed = true
    for (const { end } of this.reading.values()) end()
    await Promise.all([...this.reading.values()].map(({ over }) => over))
  }
}

/** What came of it, once that is known. */
function hear(known: Shelved, said: FromExaminer): Partial<Shelved> | undefined {
  if ('fault' in said) return { phase: 'failed', fault: said.fault }
  if ('found' in said) {
    const { found, series } = said
    const whole = { found, series, done: found.rows, of: found.rows }
    return found.readings > 0 ? { ...whole, phase: 'ready' } : { ...whole, phase: 'failed', fault: 'no-readings' }
  }
  if ('done' in said) known.done = said.done
  else Object.assign(known, said)
  return undefined
}

/** As screens are told of it. */
export function toldOf({ series: _, ...recording }: Shelved): Recording {
  return recording
}
