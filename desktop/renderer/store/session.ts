import type { SignedIn } from '#shared/contract/session.ts'

const KEY = 'ankan.session'

export interface OwnSession {
  token: string
  user: SignedIn
}

/** Kept for this window alone: a reload stays signed in, a closed window does not. */
export function loadSession(): OwnSession | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}

export function keepSession(session: OwnSession | undefined): void {
  if (session) sessionStorage.setItem(KEY, JSON.stringify(session))
  else sessionStorage.removeItem(KEY)
}
