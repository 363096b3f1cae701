import { roles } from '#shared/contract/roles.ts'
import {
  aboutCenter,
  changePassword,
  endAllSessions,
  endSession,
  listSessions,
  type SignedIn,
  setUp,
  signIn,
  signOut,
  whoAmI,
} from '#shared/contract/session.ts'
import { PROTOCOL_VERSION } from '#shared/contract/wire.ts'
import { refuse } from '#shared/errors.ts'
import { type User, userCreated, userPasswordSet } from '#shared/world/users.ts'
import type { Attempts } from '../../access/attempts.ts'
import type { Session, Sessions } from '../../access/sessions.ts'
import { Accounts } from '../../access/users.ts'
import type { Vault } from '../../access/vault.ts'
import type { DemoAccount } from '../../demo/accounts.ts'
import { type Asker, answer, type Served } from '../../gateway/serve.ts'
import type { EventLog } from '../../log/log.ts'

interface Deps {
  log: EventLog
  vault: Vault
  sessions: Sessions
  accounts: Accounts
  attempts: Attempts
  center: {
    name: string
    root: string
    version: string
    demonstration: readonly DemoAccount[]
    setupCode: string | null
  }
}

export function sessionCalls({ log, vault, sessions, accounts, attempts, center }: Deps): Served[] {
  const needsSetup = () => log.decided.users.size === 0
  return [
    answer(aboutCenter, () => ({
      name: center.name,
      product: 'Ankan 安瞰',
      version: center.version,
      protocol: PROTOCOL_VERSION,
      demonstration: center.demonstration.map(({ account, password, role }) => ({ account, password, role })),
      needsSetup: needsSetup(),
    })),
    answer(setUp, async ({ code, account, name, password }, { from, by }) => {
      if (!needsSetup()) refuse('setup.done', {}, 'this center is set up already')
      attempts.refuseWhenBarred(from, 'access.too-many-attempts')
      if (code !== center.setupCode) {
        attempts.failed(from)
        refuse('setup.code-wrong', {}, 'this is not the code that the server printed')
      }
      const secret = await Accounts.entry(account, password)
      await log.append(
        (world) => {
          if (world.users.size > 0) refuse('setup.done', {}, 'this center is set up already')
          return [
            userCreated(center.root, {
              account,
              name,
              role: 'administrator',
              idleMinutes: 30,
              maxSessions: 5,
              disabled: false,
            }),
          ]
        },
        { ...by, id: account, name },
        { vault: [secret] },
      )
      vault.adopt([secret])
      return {}
    }),
    answer(signIn, async ({ account, password }, { from }) => {
      const user = await accounts.verify(account, password, from)
      const { token, session } = await sessions.start(user, from)
      return { token, expiresAt: sessions.expiresAt(session), user: signedIn(user) }
    }),
    answer(signOut, async (_, { session: own }) => {
      await sessions.end((session) => session.session === own?.session)
      return {}
    }),
    answer(whoAmI, (_, asker) => {
      const session = sessionOf(asker)
      const user = log.told.users.get(session.account) ?? refuse('access.expired', {}, 'the account is gone')
      return { user: signedIn(user), expiresAt: sessions.expiresAt(session) }
    }),
    answer(changePassword, async ({ current, password }, asker) => {
      const own = sessionOf(asker)
      await accounts.verify(own.account, current, asker.from)
      const secret = await Accounts.entry(own.account, password)
      await log.append(() => [userPasswordSet(center.root, { account: own.account })], asker.by, { vault: [secret] })
      vault.adopt([secret])
      await sessions.end((session) => session.account === own.account && session.session !== own.session)
      return {}
    }),
    answer(listSessions, (_, { session: own }) => ({
      sessions: sessions.list().map((session) => {
        const { endsAt: _, ...told } = session
        const name = log.told.users.get(session.account)?.name ?? session.account
        return { ...told, name, expiresAt: sessions.expiresAt(session), own: session.session === own?.session }
      }),
    })),
    answer(endSession, async ({ session: id }) => {
      const ended = await sessions.end((session) => session.session === id)
      if (ended === 0) refuse('session.unknown', { session: id }, 'no such session')
      return {}
    }),

    answer(endAllSessions, async ({ account }, { session: own }) => ({
      ended: await sessions.end((session) => session.account === account && session.session !== own?.session),
    })),
  ]
}

function sessionOf(asker: Asker): Session {
  return asker.session ?? refuse('access.required', {}, 'this needs a session')
}

export function signedIn(user: User): SignedIn {
  const { account, name, role, duty } = user
  return { account, name, role, ...(duty === undefined ? {} : { duty }), permissions: [...roles[role]] }
}
