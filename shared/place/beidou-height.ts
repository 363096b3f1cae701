import { refuse } from '../errors.ts'
import { beidouLevels, UNITS_PER_DEGREE } from './beidou.ts'

/**
 * The third dimension of the Beidou grid location code: the logarithmic height domain.
 *
 * Height over the ellipsoid is counted in shells that grow with the distance from the earth's center, so that
 * a cell stays about as high as it is wide: n = floor(7372800 * log(1 + H/r0) / log(1 + pi/180)), r0 = 6378137 m.
 * The code is the sign of n (0 at and above the ellipsoid, 1 below) and |n| in 31 bits, cut into
 * 6-3-1-4-4-1-3-3-3-3 for the levels. This is the variant of the widespread open codecs; docs/beidou.md says
 * where others differ.
 */
const RADIUS = 6_378_137
const SHELLS = UNITS_PER_DEGREE / Math.log1p(Math.PI / 180)
const MOST = 2 ** 31 - 1

/** Bits, and the characters they are written in. The first level is decimal, the others fit a hexadecimal digit. */
const cuts = [6, 3, 1, 4, 4, 1, 3, 3, 3, 3] as const

export interface BeidouShell {
  level: number
  bottom: number
  top: number
}

export function encodeBeidouHeight(height: number, level: number): string {
  if (!(height > -RADIUS)) refuse('input.invalid', { height }, 'no height')
  if (!cuts[level - 1]) refuse('input.invalid', { level }, 'a Beidou grid level is 1 to 10')
  const exact = Math.log1p(height / RADIUS) * SHELLS
  const near = Math.round(exact)
  const shell = Math.abs(exact - near) < 1e-6 ? near : Math.floor(exact)
  if (Math.abs(shell) > MOST) refuse('input.invalid', { height }, 'beyond the Beidou grid')
  let code = shell < 0 ? '1' : '0'
  let left = 31
  for (const [index, bits] of cuts.slice(0, level).entries()) {
    left -= bits
    const part = Math.floor(Math.abs(shell) / 2 ** left) % 2 ** bits
    code += index === 0 ? String(part).padStart(2, '0') : part.toString(16).toUpperCase()
  }
  return code
}

export function decodeBeidouHeight(code: string): BeidouShell {
  const level = code.length - 2
  if (!/^[01]([0-5]\d|6[0-3])[0-9A-F]{0,9}$/.test(code)) refuse('input.invalid', { code }, 'no Beidou height code')
  let value = Number(code.slice(1, 3))
  let left = 25
  for (const [index, bits] of cuts.slice(1, level).entries()) {
    const part = Number.parseInt(code.charAt(index + 3), 16)
    if (part >= 2 ** bits) refuse('input.invalid', { code }, 'no Beidou height code')
    value = value * 2 ** bits + part
    left -= bits
  }
  const [least, most] = [value * 2 ** left, (value + 1) * 2 ** left - 1]
  if (code.startsWith('0')) return { level, bottom: heightOf(least), top: heightOf(most + 1) }
  // There is no shell -0: the ground itself belongs to the side above.
  if (most === 0) refuse('input.invalid', { code }, 'no Beidou height code')
  return { level, bottom: heightOf(-most), top: heightOf(1 - Math.max(least, 1)) }
}

const heightOf = (shell: number) => RADIUS * Math.expm1(shell / SHELLS)

/** The code in three dimensions: the two codes of one level interleaved, level by level; 32 characters at level 10. */
export function joinBeidou(code: string, height: string): string {
  const level = height.length - 2
  if (beidouLevels[level - 1]?.length !== code.length)
    refuse('input.invalid', { code, height }, 'a Beidou grid code and a height code of the same level are needed')
  return weave(level, (plane, up) => code.slice(...plane) + height.slice(...up))
}

export function splitBeidou(joined: string): { code: string; height: string } {
  const level = beidouLevels.findIndex(({ length }, index) => length + index + 3 === joined.length) + 1
  if (level === 0) refuse('input.invalid', { code: joined }, 'no Beidou grid code in three dimensions')
  const part = (offset: (plane: Cut, up: Cut) => Cut) => weave(level, (plane, up) => joined.slice(...offset(plane, up)))
  return {
    code: part(([from, to], up) => [from + up[0], to + up[0]]),
    height: part((plane, [from, to]) => [from + plane[1], to + plane[1]]),
  }
}

type Cut = [from: number, to: number]

/** The sign characters first, then each level's characters of the plane, then of the height. */
function weave(level: number, piece: (plane: Cut, up: Cut) => string): string {
  let woven = piece([0, 1], [0, 1])
  let from = 1
  for (const [index, { length }] of beidouLevels.slice(0, level).entries()) {
    woven += piece([from, length], [index === 0 ? 1 : index + 2, index + 3])
    from = length
  }
  return woven
}
