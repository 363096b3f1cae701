import type { Bounds } from './content.ts'

/** A tile as tileset.json has it. */
export interface Tile {
  boundingVolume: { box: number[] }
  geometricError: number
  refine?: 'ADD' | 'REPLACE'
  content?: { uri: string }
  transform?: number[]
  metadata?: { class: string; properties: Record<string, unknown> }
  children?: Tile[]
  /** Not written: what the box is made of. */
  bounds: Bounds
}

export function tile(
  bounds: Bounds,
  geometricError: number,
  more: Omit<Partial<Tile>, 'boundingVolume' | 'bounds'> = {},
): Tile {
  const half = (axis: number) => Math.max(0.05, ((bounds.max[axis] as number) - (bounds.min[axis] as number)) / 2)
  const center = (axis: number) => ((bounds.max[axis] as number) + (bounds.min[axis] as number)) / 2
  // biome-ignore format: a box is its center and three half axes
  const box = [center(0), center(1), center(2), half(0), 0, 0, 0, half(1), 0, 0, 0, half(2)].map(rounded)
  return { boundingVolume: { box }, geometricError: rounded(geometricError), ...more, bounds }
}

const rounded = (value: number) => Math.round(value * 1000) / 1000

export interface TilesetOptions {
  geometricError: number
  extras?: Record<string, unknown>
  schema?: unknown
}

export function tilesetJson(root: Tile, { geometricError, extras, schema }: TilesetOptions): string {
  const tileset = {
    asset: { version: '1.1', generator: 'Ankan', ...(extras ? { extras } : {}) },
    ...(schema ? { schema } : {}),
    geometricError: rounded(geometricError),
    root: { refine: 'ADD', ...root },
  }
  return JSON.stringify(tileset, (key, value) => (key === 'bounds' ? undefined : value))
}
