import { type Named, nameSystem } from '../coordinates/named.ts'
import { isRecord } from '../json/is-record.ts'
import { Refused } from '../refused.ts'
import type { Report } from '../report.ts'
import type { Templates } from './polygons.ts'
import { Vertices } from './vertices.ts'

/** 1.0 has a URN in `referenceSystem`, later ones an opengis.net address. */
export function namedByMetadata(metadata: unknown): Named | undefined {
  if (!isRecord(metadata)) return undefined
  const { referenceSystem, crs } = metadata
  if (typeof referenceSystem === 'string' && referenceSystem !== '') return nameSystem(referenceSystem)
  // Older still, and still about.
  const epsg = isRecord(crs) ? crs.epsg : undefined
  return typeof epsg === 'number' || typeof epsg === 'string' ? nameSystem(String(epsg)) : undefined
}

export function checkVersion(version: unknown, report: Report): void {
  if (typeof version === 'string' && /^(1\.[01]|2\.0)(\.\d+)?$/.test(version)) return
  const said = typeof version === 'string' || typeof version === 'number' ? String(version) : undefined
  // Before 1.0 the same words meant other things.
  if (said !== undefined && /^0/.test(said))
    throw new Refused('version.unknown', {
      zh: `CityJSON ${said} 过旧，请先用 cjio 升级：cjio FILE upgrade save out.city.json`,
      en: `CityJSON ${said} is too old: upgrade it with cjio FILE upgrade save out.city.json`,
    })
  report.note('version', {
    zh: `CityJSON 版本 ${said ?? '未注明'}，按 2.0 读取`,
    en: `CityJSON version ${said ?? 'not given'}, read as 2.0`,
  })
}

export function templatesOf(value: unknown): Templates | undefined {
  if (!isRecord(value) || !Array.isArray(value.templates)) return undefined
  const vertices = new Vertices()
  const given = value['vertices-templates']
  for (const vertex of Array.isArray(given) ? given : []) vertices.add(vertex)
  return { geometries: value.templates, vertices }
}
