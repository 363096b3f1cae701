import { looksShifted, type OffsetSystem, offsetSystems } from '#shared/place/chinese-offset.ts'
import type { LonLat } from '#shared/place/geodesy.ts'
import { centroid, type Ring } from '#shared/place/ring.ts'
import { asText, Fields } from '../archive/fields.ts'
import { JsonSplitter } from '../json/splitter.ts'
import { parsePiece } from '../json/text.ts'
import { Refused } from '../refused.ts'
import type { Report } from '../report.ts'
import { bytesOf } from '../source.ts'

/** More pairs make nothing surer. */
export const ENOUGH_PAIRS = 50

/** True places by what they are called. */
export type Reference = Map<string, LonLat>

/** A few points or footprints that somebody surveyed, in WGS 84 or CGCS2000, under the same ids or names. */
export async function readReference(file: string): Promise<Reference> {
  const places: Reference = new Map()
  const splitter = new JsonSplitter((member) => (member === 'features' ? 'entries' : 'pass'))
  for await (const chunk of bytesOf(file)) {
    for (const piece of splitter.push(chunk)) {
      const parsed = parsePiece(piece)
      if ('value' in parsed) enter(places, parsed.value)
    }
  }
  if (places.size > 0) return places
  throw new Refused('reference.empty', {
    zh: `${file} 中没有带编号或名称的点或轮廓（应为 GeoJSON FeatureCollection）`,
    en: `${file} holds no points or outlines with ids or names (a GeoJSON FeatureCollection is wanted)`,
  })
}

const idKeys = ['id', 'number', '编号']
const nameKeys = ['namezh', 'name', '名称']

function enter(places: Reference, feature: unknown): void {
  const { id, properties, geometry } = (feature ?? {}) as Record<string, unknown>
  const place = placeOf(geometry)
  if (!place) return
  const fields = new Fields(properties)
  const names = [asText(id), fields.text(200, idKeys), fields.text(100, nameKeys)]
  for (const name of names) if (name) places.set(name, place)
}

function placeOf(geometry: unknown): LonLat | undefined {
  const { type, coordinates } = (geometry ?? {}) as { type?: unknown; coordinates?: unknown }
  let point: unknown = coordinates
  if (type === 'Polygon' || type === 'MultiPolygon') {
    const ring = (
      (type === 'Polygon' ? coordinates : (coordinates as unknown[] | undefined)?.[0]) as unknown[] | undefined
    )?.[0]
    if (!Array.isArray(ring) || !ring.every((one) => Array.isArray(one) && one.every(Number.isFinite))) return undefined
    point = centroid(ring as Ring)
  }
  const [lon, lat] = Array.isArray(point) ? point : []
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90 ? { lon, lat } : undefined
}

export interface Pairs {
  points: LonLat[]
  truth: LonLat[]
}

/** In which system the points of the file are; what was found is said, and a file that fits none is refused. */
export function recognise({ points, truth }: Pairs, report: Report): OffsetSystem {
  if (points.length === 0)
    throw new Refused('reference.unpaired', {
      zh: '参考文件与导入文件没有相同的编号或名称',
      en: 'no id or name of the reference file is found in the file',
    })
  const { system, residuals } = looksShifted(points, truth)
  const left = offsetSystems.map((one) => `${labels[one]} ${Math.round(residuals[one])} m`).join(', ')
  if (!system)
    throw new Refused('reference.unfit', {
      zh: `与参考点相差过大，无法判断偏移（${left}）`,
      en: `too far from the reference in every system to tell the offset (${left})`,
    })
  report.note('offset.reference', {
    zh: `按 ${points.length} 个参考点判定为 ${labels[system]}（残差 ${left}）`,
    en: `by ${points.length} reference points these are ${labels[system]} (residuals: ${left})`,
  })
  return system
}

const labels: Record<OffsetSystem, string> = { wgs84: 'WGS 84 / CGCS2000', gcj02: 'GCJ-02', bd09: 'BD-09' }
