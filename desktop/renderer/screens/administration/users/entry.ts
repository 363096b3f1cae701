import type { RoleName } from '#shared/contract/roles.ts'
import type { UserEntry } from '#shared/world/users.ts'
import { dayOf } from '../../../i18n/format.ts'

export interface KnownUser extends UserEntry {
  createdAt: number
  changedAt: number
}

/** A user as the form holds it: an empty field is an empty text. */
export interface UserFields {
  account: string
  name: string
  phone: string
  mail: string
  role: RoleName
  /** The whole community is the empty path. */
  duty: string
  /** 2026-11-21: the last day. */
  validDay: string
  idleNever: boolean
  idleMinutes: number
  maxSessions: number
  disabled: boolean
}

export const NEW_USER: UserFields = {
  account: '',
  name: '',
  phone: '',
  mail: '',
  role: 'operator',
  duty: '',
  validDay: '',
  idleNever: false,
  idleMinutes: 30,
  maxSessions: 5,
  disabled: false,
}

export function fieldsOf(user: UserEntry): UserFields {
  return {
    account: user.account,
    name: user.name,
    phone: user.phone ?? '',
    mail: user.mail ?? '',
    role: user.role,
    duty: user.duty ?? '',
    validDay: user.validUntil === undefined ? '' : lastDayOf(user.validUntil),
    idleNever: user.idleMinutes === null,
    idleMinutes: user.idleMinutes ?? NEW_USER.idleMinutes,
    maxSessions: user.maxSessions,
    disabled: user.disabled,
  }
}

/** What is sent of the form. A last day that was not touched keeps its exact time. */
export function entryOf(fields: UserFields, before?: UserEntry): UserEntry {
  const phone = (fields.phone ?? '').trim()
  const mail = (fields.mail ?? '').trim()
  const untouched = before?.validUntil !== undefined && lastDayOf(before.validUntil) === fields.validDay
  const validUntil = untouched ? before.validUntil : fields.validDay ? endOfDay(fields.validDay) : undefined
  return {
    account: fields.account.trim(),
    name: fields.name.trim(),
    role: fields.role,
    idleMinutes: fields.idleNever ? null : fields.idleMinutes,
    maxSessions: fields.maxSessions,
    disabled: fields.disabled,
    ...(phone === '' ? {} : { phone }),
    ...(mail === '' ? {} : { mail }),
    ...(fields.duty ? { duty: fields.duty } : {}),
    ...(validUntil === undefined ? {} : { validUntil }),
  }
}

/** The midnight after that day, where this screen stands. */
export function endOfDay(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date + 1).getTime()
}

/** The last day on which something that ends at `until` still holds. */
export function lastDayOf(until: number): string {
  return dayOf(until - 1)
}

export type UserState = 'active' | 'disabled' | 'expired'

export function stateOf({ disabled, validUntil }: UserEntry, now: number): UserState {
  if (disabled) return 'disabled'
  return validUntil !== undefined && validUntil <= now ? 'expired' : 'active'
}
