import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { AnkanError } from '#shared/errors.ts'
import { type Clock, DAY, MINUTE } from '#shared/time.ts'
import type { User } from '#shared/world/users.ts'
import type { EventLog } from '../log/log.ts'
import type { Vault } from './vault.ts'

const Session = z.object({
  session: z.string(),
  account: z.string(),
  from: z.string(),
  startedAt: z.number(),
  seenAt: z.number(),
  endsAt: z.number(),
})
export type Session = z.infer<typeof Session>

/** Why a connection cannot go on as it is. */
export type Gone = 'ended' | 'expired' | 'changed'

/** A person signs in again at least once a week; a wall without idle limit once a year. */
const LONGEST = 7 * DAY
const LONGEST_UNATTENDED = 365 * DAY
/** Use is noted on disk this often, so that a restart does not sign anybody off early or late. */
const NOTE_EVERY = MINUTE

/** Open sessions. Only a digest of the token is kept; the token itself is with its owner alone. */
export class Sessions {
  private readonly vault: Vault
  private readonly log: EventLog
  private readonly clock: Clock
  private readonly open = new Map<string, Session>()
  private readonly noted = new Map<string, number>()
  private readonly unforgotten = new Set<string>()
  private readonly listeners = new Set<(session: string, why: Gone) => void>()

  constructor(vault: Vault, log: EventLog, clock: Clock) {
    this.vault = vault
    this.log = log
    this.clock = clock
    for (const [key, value] of vault.under('session:')) {
      const session = Session.safeParse(JSON.parse(value))
      if (session.success) this.open.set(key.slice('session:'.length), session.data)
    }
    log.onFault((fault) => {
      if (!fault) this.forget([]).catch(() => {})
    })
  }

  async start(user: User, from: string): Promise<{ token: string; session: Session }> {
    this.sweep()
    const own = this.list().filter((session) => session.account === user.account)
    if (own.length >= user.maxSessions)
      throw new AnkanError('access.too-many-sessions', { most: user.maxSessions }, 'too many sessions of this account')
    const token = randomBytes(32).toString('base64url')
    const id = idOf(token)
    const now = this.clock.now()
    const longest = user.idleMinutes === null ? LONGEST_UNATTENDED : LONGEST
    const endsAt = Math.min(now + longest, user.validUntil ?? Number.POSITIVE_INFINITY)
    const session = { session: id.slice(0, 16), account: user.account, from, startedAt: now, seenAt: now, endsAt }
    // Counted from now on, so that of two sign-ins at once both are; good for nobody until its token is told.
    this.open.set(id, session)
    try {
      // With a disk that takes nothing the session lives in memory: better than a commander at a locked door.
      if (!this.log.fault) await this.vault.put([{ key: `session:${id}`, value: JSON.stringify(session) }])
    } catch (error) {
      this.open.delete(id)
      throw error
    }
    return { token, session }
  }

  /** The session and user of a token, if both are still good; `touch` counts as use. */
  find(token: string, touch: boolean): { session: Session; user: User } | undefined {
    const id = idOf(token)
    const session = this.open.get(id)
    if (!session) return undefined
    const user = this.log.told.users.get(session.account)
    const now = this.clock.now()
    if (!user || user.disabled || now >= this.expiresAt(session)) {
      this.drop(id, 'expired')
      return undefined
    }
    if (touch) {
      session.seenAt = now
      if (now - (this.noted.get(id) ?? session.startedAt) >= NOTE_EVERY) {
        this.noted.set(id, now)
        this.vault.put([{ key: `session:${id}`, value: JSON.stringify(session) }]).catch(() => {})
      }
    }
    return { session, user }
  }

  expiresAt(session: Session): number {
    const user = this.log.told.users.get(session.account)
    const idleEnd = user?.idleMinutes == null ? session.endsAt : session.seenAt + user.idleMinutes * MINUTE
    return Math.min(session.endsAt, idleEnd, user?.validUntil ?? Number.POSITIVE_INFINITY)
  }

  list(): Session[] {
    return [...this.open.values()]
  }

  /** Ends the sessions that `which` picks; returns how many. */
  async end(which: (session: Session) => boolean): Promise<number> {
    const ids = [...this.open].filter(([, session]) => which(session)).map(([id]) => id)
    for (const id of ids) this.drop(id, 'ended')
    await this.forget(ids)
    return ids.length
  }

  /** Takes them off the disk; what cannot be taken now is taken when the disk is back, or it would return with a restart. */
  private async forget(ids: string[]): Promise<void> {
    for (const id of ids) this.unforgotten.add(id)
    if (this.unforgotten.size === 0 || this.log.fault) return
    const rows = [...this.unforgotten]
    await this.vault.put(rows.map((id) => ({ key: `session:${id}`, value: null })))
    for (const id of rows) this.unforgotten.delete(id)
  }

  /** Ends what has expired; called now and then, so that open sockets are closed too. */
  sweep(): void {
    const now = this.clock.now()
    for (const [id, session] of [...this.open]) if (now >= this.expiresAt(session)) this.drop(id, 'expired')
  }

  /** Role or area of duty may be others now: open connections are to sign on anew, with the same token. */
  userChanged(account: string): void {
    for (const session of this.open.values())
      if (session.account === account) for (const listener of this.listeners) listener(session.session, 'changed')
  }

  private drop(id: string, why: 'ended' | 'expired'): void {
    const session = this.open.get(id)
    if (!session) return
    this.open.delete(id)
    this.noted.delete(id)
    if (why === 'expired') this.forget([id]).catch(() => {})
    for (const listener of this.listeners) listener(session.session, why)
  }

  onGone(listener: (session: string, why: Gone) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }
}

function idOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
