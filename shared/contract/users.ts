import { z } from 'zod'
import { AccountName, UserEntry } from '../world/users.ts'
import { command, query } from './call.ts'
import { Password } from './session.ts'

/** Stricter than what the record holds: older entries stay readable. */
const TypedEntry = UserEntry.extend({
  name: z.string().trim().min(1).max(64),
  phone: z
    .string()
    .trim()
    .max(32)
    .regex(/^\+?\d[\d -]+\d$/, 'digits, with spaces or dashes between them')
    .optional(),
  mail: z.email().max(200).optional(),
})

const NewUser = TypedEntry.extend({
  idleMinutes: UserEntry.shape.idleMinutes.default(30),
  maxSessions: UserEntry.shape.maxSessions.default(5),
  disabled: UserEntry.shape.disabled.default(false),
})

export const listUsers = query('user:list', {
  input: z.strictObject({ search: z.string().max(64).optional() }),
  output: z.object({ users: z.array(UserEntry.extend({ createdAt: z.number(), changedAt: z.number() })) }),
  may: 'users.manage',
  audited: true,
  help: 'Users, found by account or name.',
})

export const createUser = command('user:create', {
  input: z.strictObject({ ...NewUser.shape, password: Password }),
  may: 'users.manage',
  help: 'Create a user with a first password.',
})

export const changeUser = command('user:change', {
  input: z.strictObject({
    ...TypedEntry.shape,
    /** The `changedAt` of what was shown when the change began: refused when somebody else has changed it since. */
    seen: z.number().int().optional(),
  }),
  may: 'users.manage',
  help: 'Change a user; a disabled one is signed off at once.',
})

export const removeUser = command('user:remove', {
  input: z.strictObject({ account: AccountName }),
  may: 'users.manage',
  help: 'Remove a user and end the sessions.',
})

export const resetPassword = command('user:reset-password', {
  input: z.strictObject({ account: AccountName, password: Password }),
  may: 'users.manage',
  help: 'Set a new password for a user and end the sessions.',
})
