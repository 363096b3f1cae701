import { isRecord } from '../json/is-record.ts'
import { contentsOf, extension } from './tile.ts'

/** A tree that is described by its availability instead of its tiles. */
export interface Implicit {
  /** 2 for a quadtree, 3 for an octree. */
  dimensions: 2 | 3
  subtreeLevels: number
  /** Levels of the whole tree, where it says. */
  levels: number
  subtrees: string
  contents: string[]
}

export function implicitOf(tile: Record<string, unknown>): Implicit | undefined {
  const given = isRecord(tile.implicitTiling) ? tile.implicitTiling : extension(tile, '3DTILES_implicit_tiling')
  if (!given) return undefined
  const { subdivisionScheme, subtreeLevels, availableLevels, maximumLevel, subtrees } = given
  const template = isRecord(subtrees) ? subtrees.uri : undefined
  if (typeof template !== 'string' || typeof subtreeLevels !== 'number' || !(subtreeLevels >= 1 && subtreeLevels <= 12))
    return undefined
  const levels =
    typeof availableLevels === 'number' ? availableLevels : typeof maximumLevel === 'number' ? maximumLevel + 1 : 24
  return {
    dimensions: subdivisionScheme === 'OCTREE' ? 3 : 2,
    subtreeLevels,
    levels,
    subtrees: template,
    contents: contentsOf(tile).flatMap(({ uri, url }) => [uri, url].filter((one) => typeof one === 'string')),
  }
}

/** Where a tile stands in its tree. */
export interface Cell {
  level: number
  at: readonly number[]
}

export function fill(template: string, { level, at: [x = 0, y = 0, z = 0] }: Cell): string {
  return template
    .replaceAll('{level}', `${level}`)
    .replaceAll('{x}', `${x}`)
    .replaceAll('{y}', `${y}`)
    .replaceAll('{z}', `${z}`)
}

/** The cell that is `step` levels further down, by its Morton number: the bits of x, y and z in turn. */
export function below({ level, at }: Cell, step: number, morton: number, dimensions: 2 | 3): Cell {
  const inner = Array.from({ length: dimensions }, () => 0)
  let left = morton
  for (let bit = 0; bit < step; bit++)
    for (let axis = 0; axis < dimensions; axis++) {
      inner[axis] = (inner[axis] as number) + (left % 2) * 2 ** bit
      left = Math.floor(left / 2)
    }
  return { level: level + step, at: inner.map((value, axis) => (at[axis] ?? 0) * 2 ** step + value) }
}
