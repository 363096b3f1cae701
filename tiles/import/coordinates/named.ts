import type { OffsetSystem } from '#shared/place/chinese-offset.ts'
import { parseEpsg } from '#shared/place/systems.ts'

/** What a file says of its coordinates, in whichever words. */
export interface Named {
  text: string
  epsg?: number
  offset?: OffsetSystem
}

/** EPSG codes in any form, the names that ESRI programs write, and the Chinese map services by theirs. */
export function nameSystem(text: string): Named {
  const named: Named = { text }
  if (/gcj-?_?02|火星/i.test(text)) named.offset = 'gcj02'
  else if (/bd-?_?09|百度/i.test(text)) named.offset = 'bd09'
  const epsg = byCode(text) ?? byName(text)
  if (epsg !== undefined) named.epsg = epsg
  return named
}

function byCode(text: string): number | undefined {
  try {
    return parseEpsg(text)
  } catch {
    return undefined
  }
}

function byName(text: string): number | undefined {
  const plain = text.replace(/[\s/_-]+/g, ' ').toLowerCase()
  if (/cgcs ?2000|china geodetic coordinate system 2000/.test(plain)) {
    const three = /3 degree/.test(plain)
    const meridian = Number(/cm (\d{2,3})e/.exec(plain)?.[1])
    const zone = Number(/zone (\d{2})/.exec(plain)?.[1])
    if (three && meridian % 3 === 0) return 4509 + meridian / 3
    if (three && zone) return 4488 + zone
    if (meridian % 6 === 3) return 4489 + (meridian + 3) / 6
    if (zone) return 4478 + zone
    return /gk|gauss|degree/.test(plain) ? undefined : 4490
  }
  if (/^(gcs )?(wgs ?(19)?84|crs ?84)$/.test(plain)) return 4326
  return undefined
}

/** The old `crs` member of GeoJSON; undefined when there is none that says anything. */
export function namedByCrs(crs: unknown): Named | undefined {
  if (typeof crs === 'string') return nameSystem(crs)
  if (typeof crs !== 'object' || crs === null) return undefined
  const { properties } = crs as { properties?: { name?: unknown; code?: unknown; href?: unknown } }
  // An early form of the same thing: {"type":"EPSG","properties":{"code":4490}}.
  const said = properties?.name ?? properties?.code ?? properties?.href
  return typeof said === 'string' || typeof said === 'number' ? nameSystem(String(said)) : undefined
}

/** Other members by which programs say it: `coordinateSystem`, `coord_type`, `坐标系`. */
export function namesCoordinates(member: string): boolean {
  return /^(crs|srs|srid|datum|projection|coord(inate)?[ _-]?(system|type|sys)?|坐标系?(统|类型)?)$/i.test(member)
}
