import type { z } from 'zod'
import type { TimeForm } from '#shared/world/connectors.ts'

type Form = z.infer<typeof TimeForm>

/** `2026-01-31 08:00`, `2026/1/31 8:00:00.5`, `2026年1月31日 8:00`, with `T`, with `Z` or an offset; nothing that has to be guessed. */
const TEXT =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i

/** Milliseconds since 1970; undefined: not a time. A text without a zone is in the zone of the machine that reads it. */
export function recordedTime(said: string, form: Form): number | undefined {
  const text = said.trim()
  if (form === 'text') return textTime(text)
  const number = text === '' ? Number.NaN : Number(text)
  if (!Number.isFinite(number)) return undefined
  return Math.round(form === 'seconds' ? number * 1000 : number)
}

function textTime(text: string): number | undefined {
  const found = TEXT.exec(text)
  if (!found) return undefined
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map((part) => Number(part ?? 0)) as Six
  const ms = Math.floor(Number(`0.${found[7] ?? 0}`) * 1000)
  // In UTC every wall time exists once: what comes back differs only if it was none, as 31 February is.
  const wall = new Date(Date.UTC(year, month - 1, day, hour, minute, second, ms))
  const isOne = wall.getUTCMonth() === month - 1 && wall.getUTCDate() === day && hour < 24 && minute < 60 && second < 60
  if (!isOne) return undefined
  const zone = found[8]
  if (zone === undefined) return new Date(year, month - 1, day, hour, minute, second, ms).getTime()
  return wall.getTime() - offsetOf(zone)
}

type Six = [number, number, number, number, number, number]

function offsetOf(zone: string): number {
  if (/^z$/i.test(zone)) return 0
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(3).replace(':', '') || 0)]
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000
}

const PLAUSIBLE = { from: Date.UTC(2000, 0, 1), to: Date.UTC(2100, 0, 1) }

/** Which form so large a share of some cells has; undefined: they are no times. */
export function formOf(cells: readonly string[], share = 1): Form | undefined {
  const forms: Form[] = ['text', 'milliseconds', 'seconds']
  const isPlausible = (cell: string, form: Form) => {
    const at = recordedTime(cell, form)
    return at !== undefined && at >= PLAUSIBLE.from && at < PLAUSIBLE.to
  }
  return forms.find(
    (form) => cells.length > 0 && cells.filter((cell) => isPlausible(cell, form)).length >= cells.length * share,
  )
}
