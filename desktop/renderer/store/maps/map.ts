import type { Text } from '#models/kind.ts'
import type { DimensionId } from './dimensions.ts'
import type { Thing } from './thing.ts'

/** What is picked out: of each dimension these keys, one as good as the other. */
export type Picks = Partial<Readonly<Record<DimensionId, readonly string[]>>>

export interface Amount {
  value: number
  unit?: string
  decimals?: number
  /** Of so many. */
  of?: number
  /** Somebody should look. */
  concern?: boolean
}

/** A number that says how it stands. */
export interface Figure {
  id: string
  name: Text
  /** Undefined: there is nothing here of which it could be said. */
  of(things: readonly Thing[]): Amount | undefined
  /** What it is made of: pressed, it is picked out. */
  picks?: Picks
}

/** What some devices measure, side by side: worst first, against the limit of their rule. */
export interface Measure {
  kind: string
  metric: string
}

/** 一张图: a view of the community from one side: what it is about, its layers, its figures, its charts. */
export interface ThematicMap {
  id: string
  name: Text
  glyph: string
  /** Kinds of devices that it is about. */
  wants(kind: string): boolean
  /** Switched on as long as it is open. */
  layers: readonly string[]
  /** The first one stands for the whole of it. */
  figures: readonly [Figure, ...Figure[]]
  charts: readonly DimensionId[]
  measures: readonly Measure[]
}
