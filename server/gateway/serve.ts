import type { Call } from '#shared/contract/call.ts'
import type { Role } from '#shared/contract/roles.ts'
import type { Actor, Draft } from '#shared/world/event.ts'
import type { World } from '#shared/world/world.ts'
import type { Session } from '../access/sessions.ts'

/** Who asks, and from where. */
export interface Asker {
  by: Actor
  role: Role
  /** The area of duty: nothing outside of it is shown or may be touched. */
  duty: string
  from: string
  session?: Session
}

export const NOBODY = { kind: 'user', id: 'nobody' } as const satisfies Actor

/** A call with what answers it. */
export type Served =
  | { call: Call; decide: (world: World, input: never, asker: Asker | Visitor) => Draft[] | Decided<unknown> }
  | { call: Call; answer: (input: never, asker: Asker | Visitor) => unknown }

/** Events, and what the asker is told when they are on disk. */
export interface Decided<O> {
  drafts: Draft[]
  output: O
}

/** Somebody who has not signed in: all that is known is the address. */
export interface Visitor {
  by: Actor
  role: null
  duty: string
  from: string
}

type AskerOf<C> = C extends { may: 'anyone' } ? Asker | Visitor : Asker

/** A command whose whole effect is events: decided on the newest world, answered when they are on disk. */
export function decide<I, O>(
  call: Call<I, O>,
  how: (world: World, input: I, asker: Asker) => Draft[] | Decided<O>,
): Served {
  return { call: call as Call, decide: how as never }
}

/** Anything else: a query, or a command with more to it than events. */
export function answer<I, O, C extends Call<I, O>>(
  call: C & Call<I, O>,
  how: (input: I, asker: AskerOf<C>) => O | Promise<O>,
): Served {
  return { call: call as Call, answer: how as never }
}
