import type { ColumnName } from '#models/registry/columns.ts'
import type { RowProblem, SheetProblem } from '#shared/contract/imports.ts'
import { isWithin } from '#shared/place/path.ts'
import { DeviceEntry, entryFields, entryOf, whatWas } from '#shared/world/device-entry.ts'
import type { Device } from '#shared/world/devices.ts'
import type { Draft } from '#shared/world/event.ts'
import type { World } from '#shared/world/world.ts'
import type { KnownPlaces } from '../known-places.ts'
import type { SheetRow } from './rows.ts'

/** A row as it would be taken in. */
export interface Wished {
  row: number
  entry: DeviceEntry
  /** Empty: there is none any more; undefined: the sheet has no such column. */
  phone: string | undefined
  /** The device as it was when the row was looked at; undefined: it is new. */
  before: Device | undefined
  was: Record<string, unknown> | undefined
  what: 'new' | 'changed' | 'unchanged'
  /** Of a new one: ready to be written. */
  draft?: Draft
}

interface Around {
  world: World
  places: KnownPlaces
  duty: string
  /** Which row names a device, without capitals; a gateway may come with the same sheet. */
  rowOf: ReadonlyMap<string, { row: number; id: string }>
  /** The ids that there are, by what they are without capitals. */
  taken: ReadonlyMap<string, string>
}

const NEEDED_OF_NEW = ['name', 'kind', 'place', 'lon', 'lat'] as const satisfies ColumnName[]

/** Holds a row against all that is known; what is wrong with it is put into `problems`. */
export function holdAgainst({ row, given }: SheetRow, around: Around, problems: RowProblem[]): Wished | undefined {
  const { world, places, duty, rowOf, taken } = around
  const before = problems.length
  const wrong = (column: ColumnName, problem: SheetProblem, value: unknown, more?: string) =>
    problems.push({ row, column, problem, value: String(value ?? ''), ...(more === undefined ? {} : { more }) })
  const id = given.device
  // Its own problem is told already.
  if (typeof id !== 'string') return undefined
  const plain = id.toLowerCase()
  const first = rowOf.get(plain)?.row
  if (first !== row) wrong('device', 'twice', id, String(first))
  const known = taken.get(plain)
  if (known !== undefined && known !== id) wrong('device', 'case', id, known)
  if (world.archive.get(id)?.retired) wrong('device', 'retired', id)
  const device = world.devices.get(id)
  if (device && !isWithin(device.place, duty)) wrong('device', 'place-not-yours', id)
  if (!device) for (const name of NEEDED_OF_NEW) if (!(name in given)) wrong(name, 'column-missing', '')
  if (typeof given.place === 'string') {
    const path = places.pathOf(given.place)
    if (path === undefined || !places.has(path)) wrong('place', 'place-unknown', given.place)
    else if (!isWithin(path, duty)) wrong('place', 'place-not-yours', path)
    else given.place = path
  }
  const { gateway } = given
  if (
    typeof gateway === 'string' &&
    (gateway === id || !(rowOf.get(gateway.toLowerCase())?.id === gateway || world.devices.has(gateway)))
  )
    wrong('gateway', 'gateway-unknown', gateway)
  const entry = entryFrom(given, device)
  if (entry.position && places.isFar(entry.position))
    wrong('lon', 'too-far', `${entry.position.lon}, ${entry.position.lat}`)
  if (problems.length > before) return undefined
  const parsed = DeviceEntry.safeParse(entry)
  // Another cell of the row is wrong, and told already.
  if (!parsed.success) return undefined
  const phone = 'phone' in given ? ((given.phone as string | null) ?? '') : undefined
  return { row, entry: parsed.data, phone, before: device, ...against(world, device, parsed.data, phone) }
}

function against(world: World, device: Device | undefined, entry: DeviceEntry, phone: string | undefined) {
  if (!device) return { what: 'new', was: undefined } as const
  const was = whatWas(device, entry)
  const isOtherPhone = phone !== undefined && phone !== (world.archive.get(device.device)?.phone ?? '')
  return { what: was || isOtherPhone ? 'changed' : 'unchanged', was } as const
}

/** What a sheet has no column for stays as it is; an empty cell means that there is nothing. */
function entryFrom(given: SheetRow['given'], before: Device | undefined): Partial<DeviceEntry> {
  const entry: Record<string, unknown> = before ? entryOf(before) : {}
  for (const field of entryFields) {
    if (field === 'position' || !(field in given)) continue
    const said = given[field]
    if (said === null || (Array.isArray(said) && said.length === 0)) delete entry[field]
    else entry[field] = said
  }
  const { lon, lat, height } = given
  const known = before?.position
  const position = { lon: lon ?? known?.lon, lat: lat ?? known?.lat, height: height ?? known?.height ?? 0 }
  if (position.lon !== undefined && position.lat !== undefined) entry.position = position
  return entry as Partial<DeviceEntry>
}
