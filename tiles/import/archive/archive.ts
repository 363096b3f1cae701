import type { Building } from '../../cim/buildings.ts'
import type { Report } from '../report.ts'
import { addressOf } from './address.ts'
import { asNumber, type Fields } from './fields.ts'
import { basementsOf, heightsOf } from './heights.ts'
import { roofOf } from './roofs.ts'
import { purposeOf } from './uses.ts'

export type Archive = Pick<
  Building,
  'number' | 'name' | 'builtYear' | 'use' | 'floors' | 'basements' | 'floorHeight' | 'address' | 'roof'
>

export interface Known {
  label: string
  id: string | undefined
  /** What the geometry says of the height. */
  measured: number | undefined
}

const yearKeys = [
  'yearofconstruction',
  'builtyear',
  'yearbuilt',
  'constructionyear',
  'year',
  'startdate',
  'oorspronkelijkbouwjaar',
  '建成年份',
  '建成年代',
  '建造年份',
]
const nameKeys = ['namezh', 'name', 'buildingname', '名称', '楼名', '楼栋名称', '建筑名称', 'addrhousename']

/**
 * The building archive out of the attributes of a file; undefined when the building must be left out. A building
 * without any name gets one when it gets its place.
 */
export function archiveOf(fields: Fields, { label, id, measured }: Known, report: Report): Archive | undefined {
  const roof = roofOf(fields)
  const heights = heightsOf(fields, label, { measured, roof: roof?.height ?? 0 }, report)
  if (!heights) return undefined
  const use = purposeOf(fields)
  if (!use) report.remark(label, 'use.assumed')
  if (id !== undefined && id.length > 64) report.remark(label, 'id.shortened')
  const address = addressOf(fields)
  // What is unknown is undefined and never written. Spreading only what is known takes five times as long.
  return {
    number: id?.slice(0, 64),
    name: fields.text(100, nameKeys) ?? address?.door ?? id?.slice(0, 100) ?? '',
    builtYear: yearOf(fields, label, report),
    use: use ?? 'residential',
    floors: heights.floors,
    floorHeight: heights.floorHeight,
    basements: basementsOf(fields),
    address,
    roof,
  }
}

function yearOf(fields: Fields, label: string, report: Report): number | undefined {
  const given = fields.get(yearKeys)
  if (given === undefined) return undefined
  // A date as well as a year: 1998-05-01, "1998年".
  const year = asNumber(given) ?? Number(/(?<!\d)\d{4}(?!\d)/.exec(String(given))?.[0])
  if (Number.isInteger(year) && year >= 1000 && year <= 2200) return year
  report.remark(label, 'attribute.ignored', `year: ${String(given)}`)
  return undefined
}
