import { changeUser, createUser, listUsers, removeUser, resetPassword } from '#shared/contract/users.ts'
import { refuse } from '#shared/errors.ts'
import { type User, userChanged, userCreated, userPasswordSet, userRemoved } from '#shared/world/users.ts'
import type { World } from '#shared/world/world.ts'
import type { Sessions } from '../../access/sessions.ts'
import { Accounts } from '../../access/users.ts'
import type { Vault } from '../../access/vault.ts'
import { answer, type Served } from '../../gateway/serve.ts'
import type { EventLog } from '../../log/log.ts'
import { forgottenLayouts } from '../layouts/index.ts'

interface Deps {
  log: EventLog
  vault: Vault
  sessions: Sessions
  root: string
}

export function userCalls({ log, vault, sessions, root }: Deps): Served[] {
  const endAll = (account: string) => sessions.end((session) => session.account === account)
  return [
    answer(listUsers, ({ search }) => ({
      users: [...log.told.users.values()]
        .filter((user) => !search || user.account.includes(search) || user.name.includes(search))
        .map(({ place: _, ...user }) => user),
    })),
    answer(createUser, async ({ password, ...entry }, { by }) => {
      const secret = await Accounts.entry(entry.account, password)
      await log.append(
        (world) => {
          if (world.users.has(entry.account))
            refuse('account.exists', { account: entry.account }, 'this account exists')
          return [userCreated(root, entry)]
        },
        by,
        { vault: [secret] },
      )
      vault.adopt([secret])
      return {}
    }),
    answer(changeUser, async ({ seen, ...entry }, { by }) => {
      await log.append((world) => {
        const user = known(world, entry.account)
        if (seen !== undefined && user.changedAt !== seen)
          refuse('account.changed', { account: entry.account }, 'changed by somebody else meanwhile')
        if (entry.role !== 'administrator' || entry.disabled || entry.validUntil !== undefined)
          keepOneAdministrator(world, entry.account)
        return [userChanged(root, entry)]
      }, by)
      if (entry.disabled) await endAll(entry.account)
      else sessions.userChanged(entry.account)
      return {}
    }),
    answer(removeUser, async ({ account }, { by }) => {
      const vaultRows = [Accounts.noEntry(account)]
      await log.append(
        (world) => {
          known(world, account)
          keepOneAdministrator(world, account)
          return [userRemoved(root, { account }), ...forgottenLayouts(world, account, root)]
        },
        by,
        { vault: vaultRows },
      )
      vault.adopt(vaultRows)
      await endAll(account)
      return {}
    }),
    answer(resetPassword, async ({ account, password }, { by }) => {
      known(log.told, account)
      const secret = await Accounts.entry(account, password)
      await log.append(
        (world) => {
          known(world, account)
          return [userPasswordSet(root, { account })]
        },
        by,
        { vault: [secret] },
      )
      vault.adopt([secret])
      await endAll(account)
      return {}
    }),
  ]
}

function known(world: World, account: string): User {
  return world.users.get(account) ?? refuse('account.unknown', { account }, 'no such account')
}

function keepOneAdministrator(world: World, without: string): void {
  const remaining = [...world.users.values()].some(
    (user) =>
      user.role === 'administrator' && !user.disabled && user.validUntil === undefined && user.account !== without,
  )
  if (!remaining && world.users.get(without)?.role === 'administrator')
    refuse('account.last-administrator', { account: without }, 'the last administrator stays')
}
