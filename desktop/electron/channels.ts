import type { PageSettings } from '../launch/page-settings.ts'
import type { MachineSettings } from './machine-settings.ts'

/** Everything that passes between a page and the shell around it, once: name, arguments, result. */

/** What a page may ask of the shell. */
export interface Asks {
  'settings:read': () => PageSettings
  'window:toggle-fullscreen': () => boolean
  'app:versions': () => Versions
  /** One more window, on a display that has none. */
  'window:open': (screen: 'desk' | 'big') => void
  'machine:read': () => MachineState
  /** Kept, and the program starts anew with it. */
  'machine:save': (settings: MachineSettings) => Promise<void>
  'machine:open-settings': () => void
}

/** What the shell tells a page unasked. */
export interface Tells {
  'window:fullscreen-changed': (fullscreen: boolean) => void
  /** Somebody opened a recording while the program runs; its bytes are where the first one's were. */
  'recording:opened': (name: string) => void
}

export interface MachineState {
  settings: MachineSettings
  /** Whoever launched the program has said where the server is. */
  launched: boolean
  /** Why the program could not start with them. */
  problem?: string
}

export interface Versions {
  ankan: string
  electron: string
  chrome: string
}

export type Ask = keyof Asks
export type Tell = keyof Tells

// The preload lets through what is listed and nothing else; the types keep lists and map the same.
export const asks: Record<Ask, true> = {
  'settings:read': true,
  'window:toggle-fullscreen': true,
  'app:versions': true,
  'window:open': true,
  'machine:read': true,
  'machine:save': true,
  'machine:open-settings': true,
}
export const tells: Record<Tell, true> = { 'window:fullscreen-changed': true, 'recording:opened': true }

/** What a page finds at `window.ankan` inside Electron; in a browser there is none. */
export interface Shell {
  ask<Name extends Ask>(name: Name, ...args: Parameters<Asks[Name]>): Promise<Awaited<ReturnType<Asks[Name]>>>
  /** Returns how to stop listening. */
  on<Name extends Tell>(name: Name, listener: Tells[Name]): () => void
}
