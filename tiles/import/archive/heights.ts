import type { Report } from '../report.ts'
import { asNumber, asText, type Fields } from './fields.ts'

export interface Heights {
  floors: number
  floorHeight: number
}

export const MOST_HEIGHT = 1500
const MOST_FLOORS = 200
const USUAL = 3

const heightKeys = [
  'measuredheight',
  'height',
  'buildingheight',
  'bldgheight',
  'buildheight',
  'heightm',
  'relativeheight',
  'relhoehe',
  'hoehe',
  'estheight',
  '高度',
  '建筑高度',
  '楼高',
  '房屋高度',
]
/** Of the Dutch register: heights of the roof above the sea, and the ground's. */
const roofKeys = ['b3hdakmax', 'hdakmax', 'b3hdak70p', 'hdak70p', 'b3hdak50p', 'hdak50p']
const groundKeys = ['b3hmaaiveld', 'hmaaiveld']
const floorKeys = [
  'storeysaboveground',
  'storiesaboveground',
  'buildinglevels',
  'levels',
  'floors',
  'floorcount',
  'numfloors',
  'floornum',
  'storeys',
  'stories',
  'floor',
  'b3bouwlagen',
  '楼层',
  '层数',
  '楼层数',
  '地上层数',
  '总层数',
]

/**
 * Storeys and their height, from whatever is known; undefined when the object must be left out. `measured` is what
 * the geometry says, which goes before what is written; `roof` is the part of the height above the walls.
 */
export function heightsOf(
  fields: Fields,
  label: string,
  { measured, roof }: { measured: number | undefined; roof: number },
  report: Report,
): Heights | undefined {
  const floors = floorsOf(fields, label, report)
  const written = writtenHeight(fields, label, report)
  const height = [measured, written].find(isHeight)
  const wrong = [measured, written].find((value) => value !== undefined && !isHeight(value))
  if (wrong !== undefined) {
    if (height === undefined && floors === undefined) {
      report.leaveOut(label, 'height.invalid', String(wrong))
      return undefined
    }
    report.remark(label, 'height.ignored', String(wrong))
  }
  if (height === undefined) {
    if (floors === undefined) report.remark(label, 'height.assumed')
    return { floors: floors ?? 3, floorHeight: USUAL }
  }
  return divide(height > roof + 1 ? height - roof : height, floors, label, report)
}

function divide(height: number, given: number | undefined, label: string, report: Report): Heights {
  const guessed = Math.min(MOST_FLOORS, Math.max(1, Math.round(height / USUAL)))
  let floors = given ?? guessed
  // No storey is so low that nobody stands in it, nor so high as a church.
  if (given !== undefined && given > 1 && height / given < 1.8) floors = guessed
  if (height / floors > 20) floors = guessed
  if (given !== undefined && floors !== given) report.remark(label, 'floors.mismatch', `${given}, ${round(height)} m`)
  return { floors, floorHeight: round(height / floors) }
}

const isHeight = (value: number | undefined) => value !== undefined && value > 0 && value <= MOST_HEIGHT
const round = (metres: number) => Math.max(0.001, Math.round(metres * 1000) / 1000)

function writtenHeight(fields: Fields, label: string, report: Report): number | undefined {
  const given = fields.get(heightKeys)
  if (given !== undefined) {
    const height = asNumber(given)
    if (height === undefined) report.remark(label, 'attribute.ignored', `height: ${asText(given) ?? typeof given}`)
    return height
  }
  const [roof, ground] = [asNumber(fields.get(roofKeys)), asNumber(fields.get(groundKeys))]
  return roof === undefined ? undefined : roof - (ground ?? 0)
}

function floorsOf(fields: Fields, label: string, report: Report): number | undefined {
  const given = fields.get(floorKeys)
  if (given === undefined) return undefined
  const floors = Math.round(asNumber(given) ?? Number.NaN)
  if (floors >= 1 && floors <= MOST_FLOORS) return floors
  report.remark(label, 'attribute.ignored', `floors: ${asText(given) ?? typeof given}`)
  return undefined
}

const basementKeys = ['storeysbelowground', 'storiesbelowground', 'buildinglevelsunderground', 'basements', '地下层数']

export function basementsOf(fields: Fields): number {
  const given = Math.round(asNumber(fields.get(basementKeys)) ?? 0)
  return given >= 0 && given <= 10 ? given : 0
}
