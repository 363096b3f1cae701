import type { SignedIn } from '#shared/contract/session.ts'
import { screenOf } from './screen.ts'

const KEY = 'ankan.session'

export interface OwnSession {
  token: string
  user: SignedIn
}

/**
 * Kept for this window alone: a reload stays signed in, a closed window does not. What comes up at the address of a wall
 * is kept on the machine: after a power cut nobody is there to sign in.
 */
export function loadSession(): OwnSession | undefined {
  return read(() => sessionStorage) ?? (isWall() ? read(() => localStorage) : undefined)
}

export function keepSession(session: OwnSession | undefined): void {
  sessionStorage.removeItem(KEY)
  if (isWall()) localStorage.removeItem(KEY)
  if (session === undefined) return
  // Only an account that may do nothing but look.
  const storage = isWall() && session.user.role === 'viewer' ? localStorage : sessionStorage
  storage.setItem(KEY, JSON.stringify(session))
}

function isWall(): boolean {
  return screenOf(location.search) === 'big'
}

function read(storage: () => Storage): OwnSession | undefined {
  try {
    return JSON.parse(storage().getItem(KEY) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}
