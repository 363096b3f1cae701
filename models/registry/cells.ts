import type { SheetProblem } from '#shared/contract/imports.ts'
import { Phone } from '#shared/world/archive.ts'
import { AssetState, DeviceId, MOST_GROUPS } from '#shared/world/device-entry.ts'
import { View } from '#shared/world/view.ts'

/** What a spreadsheet holds in a cell. */
export type Cell = string | number | boolean | Date | null | undefined

/** What a cell says, or what is wrong with it. */
export type Said = { is: unknown } | { problem: SheetProblem; more?: string }
export type Read = (cell: Exclude<Cell, null | undefined | ''>) => Said

const wrong = (problem: SheetProblem, more?: string): Said => ({ problem, ...(more === undefined ? {} : { more }) })

/** As a person sees it in the cell. */
export function textOf(cell: Cell): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10)
  // A number that was typed as one: 12 is `12`, not `12.0`.
  return String(cell).trim()
}

export const text =
  (most: number): Read =>
  (cell) => {
    const said = textOf(cell)
    return said.length > most ? wrong('too-long', String(most)) : { is: said }
  }

export const deviceId: Read = (cell) => {
  const said = textOf(cell)
  if (said.length > 64) return wrong('too-long', '64')
  return DeviceId.safeParse(said).success ? { is: said } : wrong('form', 'A-Z a-z 0-9 . _ -')
}

export const number =
  (least: number, most: number, whole = false): Read =>
  (cell) => {
    // A comma between thousands, or full-width digits: people type what they are used to.
    const said = typeof cell === 'number' ? cell : Number(narrow(textOf(cell)).replaceAll(',', ''))
    if (!Number.isFinite(said) || cell instanceof Date || typeof cell === 'boolean') return wrong('form', '123')
    if (whole && !Number.isInteger(said)) return wrong('form', '123')
    return said < least || said > most ? wrong('range', `${least} … ${most}`) : { is: said }
  }

const DAY_FORM = '2026-01-31'
/** Day 0 of a spreadsheet; a leap day that never was makes it the 30th. */
const SERIAL_0 = Date.UTC(1899, 11, 30)
const [FIRST_SERIAL, LAST_SERIAL] = [367, 110_000]

/** 2026-01-05, 2026/1/5, 2026.1.5, 2026年1月5日, 20260105, a date of the spreadsheet, or its number. */
export const day: Read = (cell) => {
  if (cell instanceof Date) return { is: cell.toISOString().slice(0, 10) }
  const said = narrow(textOf(cell))
  const serial = Number(said)
  if (/^\d{1,6}(\.\d+)?$/.test(said) && serial >= FIRST_SERIAL && serial <= LAST_SERIAL)
    return { is: new Date(SERIAL_0 + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10) }
  const parts =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T].*)?$/.exec(said) ??
    /^(\d{4})年(\d{1,2})月(\d{1,2})日?$/.exec(said) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(said)
  if (!parts) return wrong('form', DAY_FORM)
  const [, year = '', month = '', date = ''] = parts
  const written = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const real = new Date(`${written}T00:00:00Z`)
  // The 30th of February would become the 2nd of March.
  return !Number.isNaN(real.getTime()) && real.toISOString().startsWith(written)
    ? { is: written }
    : wrong('form', DAY_FORM)
}

const PARTS = /[、,，;；|\n]/

export const groups: Read = (cell) => {
  const names = [
    ...new Set(
      textOf(cell)
        .split(PARTS)
        .map((name) => name.trim())
        .filter(Boolean),
    ),
  ]
  if (names.length > MOST_GROUPS) return wrong('range', `≤ ${MOST_GROUPS}`)
  return names.some((name) => name.length > 40) ? wrong('too-long', '40') : { is: names }
}

export const ASSET_STATES: Record<AssetState, { zh: string; en: string }> = {
  'in-use': { zh: '在用', en: 'in use' },
  spare: { zh: '备用', en: 'spare' },
  repair: { zh: '维修', en: 'under repair' },
}

export const assetState: Read = (cell) => {
  const said = textOf(cell).toLowerCase()
  for (const state of AssetState.options) {
    const { zh, en } = ASSET_STATES[state]
    if (said === state || said === zh || said === en) return { is: state }
  }
  return wrong('form', AssetState.options.map((state) => ASSET_STATES[state].zh).join(' / '))
}

export const phone: Read = (cell) => {
  const said = narrow(textOf(cell))
  return Phone.safeParse(said).success ? { is: said } : wrong('form', '138 0000 0000')
}

const VIEW_FORM = '90/-15/60/30/0'

/** Of a camera: heading, tilt, angle, range and lens, as `writeView` writes them. */
export const view: Read = (cell) => {
  const [heading, tilt, angle, range, lens = 0] = textOf(cell).split('/').map(Number)
  const said = View.safeParse({ heading, tilt, angle, range, lens })
  return said.success ? { is: said.data } : wrong('form', VIEW_FORM)
}

export function writeView({ heading, tilt, angle, range, lens }: View): string {
  return [heading, tilt, angle, range, lens].join('/')
}

/** Digits and signs as a keyboard for Chinese makes them. */
function narrow(said: string): string {
  return said.replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)).trim()
}
