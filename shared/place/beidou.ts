import { z } from 'zod'
import { refuse } from '../errors.ts'

/**
 * The Beidou grid location code, GB/T 39409-2020, two-dimensional. docs/beidou.md has the table of levels,
 * the readings chosen where public codecs differ, and test vectors.
 *
 * All is counted in whole units of the smallest cell, 1/2048 of a second of arc, so that no cell edge
 * depends on the rounding of a division.
 */
const SECOND = 2048
const MINUTE = 60 * SECOND
export const UNITS_PER_DEGREE = 60 * MINUTE
const HALF_TURN = 180 * UNITS_PER_DEGREE
/** From here to the poles the standard has another grid, which no command center of a community needs. */
const CAP = 88 * UNITS_PER_DEGREE

interface Level {
  /** Characters of a code of this level. */
  length: number
  width: number
  height: number
}

const square = (length: number, size: number): Level => ({ length, width: size, height: size })
const first: Level = { length: 4, width: 360 * MINUTE, height: 240 * MINUTE }
export const beidouLevels: readonly Level[] = [
  first,
  square(6, 30 * MINUTE),
  { length: 7, width: 15 * MINUTE, height: 10 * MINUTE },
  square(9, MINUTE),
  square(11, 4 * SECOND),
  square(12, 2 * SECOND),
  square(14, SECOND / 4),
  square(16, SECOND / 32),
  square(18, SECOND / 256),
  square(20, 1),
]

export interface BeidouCell {
  level: number
  west: number
  south: number
  east: number
  north: number
  center: { lon: number; lat: number }
}

/** Cells own their west and south edge, on every side of the world. */
export function encodeBeidou({ lon, lat }: { lon: number; lat: number }, level: number): string {
  if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) refuse('input.invalid', { lon, lat }, 'no longitude and latitude')
  if (!beidouLevels[level - 1]) refuse('input.invalid', { level }, 'a Beidou grid level is 1 to 10')
  const y = wholeUnits(lat)
  if (y >= CAP || y < -CAP) refuse('input.invalid', { lat }, 'the polar caps, from 88 degrees, have no code here')
  const x = wholeUnits(lon)
  return write(x === HALF_TURN ? -HALF_TURN : x, y, level)
}

export function decodeBeidou(code: string): BeidouCell {
  const { level, x, y, width, height } = read(code) ?? refuse('input.invalid', { code }, 'no Beidou grid code')
  return {
    level,
    west: x / UNITS_PER_DEGREE,
    south: y / UNITS_PER_DEGREE,
    east: (x + width) / UNITS_PER_DEGREE,
    north: (y + height) / UNITS_PER_DEGREE,
    center: { lon: (x + width / 2) / UNITS_PER_DEGREE, lat: (y + height / 2) / UNITS_PER_DEGREE },
  }
}

export function isBeidouCode(code: string): boolean {
  return read(code) !== undefined
}

export const BeidouCode = z.string().refine(isBeidouCode, 'no Beidou grid code')
export type BeidouCode = z.infer<typeof BeidouCode>

/** The next larger cell around this one; a cell of the first level has none. */
export function beidouParent(code: string): string | undefined {
  const { level } = read(code) ?? refuse('input.invalid', { code }, 'no Beidou grid code')
  const parent = beidouLevels[level - 2]
  return parent && code.slice(0, parent.length)
}

const around = [
  [0, 1],
  [1, 1],
  [1, 0],
  [1, -1],
  [0, -1],
  [-1, -1],
  [-1, 0],
  [-1, 1],
] as const

/** Clockwise from north. Beside a polar cap there are fewer than eight. */
export function beidouNeighbours(code: string): string[] {
  const { level, x, y, width, height } = read(code) ?? refuse('input.invalid', { code }, 'no Beidou grid code')
  return around.flatMap(([right, up]) => {
    const [column, row] = [x + right * width, y + up * height]
    if (row >= CAP || row < -CAP) return []
    return write(column < -HALF_TURN ? HALF_TURN - width : column === HALF_TURN ? -HALF_TURN : column, row, level)
  })
}

const BEGINNING = /^[NS](\d{0,2}|\d\d[A-V][0-9A-F]{0,16})$/

/** Could a code begin so? A letter alone is no beginning yet: it might be a name as well. */
export function isBeidouPrefix(text: string): boolean {
  return /^.\d/.test(text.trim()) && BEGINNING.test(text.trim().toUpperCase())
}

/**
 * All codes that begin with `prefix` lie in `from <= code < to`, compared byte by byte: what a store needs to
 * find everything in a cell by an index. A prefix may end within a level, as it does while somebody types it.
 */
export function beidouRange(prefix: string): { from: string; to: string } {
  const from = prefix.trim().toUpperCase()
  if (!BEGINNING.test(from)) refuse('input.invalid', { prefix }, 'no beginning of a Beidou grid code')
  return { from, to: from.slice(0, -1) + String.fromCharCode(from.charCodeAt(from.length - 1) + 1) }
}

/** The unit a coordinate lies in; within a millionth of an edge (15 nm) it is taken to be the edge. */
function wholeUnits(degrees: number): number {
  const exact = degrees * UNITS_PER_DEGREE
  const near = Math.round(exact)
  return Math.abs(exact - near) < 1e-6 ? near : Math.floor(exact)
}

/** Levels 3 and 6 have one digit for both directions, 2 x row + column; the others a hexadecimal digit for each. */
const isJoint = (index: number) => index === 2 || index === 5

/**
 * Below the first level everything is counted away from the equator and the prime meridian, so the four
 * quadrants mirror one another. Some codecs count from the south-west corner instead: see docs/beidou.md.
 */
const mirrored = (unit: number) => (unit < 0 ? -1 - unit : unit)

function write(x: number, y: number, level: number): string {
  const [across, along] = [mirrored(x), mirrored(y)]
  const column = Math.floor(x / first.width) + 31
  let code = `${y < 0 ? 'S' : 'N'}${String(column).padStart(2, '0')}`
  code += String.fromCharCode(65 + Math.floor(along / first.height))
  let outer = first
  for (const [index, inner] of beidouLevels.entries()) {
    if (index === 0) continue
    if (index === level) break
    const a = Math.floor((across % outer.width) / inner.width)
    const b = Math.floor((along % outer.height) / inner.height)
    code += isJoint(index) ? String(2 * b + a) : (a * 16 + b).toString(16).toUpperCase().padStart(2, '0')
    outer = inner
  }
  return code
}

/** The cell in units, `x` and `y` its south-west corner; undefined for what is no code. */
function read(code: string) {
  const start = /^([NS])(0[1-9]|[1-5]\d|60)([A-V])[0-9A-F]*$/.exec(code)
  const level = beidouLevels.findIndex(({ length }) => length === code.length) + 1
  if (!start || level === 0) return undefined
  const column = Number(start[2]) - 31
  let across = mirrored(column) * first.width
  let along = (code.charCodeAt(3) - 65) * first.height
  let outer = first
  for (const [index, inner] of beidouLevels.slice(0, level).entries()) {
    if (index === 0) continue
    const digits = Number.parseInt(code.slice(outer.length, inner.length), 16)
    const [a, b] = isJoint(index) ? [digits % 2, digits >> 1] : [digits >> 4, digits & 15]
    if (a * inner.width >= outer.width || b * inner.height >= outer.height) return undefined
    across += a * inner.width
    along += b * inner.height
    outer = inner
  }
  const { width, height } = outer
  return {
    level,
    x: column < 0 ? -across - width : across,
    y: start[1] === 'S' ? -along - height : along,
    width,
    height,
  }
}
