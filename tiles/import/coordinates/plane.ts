import { fromOffsetSystem, type OffsetSystem } from '#shared/place/chinese-offset.ts'
import type { LonLat } from '#shared/place/geodesy.ts'
import { fromEpsg } from '#shared/place/systems.ts'
import type { Options } from '../options.ts'
import { Refused } from '../refused.ts'
import type { Report } from '../report.ts'
import { printable } from '../words.ts'
import { likelySystems } from './guess.ts'
import type { Named } from './named.ts'

/** From the coordinates of a file to WGS 84 / CGCS2000; undefined for what cannot be a place. */
export type Plane = (x: number, y: number) => LonLat | undefined

export type Sample = readonly (readonly [number, number])[]

const GEOGRAPHIC = new Set([4326, 4490, 4979, 4480])

/**
 * Decides once for a file, by what is said (the person before the file) and by a sample of what it holds: axes
 * that are the wrong way round are told where one way makes no sense at all and the other does.
 */
export function choosePlane(
  sample: Sample,
  { named, withoutName }: { named?: Named; withoutName?: 'degrees' },
  options: Options,
  report: Report,
): Plane {
  const said = options.epsg ?? named?.epsg ?? (named?.offset ? 4326 : undefined)
  const epsg = said ?? (withoutName === 'degrees' ? 4326 : undefined)
  if (epsg === undefined) throw unnamed(sample, named)
  const offset = options.offset ?? named?.offset ?? 'wgs84'
  const { name, convert } = converter(epsg)
  const plane: Plane = (x, y) => shifted(convert(x, y), offset)
  const turned: Plane = (x, y) => plane(y, x)
  tellSystem(report, epsg, name, offset)
  if (options.swapAxes) return turned
  if (options.offset === undefined && !named?.offset && GEOGRAPHIC.has(epsg) && epsg !== 4490)
    tellOffset(sample, plane, report)
  const fitting = (one: Plane) => sample.filter(([x, y]) => one(x, y) !== undefined).length
  if (sample.length === 0 || fitting(plane) > 0) return plane
  if (fitting(turned) < sample.length * 0.9)
    throw said === undefined ? unnamed(sample, named) : misnamed(sample, epsg, name)
  report.note('axes.swapped', {
    zh: '坐标顺序为先北后东，已自动交换',
    en: 'the coordinates have the northing first and were turned round',
  })
  return turned
}

function converter(epsg: number): { name: string; convert: Plane } {
  if (GEOGRAPHIC.has(epsg)) {
    const convert: Plane = (lon, lat) => (Math.abs(lon) <= 180 && Math.abs(lat) <= 90 ? { lon, lat } : undefined)
    return { name: fromEpsg(epsg).name, convert }
  }
  try {
    const system = fromEpsg(epsg)
    const convert: Plane = (x, y) => {
      try {
        return system.toLonLat(x, y)
      } catch {
        return undefined
      }
    }
    return { name: system.name, convert }
  } catch (error) {
    throw new Refused('crs.unusable', { zh: `坐标系 EPSG:${epsg} 不能使用`, en: (error as Error).message })
  }
}

function shifted(place: LonLat | undefined, offset: OffsetSystem): LonLat | undefined {
  return place && (offset === 'wgs84' ? place : fromOffsetSystem(offset, place))
}

function tellSystem(report: Report, epsg: number, name: string, offset: OffsetSystem): void {
  const more = offset === 'wgs84' ? '' : ` + ${offset === 'gcj02' ? 'GCJ-02' : 'BD-09'}`
  report.note('crs', { zh: `坐标系：EPSG:${epsg} ${name}${more}`, en: `coordinates: EPSG:${epsg} ${name}${more}` })
}

/** Data of Chinese map services looks like any other, and lies half a kilometre off. */
function tellOffset(sample: Sample, plane: Plane, report: Report): void {
  const isChinese = ([x, y]: readonly [number, number]) => {
    const place = plane(x, y) ?? plane(y, x)
    return place !== undefined && place.lon > 73 && place.lon < 136 && place.lat > 3 && place.lat < 54
  }
  if (!sample.some(isChinese)) return
  report.note('offset.unknown', {
    zh: '数据位于中国且未注明是否偏移：若来自高德、腾讯（GCJ-02）或百度（BD-09），请用 --offset 指定，或用 --reference 提供几个真实点核对',
    en: 'in China, and the file does not say whether it is shifted: if it comes from Amap, Tencent (GCJ-02) or Baidu (BD-09), say --offset, or give a few true points with --reference',
  })
}

function unnamed(sample: Sample, named: Named | undefined): Refused {
  const first = sample[0]
  const likely = first && likelySystems(first)
  const such = first ? ` (${written(first)})` : ''
  const zh = named ? `不认识文件的坐标系“${printable(named.text)}”` : '文件没有说明坐标系'
  const en = named
    ? `the coordinate system "${printable(named.text)}" is unknown`
    : 'the file names no coordinate system'
  return new Refused('crs.missing', {
    zh: `${zh}，坐标如${such}；${likely?.zh ?? '请用 --epsg N 指定'}`,
    en: `${en}; of coordinates such as${such}: ${likely?.en ?? 'name it with --epsg N'}`,
  })
}

function misnamed(sample: Sample, epsg: number, name: string): Refused {
  const first = sample[0] ?? [0, 0]
  const likely = likelySystems(first)
  return new Refused('crs.wrong', {
    zh: `坐标 (${written(first)}) 不属于 EPSG:${epsg} ${name}${likely ? `；${likely.zh}` : ''}`,
    en: `coordinates such as (${written(first)}) do not belong to EPSG:${epsg} ${name}${likely ? `; ${likely.en}` : ''}`,
  })
}

const written = (point: readonly [number, number]) => point.map((value) => Math.round(value * 1e6) / 1e6).join(', ')
