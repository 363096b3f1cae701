import { AnkanError, refuse } from '#shared/errors.ts'
import type { Clock } from '#shared/time.ts'
import type { User } from '#shared/world/users.ts'
import type { EventLog } from '../log/log.ts'
import type { VaultEntry } from '../log/storage.ts'
import { accountAttempts, addressAttempts, wideAccountAttempts } from './attempts.ts'
import { hashPassword, NOBODYS_HASH, verifyPassword } from './passwords.ts'
import { Queues } from './queues.ts'
import type { Vault } from './vault.ts'

/** Who may come in, checked by password. */
export class Accounts {
  private readonly log: EventLog
  private readonly vault: Vault
  private readonly clock: Clock
  private readonly byAccount
  private readonly byAddress
  private readonly byAccountAnywhere
  private readonly queues = new Queues()

  constructor(log: EventLog, vault: Vault, clock: Clock) {
    this.log = log
    this.vault = vault
    this.clock = clock
    this.byAccount = accountAttempts(clock)
    this.byAddress = addressAttempts(clock)
    this.byAccountAnywhere = wideAccountAttempts(clock)
  }

  /** Unknown account, wrong password, disabled or past its date: the same answer, after the same time. */
  verify(account: string, password: string, from: string): Promise<User> {
    // One at a time for an address and for an account: a burst of guesses must not slip through before it is counted.
    return this.queues.run(`from ${from}`, () =>
      this.queues.run(`account ${account}`, () => this.check(account, password, from)),
    )
  }

  private async check(account: string, password: string, from: string): Promise<User> {
    this.byAddress.refuseWhenBarred(from, 'access.too-many-attempts')
    // Closed to that address first: a mischief-maker elsewhere must not keep the commander out.
    const here = `${from} ${account}`
    if (this.byAccount.wait(here) > 0) this.byAddress.failed(from)
    this.byAccount.refuseWhenBarred(here, 'access.locked')
    this.byAccountAnywhere.refuseWhenBarred(account, 'access.locked')
    const hash = this.vault.get(passwordKey(account))
    const right = await verifyPassword(password, hash ?? NOBODYS_HASH)
    // What holds now, not what held before the slow hash: the account may have been changed meanwhile.
    const user = this.log.told.users.get(account)
    const same = hash === this.vault.get(passwordKey(account))
    if (
      !right ||
      !same ||
      !user ||
      user.disabled ||
      this.clock.now() >= (user.validUntil ?? Number.POSITIVE_INFINITY)
    ) {
      this.byAccount.failed(here)
      this.byAccountAnywhere.failed(account)
      this.byAddress.failed(from)
      refuse('access.wrong', {}, 'account or password is wrong')
    }
    this.byAccount.succeeded(here)
    this.byAccountAnywhere.succeeded(account)
    return user
  }

  /** The row that makes `password` the one of `account`. */
  static async entry(account: string, password: string): Promise<VaultEntry> {
    if (password.toLowerCase().includes(account))
      throw new AnkanError('password.weak', {}, 'the password holds the account name')
    if (new Set(password).size < 5) throw new AnkanError('password.weak', {}, 'the password repeats a few characters')
    return { key: passwordKey(account), value: await hashPassword(password) }
  }

  static noEntry(account: string): VaultEntry {
    return { key: passwordKey(account), value: null }
  }
}

function passwordKey(account: string): string {
  return `password:${account}`
}
