import type { Frame, FullState, HealthState, Pointing, UnkeptNotice } from '#shared/contract/wire.ts'
import type { Refusal } from '#shared/errors.ts'

/** Where a player stands in time. The band around the screen shows it, always. */
export type PlayerState =
  | { phase: 'connecting' }
  | { phase: 'catching-up' }
  | { phase: 'live' }
  | { phase: 'lost'; since: number }
  | { phase: 'refused'; refusal: Refusal }

/** What a player fills. It cannot tell live from past, and needs not. */
export interface Stage {
  /** The log and number that the stage stands at; undefined: it is empty. */
  position(): { log: string; seq: number } | undefined
  start(log: string, state: FullState): void
  /** False: something before this frame is missing. */
  follow(frame: Frame): boolean
  unkept(notice: UnkeptNotice): void
}

export interface PlayerEvents {
  state(state: PlayerState): void
  /** Server time minus the clock of this machine. */
  clock(offset: number): void
  /** Somebody points in a shared replay. */
  pointing(pointing: Pointing): void
  health(health: { state: HealthState; reason?: string }): void
}

/** A source of moments: live, history or drill. */
export interface Player {
  play(stage: Stage, events: PlayerEvents): void
  close(): void
}
