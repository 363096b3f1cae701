import type { Shown } from '#shared/world/film.ts'
import type { Follower } from '#shared/world/follower.ts'
import type { StepTo } from '#shared/world/happenings.ts'
import type { Replay, Steering } from '#shared/world/replays.ts'

/** What a history player fills. */
export interface PastStage {
  lookAt(follower: Follower): void
  shown(shown: Shown): void
}

export interface PastState {
  /** The moment that is shown, or is to be. */
  at: number
  /** Of which moment the picture is; undefined: of none yet. */
  shownAt: number | undefined
  /** What was to be shown last and did not come. */
  missed: number | undefined
  /** seeking: another moment is being fetched; waiting: what comes next is; failed: neither came. */
  phase: 'seeking' | 'ready' | 'waiting' | 'failed'
  playing: boolean
  /** Times as fast as it was; below nought it runs backwards. */
  speed: number
  /** Goes on from the end at the beginning. */
  loop: readonly [from: number, to: number] | undefined
  /** Stretches in which nothing happened are passed over. */
  skipsQuiet: boolean
  /** What steps go to. */
  stepsTo: StepTo
  /** Counts the jumps, when they are shown: whoever shows a time by the clock shows it anew. */
  jumps: number
  /** Why it failed, as a code. */
  problem: string | undefined
  /** Several look together: whether this screen says where the playhead is; undefined: it looks alone. */
  together: 'leads' | 'follows' | undefined
  /** Before this nothing is on record; undefined: not known yet. */
  recordFrom: number | undefined
  /** A film is made of it: the playhead belongs to that. */
  lent: boolean
}

/** The playhead in other hands: nobody else moves it until it is given back. */
export interface Loan {
  /** Shows a moment, as play does: nothing that hangs on jumps is told. Throws when it cannot be shown, or the loan is over. */
  show(at: number): Promise<void>
  /** Back to where it was, and on from there if it played. */
  giveBack(): void
}

/** What was to be shown did not come; the code says why. */
export class LentError extends Error {
  readonly code: string

  constructor(code = 'internal') {
    super(code)
    this.code = code
  }
}

/** Somebody else has the playhead now: others that look together, or the present. */
export class LoanOver extends Error {}

/** A playhead that several screens share. */
export interface SharedHead {
  head: Replay['head']
  /** The time by which it runs: that of the server. */
  now(): number
  /** This screen leads: told of all that is done with the playhead. */
  steer: ((steering: Steering) => void) | undefined
}

export const SPEEDS = [0.1, 0.25, 0.5, 1, 2, 4, 8, 16, 30, 60] as const
