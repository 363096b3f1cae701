import type { Texts } from './zh.ts'

const two = (n: number) => String(n).padStart(2, '0')

/** 14:03:27, the same in both languages: operators read it aloud. */
export function clockTime(at: number): string {
  const d = new Date(at)
  return `${two(d.getHours())}:${two(d.getMinutes())}:${two(d.getSeconds())}`
}

/** Hundredths of the second, to follow a time. */
export function hundredthsOf(at: number): string {
  return `.${String(Math.floor((at % 1000) / 10)).padStart(2, '0')}`
}

/** Time of day, with the date when it is not today's. */
export function shortTime(at: number, now: number): string {
  const d = new Date(at)
  return d.toDateString() === new Date(now).toDateString()
    ? clockTime(at)
    : `${two(d.getMonth() + 1)}-${two(d.getDate())} ${two(d.getHours())}:${two(d.getMinutes())}`
}

/** As `shortTime`, to the minute: for what will be. */
export function shortMinute(at: number, now: number): string {
  const text = shortTime(at, now)
  return text.includes(' ') ? text : text.slice(0, 5)
}

/** 2026-11-21, as a field for dates has it too. */
export function dayOf(at: number): string {
  const d = new Date(at)
  return `${d.getFullYear()}-${two(d.getMonth() + 1)}-${two(d.getDate())}`
}

/** 2026-11-21 14:03:27: for records, where the day matters as much. */
export function dateTime(at: number): string {
  return `${dayOf(at)} ${clockTime(at)}`
}

/** As `dateTime`, by the clocks of another zone; of one that this machine does not know, by its own. */
export function dateTimeIn(zone: string | undefined, at: number): string {
  if (zone === undefined) return dateTime(at)
  let format = zoned.get(zone)
  if (!format) {
    try {
      format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })
    } catch {
      return dateTime(at)
    }
    zoned.set(zone, format)
  }
  return format.format(at)
}
const zoned = new Map<string, Intl.DateTimeFormat>()

/** Where this screen's clocks go. */
export const zoneHere = () => Intl.DateTimeFormat().resolvedOptions().timeZone

export function fullDate(at: number, language: string): string {
  let format = fullDates.get(language)
  if (!format) {
    format = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'full' })
    fullDates.set(language, format)
  }
  return format.format(at)
}
/** To make one takes milliseconds, and the clock asks each second. */
const fullDates = new Map<string, Intl.DateTimeFormat>()

export function ago(t: Texts, at: number, now: number): string {
  const seconds = Math.max(0, Math.round((now - at) / 1000))
  if (seconds < 60) return t.alarms.ago.s(seconds)
  if (seconds < 3600) return t.alarms.ago.m(Math.floor(seconds / 60))
  return t.alarms.ago.h(Math.floor(seconds / 3600))
}

/** 02:05 or 1:02:05 since the alarm rose: the number an operator watches. */
export function elapsed(from: number, now: number): string {
  const seconds = Math.max(0, Math.floor((now - from) / 1000))
  const hours = Math.floor(seconds / 3600)
  const rest = `${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`
  return hours > 0 ? `${hours}:${rest}` : rest
}

/** As near as anybody needs it: 8.4 m, 120 m, 1.3 km. */
export function metresText(metres: number): string {
  if (metres < 10) return `${metres.toFixed(1)} m`
  return metres < 1000 ? `${Math.round(metres)} m` : `${(metres / 1000).toFixed(1)} km`
}
