import { type DeviceEntry, DeviceEntry as Schema } from '#shared/world/device-entry.ts'

/** The form's fields: numbers may be empty while somebody types, and a position is three of them. */
export type DeviceFields = Omit<Partial<DeviceEntry>, 'position' | 'lifeYears' | 'upkeepDays'> & {
  lon?: number | null
  lat?: number | null
  height?: number | null
  lifeYears?: number | null
  upkeepDays?: number | null
  phone?: string
}

export const NEW_DEVICE: DeviceFields = { assetState: 'in-use', groups: [], height: 0 }

export function fieldsOf({ position, ...entry }: DeviceEntry): DeviceFields {
  return { assetState: 'in-use', groups: [], ...entry, lon: position.lon, lat: position.lat, height: position.height }
}

/** What the form says; what is empty is not known. `before` keeps what the form has no field for. */
export function entryFrom({ lon, lat, height, phone: _, ...fields }: DeviceFields, before?: DeviceEntry): DeviceEntry {
  const entry: Record<string, unknown> = {
    ...(before?.view ? { view: before.view } : {}),
    position: { lon: lon ?? 0, lat: lat ?? 0, height: height ?? 0 },
  }
  for (const [name, value] of Object.entries(fields)) {
    const said = typeof value === 'string' ? value.trim() : value
    if (said === undefined || said === null || said === '' || (Array.isArray(said) && said.length === 0)) continue
    entry[name] = said
  }
  return entry as DeviceEntry
}

/** The field that a refusal of the server is about. */
export function fieldRefused(code: string, details: Record<string, unknown>): (keyof DeviceFields)[] {
  const FIELD: Record<string, keyof DeviceFields> = {
    'device.exists': 'device',
    'gateway.unknown': 'gateway',
    'kind.unknown': 'kind',
    'place.too-far': 'lon',
    'place.unknown': 'place',
  }
  const named = FIELD[code]
  if (named) return [named]
  if (code !== 'input.invalid') return []
  return ((details.issues ?? []) as { path: string }[]).flatMap(({ path }) => {
    const [first = '', second] = path.split('.')
    if (first === 'position') return [(second ?? 'lon') as keyof DeviceFields]
    return first in Schema.shape || first === 'phone' ? [first as keyof DeviceFields] : []
  })
}
