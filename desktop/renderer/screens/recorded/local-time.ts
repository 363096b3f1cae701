import { clockTime, dayOf } from '../../i18n/format.ts'

/** As a field for a time wants it. */
export function toField(at: number): string {
  return `${dayOf(at)}T${clockTime(at)}`
}

/** Undefined: it is no time. */
export function fromField(text: string): number | undefined {
  const at = new Date(text).getTime()
  return Number.isFinite(at) ? at : undefined
}
