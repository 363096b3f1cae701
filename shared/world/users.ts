import { z } from 'zod'
import { RoleName } from '../contract/roles.ts'
import { PlacePath } from '../place/path.ts'
import { area } from './area.ts'
import { event } from './event.ts'

export const AccountName = z
  .string()
  .min(2)
  .max(32)
  .regex(/^[a-z][a-z0-9._-]*$/, 'small letters, digits, dot, dash and underscore, a letter first')
export type AccountName = z.infer<typeof AccountName>

/** GB/T 42455.1 7.3.2 b. The password is not here: it is kept as a hash in the vault, outside of the log. */
export const UserEntry = z.object({
  account: AccountName,
  name: z.string().min(1).max(64),
  phone: z.string().max(32).optional(),
  mail: z.string().max(200).optional(),
  role: RoleName,
  /** The area of duty; absent: the whole community. */
  duty: PlacePath.optional(),
  validUntil: z.number().int().optional(),
  /** Signed off by itself after so long without a touch; null: never, for a wall that nobody touches. */
  idleMinutes: z
    .number()
    .int()
    .min(1)
    .max(24 * 60)
    .nullable(),
  maxSessions: z.number().int().min(1).max(50),
  disabled: z.boolean(),
})
export type UserEntry = z.infer<typeof UserEntry>

export interface User extends UserEntry {
  place: string
  createdAt: number
  changedAt: number
}

export const userCreated = event('user:created', UserEntry)
export const userChanged = event('user:changed', UserEntry)
export const userRemoved = event('user:removed', z.object({ account: AccountName }))
export const userPasswordSet = event('user:password-set', z.object({ account: AccountName }))

/** Accounts never ride in frames; administrators ask for them. */
export const users = area<User>()('users', { see: null })
  .on(userCreated, (table, e) =>
    table.set(e.data.account, { ...e.data, place: e.place, createdAt: e.at, changedAt: e.at }),
  )
  .on(userChanged, (table, e) =>
    table.change(e.data.account, (user) => ({
      ...e.data,
      place: user.place,
      createdAt: user.createdAt,
      changedAt: e.at,
    })),
  )
  .on(userRemoved, (table, e) => table.delete(e.data.account))
  .on(userPasswordSet, (table, e) => table.change(e.data.account, (user) => ({ ...user, changedAt: e.at })))
