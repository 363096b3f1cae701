import { z } from 'zod'
import { AccountName } from '../world/users.ts'
import { command, Nothing, query, secret } from './call.ts'
import { RoleName } from './roles.ts'

/** Long rather than contrived: 10 characters or more, and not the account name. */
export const Password = secret(z.string().min(10).max(200))
export const SetupCode = secret(z.string().min(1).max(64))

export const SignedIn = z.object({
  account: AccountName,
  name: z.string(),
  role: RoleName,
  duty: z.string().optional(),
  permissions: z.array(z.string()),
})
export type SignedIn = z.infer<typeof SignedIn>

export const aboutCenter = query('center:about', {
  input: Nothing,
  output: z.object({
    name: z.string(),
    product: z.string(),
    version: z.string(),
    protocol: z.number(),
    demonstration: z.array(z.object({ account: z.string(), password: z.string(), role: RoleName })),
    needsSetup: z.boolean(),
  }),
  may: 'anyone',
  help: 'Name and version of this center; on a demonstration also its accounts.',
})

export const setUp = command('center:set-up', {
  input: z.strictObject({ code: SetupCode, account: AccountName, name: z.string().min(1).max(64), password: Password }),
  may: 'anyone',
  speaker: 'account',
  help: 'The first start of a real site: create the administrator. Takes the code that the server printed.',
})

export const signIn = command('session:sign-in', {
  input: z.strictObject({ account: z.string().min(1).max(64), password: secret(z.string().min(1).max(200)) }),
  output: z.object({ token: z.string(), expiresAt: z.number(), user: SignedIn }),
  may: 'anyone',
  evenReadOnly: true,
  speaker: 'account',
  help: 'Sign in; the token goes into `Authorization: Bearer` or the socket handshake.',
})

export const signOut = command('session:sign-out', {
  input: Nothing,
  may: 'signed-in',
  evenReadOnly: true,
  help: 'End this session on every connection.',
})

export const whoAmI = query('session:who', {
  input: Nothing,
  output: z.object({ user: SignedIn, expiresAt: z.number() }),
  may: 'signed-in',
  help: 'Who this session is, and when it ends by itself.',
})

export const changePassword = command('session:change-password', {
  input: z.strictObject({ current: secret(z.string().min(1).max(200)), password: Password }),
  may: 'signed-in',
  help: 'Change the own password; other sessions of the account end.',
})

export const SessionEntry = z.object({
  session: z.string(),
  account: z.string(),
  /** Of the person. */
  name: z.string(),
  from: z.string(),
  startedAt: z.number(),
  seenAt: z.number(),
  expiresAt: z.number(),
  /** The session that asks. */
  own: z.boolean(),
})
export type SessionEntry = z.infer<typeof SessionEntry>

export const listSessions = query('session:list', {
  input: Nothing,
  output: z.object({ sessions: z.array(SessionEntry) }),
  may: 'users.manage',
  byItself: true,
  help: 'All open sessions.',
})

export const endSession = command('session:end', {
  input: z.strictObject({ session: z.string().min(1).max(64) }),
  may: 'users.manage',
  help: 'End a session of anyone, at once.',
})

export const endAllSessions = command('session:end-all', {
  input: z.strictObject({ account: AccountName }),
  output: z.object({ ended: z.number() }),
  may: 'users.manage',
  help: 'End all sessions of an account, at once; the one that asks stays.',
})
