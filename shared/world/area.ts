import type { Event, EventKind } from './event.ts'
import { type Row, Table } from './table.ts'

// biome-ignore lint/suspicious/noExplicitAny: handlers of every event live in one map; `on` types each of them
type Apply<R extends Row> = (table: Table<R>, event: Event<any>) => void

/** One subject of the world: its records, and how each event moves them. */
export interface Area<N extends string = string, R extends Row = Row> {
  name: N
  /** The permission without which its events and records are not sent; null: they never leave the server. */
  see: string | null
  /** Whoever may see it sees it wherever on duty: all of it, or as much as this leaves. Absent: at the own place alone. */
  everywhere?: Everywhere
  /** About looking at the community, not about the community: nothing that one looks for in the past. */
  aboutLooking?: true
  /** The lane of a timeline that what happens in it stands in, unless people did it; absent: that of all else. */
  lane?: AreaLane
  applies: ReadonlyMap<string, Apply<R>>
  kinds: readonly EventKind<unknown>[]
  table(): Table<R>
  on<D>(kind: EventKind<D>, apply: (table: Table<R>, event: Event<D>) => void): Area<N, R>
}

export type AreaLane = 'course' | 'devices' | 'automatic'

type Everywhere = true | ((told: object) => object)

export interface AreaOptions<R> {
  see: string | null
  everywhere?: Everywhere
  aboutLooking?: true
  lane?: AreaLane
  indexes?: Record<string, (row: R) => string>
}

/** Declares an area; `.on(event, apply)` adds what moves it. Apply has no clock, no randomness, no I/O. */
export function area<R extends Row>() {
  return <N extends string>(name: N, options: AreaOptions<R>): Area<N, R> => {
    const applies = new Map<string, Apply<R>>()
    const kinds: EventKind<unknown>[] = []
    const self: Area<N, R> = {
      name,
      see: options.see,
      ...(options.aboutLooking && { aboutLooking: true }),
      ...(options.lane && { lane: options.lane }),
      ...(options.everywhere && { everywhere: options.everywhere }),
      applies,
      kinds,
      table: () => new Table<R>(options.indexes),
      on(kind, apply) {
        if (applies.has(kind.type)) throw new Error(`area ${name} handles ${kind.type} twice`)
        applies.set(kind.type, apply)
        kinds.push(kind as EventKind<unknown>)
        return self
      },
    }
    return self
  }
}
