import { AnkanError } from '../errors.ts'
import { alarms } from './alarms.ts'
import { archive } from './archive.ts'
import type { Area } from './area.ts'
import { asides } from './asides.ts'
import { bookmarks } from './bookmarks.ts'
import { connectors } from './connectors.ts'
import { deliveries } from './deliveries.ts'
import { devices } from './devices.ts'
import type { Event } from './event.ts'
import { handOvers } from './hand-overs.ts'
import { layouts } from './layouts.ts'
import { linkageRuns } from './linkage-runs.ts'
import { linkageTells } from './linkage-tells.ts'
import { linkages } from './linkages.ts'
import { channels } from './notice-channels.ts'
import { routes } from './notice-routes.ts'
import { notices } from './notices.ts'
import { orders } from './orders.ts'
import { outlets } from './outlets.ts'
import { replays } from './replays.ts'
import { rules } from './rules.ts'
import { shifts } from './shifts.ts'
import type { Row, Table } from './table.ts'
import { users } from './users.ts'

/** Every area of the world. A new one is a file beside this one and its name here. */
export const areas = [
  devices,
  alarms,
  users,
  layouts,
  rules,
  orders,
  archive,
  connectors,
  asides,
  linkages,
  linkageRuns,
  linkageTells,
  channels,
  routes,
  shifts,
  notices,
  deliveries,
  outlets,
  handOvers,
  bookmarks,
  replays,
] as const

/** Raised whenever an apply changes its meaning: snapshots of another version are folded anew from the log. */
export const WORLD_VERSION = 1

type AreaOf<A> = A extends Area<infer N, infer R> ? { name: N; row: R } : never
type Entry = AreaOf<(typeof areas)[number]>
export type AreaName = Entry['name']
export type RowOf<N extends AreaName> = Extract<Entry, { name: N }>['row']
export type Tables = { readonly [N in AreaName]: Table<RowOf<N>> }

/** A record that an event changed; read its new value from the table (absent: it is gone). */
export interface Change {
  area: AreaName
  id: string
}

/** What a record was; undefined: there was none. */
export interface Before extends Change {
  row: Row | undefined
}

export interface WorldSnapshot {
  version: number
  seq: number
  at: number
  tables: Partial<Record<AreaName, [string, Row][]>>
}

type Handler = { area: AreaName; table: Table<Row>; apply: (table: Table<Row>, event: Event) => void }

const areaOfEvent = new Map<string, (typeof areas)[number]>()
for (const declared of areas) {
  for (const type of declared.applies.keys()) {
    const other = areaOfEvent.get(type)
    if (other) throw new Error(`event ${type} is declared by ${other.name} and ${declared.name}`)
    areaOfEvent.set(type, declared)
  }
}

export function areaOf(type: string): (typeof areas)[number] | undefined {
  return areaOfEvent.get(type)
}

/** The fold of the log: the same on the server, on a live screen, in a replay, in a drill, in a test. */
export class World {
  seq = 0
  at = 0
  readonly tables: Tables
  private readonly handlers = new Map<string, Handler>()

  constructor() {
    const tables: Record<string, Table<Row>> = {}
    for (const declared of areas) {
      const table = declared.table() as unknown as Table<Row>
      tables[declared.name] = table
      for (const [type, apply] of declared.applies)
        this.handlers.set(type, { area: declared.name, table, apply: apply as unknown as Handler['apply'] })
    }
    this.tables = tables as unknown as Tables
  }

  get devices(): Tables['devices'] {
    return this.tables.devices
  }

  get alarms(): Tables['alarms'] {
    return this.tables.alarms
  }

  get users(): Tables['users'] {
    return this.tables.users
  }

  get layouts(): Tables['layouts'] {
    return this.tables.layouts
  }

  get rules(): Tables['rules'] {
    return this.tables.rules
  }

  get connectors(): Tables['connectors'] {
    return this.tables.connectors
  }

  get orders(): Tables['orders'] {
    return this.tables.orders
  }

  get archive(): Tables['archive'] {
    return this.tables.archive
  }

  get asides(): Tables['asides'] {
    return this.tables.asides
  }

  get linkages(): Tables['linkages'] {
    return this.tables.linkages
  }

  get linkageRuns(): Tables['linkage-runs'] {
    return this.tables['linkage-runs']
  }

  get linkageTells(): Tables['linkage-tells'] {
    return this.tables['linkage-tells']
  }

  get channels(): Tables['channels'] {
    return this.tables.channels
  }

  get routes(): Tables['routes'] {
    return this.tables.routes
  }

  get shifts(): Tables['shifts'] {
    return this.tables.shifts
  }

  get notices(): Tables['notices'] {
    return this.tables.notices
  }

  get deliveries(): Tables['deliveries'] {
    return this.tables.deliveries
  }

  get outlets(): Tables['outlets'] {
    return this.tables.outlets
  }

  get handOvers(): Tables['handOvers'] {
    return this.tables.handOvers
  }

  get bookmarks(): Tables['bookmarks'] {
    return this.tables.bookmarks
  }

  get replays(): Tables['replays'] {
    return this.tables.replays
  }

  apply(event: Event): Change[] {
    const handler = this.handlers.get(event.type)
    if (!handler) throw new AnkanError('event.unknown', { type: event.type })
    handler.apply(handler.table, event)
    this.seq = event.seq
    this.at = event.at
    return handler.table.takeTouched().map((id) => ({ area: handler.area, id }))
  }

  /** Puts records back as they were: the newest word first. */
  putBack(rows: readonly Before[], seq: number, at: number): Change[] {
    const changes: Change[] = []
    for (let i = rows.length - 1; i >= 0; i--) {
      const { area, id, row } = rows[i] as Before
      const table = this.tables[area] as unknown as Table<Row>
      if (row) table.set(id, row)
      else table.delete(id)
      table.takeTouched()
      changes.push({ area, id })
    }
    this.seq = seq
    this.at = at
    return changes
  }

  /** Tells what every record was before it is written over. */
  onReplaced(told: ((before: Before) => void) | undefined): void {
    for (const { name } of areas) {
      const table = this.tables[name] as unknown as Table<Row>
      table.replaced = told && ((id, row) => told({ area: name, id, row }))
    }
  }

  /** All records, or as much of them as `seen` lets through. */
  snapshot(seen: (area: AreaName, row: Row) => Row | undefined = (_, row) => row): WorldSnapshot {
    const tables: WorldSnapshot['tables'] = {}
    for (const { name } of areas) {
      const rows: [string, Row][] = []
      for (const [id, known] of this.tables[name].entries()) {
        const row = seen(name, known)
        if (row) rows.push([id, row])
      }
      tables[name] = rows
    }
    return { version: WORLD_VERSION, seq: this.seq, at: this.at, tables }
  }

  static from(snapshot: WorldSnapshot): World {
    const world = new World()
    world.seq = snapshot.seq
    world.at = snapshot.at
    for (const { name } of areas) {
      const table = world.tables[name] as unknown as Table<Row>
      for (const [id, row] of snapshot.tables[name] ?? []) table.set(id, row)
      table.takeTouched()
    }
    return world
  }
}
