import type { AuditSearch } from '#shared/contract/audit.ts'

/** What is typed into the fields above the audit record. Times are those of a `datetime-local` field. */
export interface SearchFields {
  text: string
  account: string
  call: string
  result: string
  since: string
  until: string
}

export const NO_SEARCH: SearchFields = { text: '', account: '', call: '', result: '', since: '', until: '' }

const LONGEST_TEXT = 100
const LONGEST_ACCOUNT = 64
const MINUTE_MS = 60_000

/** What is asked of the server: empty fields are left out, the last minute is meant whole. */
export function searchOf(fields: SearchFields): AuditSearch {
  const text = fields.text.trim().slice(0, LONGEST_TEXT)
  const account = fields.account.trim().toLowerCase().slice(0, LONGEST_ACCOUNT)
  const from = minuteOf(fields.since)
  const to = minuteOf(fields.until)
  return {
    ...(text ? { text } : {}),
    ...(account ? { account } : {}),
    ...(fields.call ? { call: fields.call } : {}),
    ...(fields.result ? { result: fields.result } : {}),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to: to + MINUTE_MS - 1 }),
  }
}

export function isBackwards({ since, until }: SearchFields): boolean {
  const from = minuteOf(since)
  const to = minuteOf(until)
  return from !== undefined && to !== undefined && to < from
}

export function minuteOf(field: string): number | undefined {
  const at = field === '' ? Number.NaN : new Date(field).getTime()
  return Number.isNaN(at) ? undefined : at
}

/** As a `datetime-local` field holds it: 2026-11-21T14:03. */
export function fieldOf(at: number): string {
  const local = new Date(at - new Date(at).getTimezoneOffset() * MINUTE_MS)
  return local.toISOString().slice(0, 16)
}
