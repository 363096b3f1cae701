import { type DeviceEntry, isInService } from '#shared/world/device-entry.ts'
import type { Upkeep } from './upkeep.ts'

/** Reminded of so many days ahead. */
export const SERVICE_AHEAD_DAYS = 14
export const END_AHEAD_DAYS = 90
const DAY_MS = 86_400_000

/** What an asset is to be reminded of: GB/T 42455.1 10.1 e). */
export const REMINDERS = ['overdue', 'due', 'ending', 'warranty'] as const
export type Reminder = (typeof REMINDERS)[number]

export interface Due {
  /** It is to be looked after until then; absent: nobody knows when it began. */
  service?: string
  /** Days until then; below 0 they are past. */
  serviceIn?: number
  /** It is to be replaced by then. */
  end?: string
  endIn?: number
  /** Days that the warranty still lasts. */
  warrantyIn?: number
  reminders: Reminder[]
}

type Known = Pick<
  DeviceEntry,
  'installedAt' | 'servicedAt' | 'nextServiceAt' | 'upkeepDays' | 'lifeYears' | 'warrantyUntil' | 'assetState'
> & {
  /** The day it came into the archive. */
  registered?: string | undefined
}

/** What is due on an asset, from its entry and what its kind says of upkeep. `today` is a day: 2026-01-31. */
export function dueOf(known: Known, upkeep: Upkeep | undefined, today: string): Due {
  const { installedAt, servicedAt, registered, warrantyUntil } = known
  // Of the time before it came into the archive nobody has said anything.
  const from = servicedAt ?? (registered && (!installedAt || registered > installedAt) ? registered : installedAt)
  const days = known.upkeepDays ?? upkeep?.everyDays
  const years = known.lifeYears ?? upkeep?.lifeYears
  const service = known.nextServiceAt ?? (from && days ? daysLater(from, days) : undefined)
  const end = installedAt && years ? yearsLater(installedAt, years) : undefined
  const due: Due = { reminders: [] }
  if (service !== undefined) Object.assign(due, { service, serviceIn: daysBetween(today, service) })
  if (end !== undefined) Object.assign(due, { end, endIn: daysBetween(today, end) })
  if (warrantyUntil !== undefined) due.warrantyIn = daysBetween(today, warrantyUntil)
  // What lies in store is looked after when it is taken out.
  if (!isInService(known)) return due
  if (due.serviceIn !== undefined && due.serviceIn < 0) due.reminders.push('overdue')
  else if (due.serviceIn !== undefined && due.serviceIn <= SERVICE_AHEAD_DAYS) due.reminders.push('due')
  if (due.endIn !== undefined && due.endIn <= END_AHEAD_DAYS) due.reminders.push('ending')
  if (due.warrantyIn !== undefined && due.warrantyIn >= 0 && due.warrantyIn <= END_AHEAD_DAYS)
    due.reminders.push('warranty')
  return due
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)
}

export function daysLater(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)
}

/** The same day of a later year; the 29th of February becomes the 28th where there is none. */
function yearsLater(day: string, years: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year + years, month, 0)).getUTCDate()
  return new Date(Date.UTC(year + years, month - 1, Math.min(date, last))).toISOString().slice(0, 10)
}
