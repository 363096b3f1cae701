import { setImmediate as breathe } from 'node:timers/promises'
import { type ImportState, MOST_PROBLEMS, type RowProblem } from '#shared/contract/imports.ts'
import { refuse } from '#shared/errors.ts'
import { keeperPhonesSet } from '#shared/world/archive.ts'
import { type Device, deviceRegistered } from '#shared/world/devices.ts'
import type { Actor, Draft } from '#shared/world/event.ts'
import type { World } from '#shared/world/world.ts'
import type { EventLog } from '../../../log/log.ts'
import { change } from '../drafts.ts'
import type { KnownPlaces } from '../known-places.ts'
import { takenIds } from '../taken.ts'
import { holdAgainst, type Wished } from './against-world.ts'
import { type FromReader, readSheetFile } from './reader.ts'
import type { SheetRow } from './rows.ts'

interface Deps {
  log: EventLog
  places: KnownPlaces
  by: Actor
  duty: string
  name: string
  id: string
  root: string
}

/** Rows that are looked at before others have a turn. */
const SLICE = 200
const MOST_LINES = 500
const SOURCE = 'import'
const PHONES_AN_EVENT = 1000

/** One spreadsheet on its way in: read in another thread, held against the world in slices, written whole. */
export class SheetImport {
  readonly state: ImportState
  readonly duty: string
  private readonly deps: Deps
  private readonly rows: SheetRow[] = []
  private wished: Wished[] = []

  constructor(deps: Deps) {
    this.deps = deps
    this.duty = deps.duty
    const counts = { new: 0, changed: 0, unchanged: 0, wrong: 0 }
    this.state = {
      import: deps.id,
      file: deps.name,
      phase: 'reading',
      done: 0,
      of: 0,
      counts,
      problems: [],
      problemCount: 0,
      lines: [],
    }
  }

  async read(bytes: Uint8Array): Promise<void> {
    const problems: RowProblem[] = []
    await readSheetFile(bytes, (message) => this.hear(message, problems))
    if (this.state.fault) return
    try {
      await this.check(problems)
      this.state.phase = 'checked'
    } catch {
      this.fail('unreadable')
    }
  }

  private hear(message: FromReader, problems: RowProblem[]): void {
    if ('fault' in message) this.fail(message.fault)
    else if ('total' in message) this.state.of = message.total
    else if ('problems' in message) problems.push(...message.problems)
    else if ('rows' in message) this.rows.push(...message.rows)
  }

  private fail(fault: NonNullable<ImportState['fault']>): void {
    this.state.phase = 'failed'
    this.state.fault = fault
  }

  private async check(problems: RowProblem[]): Promise<void> {
    const { log, places, duty, name } = this.deps
    const rowOf = new Map<string, { row: number; id: string }>()
    for (const { row, given } of this.rows)
      if (typeof given.device === 'string' && !rowOf.has(given.device.toLowerCase()))
        rowOf.set(given.device.toLowerCase(), { row, id: given.device })
    const taken = takenIds(log.told)
    for (const [i, row] of this.rows.entries()) {
      if (i % SLICE === 0) await breathe()
      const place = typeof row.given.place === 'string' ? places.pathOf(row.given.place) : undefined
      if (place !== undefined && places.wantsRooms(place)) await places.readRoomsOf(place)
      const wish = holdAgainst(row, { world: log.told, places, duty, rowOf, taken }, problems)
      // Made ready here, a few at a time: when it is written, nobody is to wait.
      if (wish?.what === 'new')
        wish.draft = deviceRegistered(wish.entry.place, { ...wish.entry, source: SOURCE, file: name })
      if (wish) this.wished.push(wish)
      this.state.done = i + 1
    }
    this.rows.length = 0
    this.tell(problems)
  }

  private tell(problems: RowProblem[]): void {
    const { counts, lines } = this.state
    const wrong = new Set(problems.map(({ row }) => row))
    for (const { row, entry, was, what } of this.wished) {
      if (wrong.has(row)) continue
      counts[what]++
      if (what === 'unchanged' || lines.length >= MOST_LINES) continue
      const is = was && Object.fromEntries(Object.keys(was).map((field) => [field, entry[field as keyof typeof entry]]))
      lines.push({ row, device: entry.device, name: entry.name, what, ...(was ? { was, is } : {}) })
    }
    counts.wrong = wrong.size
    problems.sort((a, b) => a.row - b.row)
    this.state.problemCount = problems.length
    this.state.problems = problems.slice(0, MOST_PROBLEMS)
  }

  /** All of it or nothing: one decision, one transaction. */
  async write(): Promise<{ new: number; changed: number; unchanged: number }> {
    if (this.state.phase !== 'checked')
      refuse('import.busy', { phase: this.state.phase }, 'not checked yet, or written')
    if (this.state.problemCount > 0) refuse('import.wrong', { rows: this.state.counts.wrong }, 'rows of it are wrong')
    this.state.phase = 'writing'
    this.state.done = 0
    try {
      // Each entry was held against its schema in slices, for all at once would hold everybody up.
      await this.deps.log.appendMany((world) => this.decide(world), this.deps.by)
    } catch (error) {
      // Nothing of it was written: it can be tried again.
      this.state.phase = 'checked'
      throw error
    }
    this.state.phase = 'done'
    this.state.done = this.state.of
    this.wished = []
    const { wrong: _, ...done } = this.state.counts
    return done
  }

  private decide(world: World): Draft[] {
    const file = this.deps.name
    const own = new Set(this.wished.map(({ entry }) => entry.device))
    const taken = takenIds(world)
    const drafts: Draft[] = []
    const phones: { device: string; place: string; phone: string }[] = []
    for (const wish of this.wished) {
      const { entry, phone, before, what } = wish
      const now = world.devices.get(entry.device)
      if (!isAsSeen(now, before) || (!before && taken.has(entry.device.toLowerCase())))
        refuse('import.outdated', { device: entry.device }, 'somebody has changed devices of it meanwhile')
      if (entry.gateway !== undefined && !world.devices.has(entry.gateway) && !own.has(entry.gateway))
        refuse('import.outdated', { device: entry.device }, 'its gateway is gone')
      if (!now) drafts.push(wish.draft as Draft)
      else if (what === 'changed') for (const draft of change(world, now, entry, file)) drafts.push(draft)
      if (phone !== undefined && phone !== (world.archive.get(entry.device)?.phone ?? ''))
        phones.push({ device: entry.device, place: entry.place, phone })
    }
    for (let i = 0; i < phones.length; i += PHONES_AN_EVENT)
      drafts.push(keeperPhonesSet(this.deps.root, { phones: phones.slice(i, i + PHONES_AN_EVENT) }))
    return drafts
  }
}

/** Link and the like may have changed; what was looked at must not have. */
function isAsSeen(now: Device | undefined, before: Device | undefined): boolean {
  return now?.changedAt === before?.changedAt && now?.registeredAt === before?.registeredAt
}
