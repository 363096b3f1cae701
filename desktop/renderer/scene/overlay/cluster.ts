import type { Enu } from '#shared/place/geodesy.ts'
import type { Condition } from '../../store/device-state.ts'
import type { Lens } from '../camera/lens.ts'
import type { Mark, MarkSet } from '../content/marks.ts'

/** Pixels that a mark needs to itself. */
const CELL = 84
/** A cell may not be smaller: what is nearer together than this is never told apart by standing apart. */
const LEAST_METRES = 1.2
/** Cells are so many times as high as wide: of a tower afar there is one number, not one on top of the other. */
const TALL = 3
/** Of a cluster so many are kept by name: more than a list of them can use. */
const MOST_KEPT = 200

/** Marks that would cover one another, as one. */
export interface Cluster {
  at: Enu
  count: number
  conditions: Map<Condition, number>
  /** Of the first few. */
  marks: Mark[]
  /** How far its marks are apart, in metres: 0 means that no zoom will part them. */
  spread: number
  rank: number
  place: string
}

export interface Clustered {
  singles: Mark[]
  clusters: Cluster[]
}

interface Cell {
  marks: Mark[]
  count: number
  sum: [number, number, number]
  least: [number, number, number]
  most: [number, number, number]
  conditions: Map<Condition, number>
  rank: number
}

/** `lift`: how far above its true place a mark is drawn; undefined hides it. */
export type Lift = (place: string) => number | undefined

/**
 * Gathers by cells of space whose size follows the distance to the eye. Cells do not move with the camera, so turning
 * about leaves every cluster where it is.
 */
export function clustered(sets: readonly MarkSet[], lens: Lens, scale: number, lift: Lift): Clustered {
  const { at: eye } = lens.eye
  const singles: Mark[] = []
  const cells = new Map<string, Map<number, Cell>>()
  const perMetre = lens.metresPerPixel(1) * CELL * scale
  for (const set of sets) {
    const { at, rows } = set
    for (let i = 0; i < rows.length; i++) {
      const mark = rows[i] as Mark
      const raised = lift(mark.place)
      if (raised === undefined) continue
      const east = at[3 * i] as number
      const north = at[3 * i + 1] as number
      const up = (at[3 * i + 2] as number) + raised
      if (mark.cluster === undefined) {
        singles.push(mark)
        continue
      }
      // `Math.hypot` minds overflows that there are none of here, and takes ten times as long.
      const far = Math.sqrt((east - eye.east) ** 2 + (north - eye.north) ** 2 + (up - eye.up) ** 2)
      const level = Math.ceil(Math.log2(Math.max(LEAST_METRES, far * perMetre)))
      const size = 2 ** level
      const [x, y, z] = [Math.floor(east / size), Math.floor(north / size), Math.floor(up / (size * TALL))]
      // Five bits of level, sixteen each of east and north, ten of height: exact in a double.
      const key = (((level + 8) * 65536 + (x & 65535)) * 65536 + (y & 65535)) * 1024 + (z & 1023)
      let group = cells.get(mark.cluster)
      if (!group) {
        group = new Map()
        cells.set(mark.cluster, group)
      }
      const cell = group.get(key)
      if (cell) add(cell, mark, east, north, up)
      else group.set(key, newCell(mark, east, north, up))
    }
  }
  const clusters: Cluster[] = []
  for (const group of cells.values())
    for (const cell of group.values())
      if (cell.count === 1) singles.push(cell.marks[0] as Mark)
      else clusters.push(closed(cell))
  return { singles, clusters }
}

function newCell(mark: Mark, east: number, north: number, up: number): Cell {
  return {
    marks: [mark],
    count: 1,
    sum: [east, north, up],
    least: [east, north, up],
    most: [east, north, up],
    conditions: new Map([[mark.condition, 1]]),
    rank: mark.rank,
  }
}

function add(cell: Cell, mark: Mark, east: number, north: number, up: number): void {
  cell.count++
  if (cell.marks.length < MOST_KEPT) cell.marks.push(mark)
  cell.conditions.set(mark.condition, (cell.conditions.get(mark.condition) ?? 0) + 1)
  cell.rank = Math.max(cell.rank, mark.rank)
  const { sum, least, most } = cell
  sum[0] += east
  sum[1] += north
  sum[2] += up
  least[0] = Math.min(least[0], east)
  least[1] = Math.min(least[1], north)
  least[2] = Math.min(least[2], up)
  most[0] = Math.max(most[0], east)
  most[1] = Math.max(most[1], north)
  most[2] = Math.max(most[2], up)
}

function closed({ marks, count, sum, least, most, conditions, rank }: Cell): Cluster {
  return {
    at: { east: sum[0] / count, north: sum[1] / count, up: sum[2] / count },
    count,
    conditions,
    marks,
    spread: Math.hypot(most[0] - least[0], most[1] - least[1], most[2] - least[2]),
    rank,
    place: marks[0]?.place ?? '',
  }
}

/** Two as one, where the first stands. */
export function joined(a: Cluster, b: Cluster): Cluster {
  const conditions = new Map(a.conditions)
  for (const [condition, count] of b.conditions) conditions.set(condition, (conditions.get(condition) ?? 0) + count)
  const between = Math.hypot(a.at.east - b.at.east, a.at.north - b.at.north, a.at.up - b.at.up)
  return {
    ...a,
    count: a.count + b.count,
    conditions,
    marks: [...a.marks, ...b.marks].slice(0, MOST_KEPT),
    spread: Math.max(a.spread, b.spread, between),
    rank: Math.max(a.rank, b.rank),
  }
}
