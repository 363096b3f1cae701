import type { Position } from '#shared/place/position.ts'
import type { Surface } from '../cim/buildings.ts'
import type { Ring } from '../cim/geometry.ts'
import type { Ground, Tree } from '../cim/ground.ts'
import type { Tileset } from '../cim/tilesets.ts'
import type { Archive } from './archive/archive.ts'
import type { Head } from './head.ts'
import type { Options } from './options.ts'
import type { Remark, Report } from './report.ts'
import type { Source } from './source.ts'
import type { Words } from './words.ts'

/** What a building of a file becomes, before there is a community that it belongs to. */
export interface FoundBuilding {
  /** As the report names it: by its id, or by where it stands in the file. */
  label: string
  /** Its id in the source; what comes a second time is left out. */
  id: string | undefined
  lon: number
  lat: number
  /** Metres of its ground, as the file counts heights; undefined: the file knows of none. */
  ground?: number
  archive: Archive
  footprint: Ring
  holes: Ring[]
  shell?: Surface[]
  /** What had to be done to it. */
  remarks: Remark[]
}

/** Made elsewhere and brought along whole: its files lie in the folder of what comes in. */
export interface FoundTileset {
  tileset: Omit<Tileset, 'center' | 'lift'>
  /** Height above the ellipsoid. */
  center: Position
  /** Metres from the center to where it ends. */
  radius: number
}

export type Found =
  | { kind: 'building'; found: FoundBuilding }
  | { kind: 'ground'; ground: Ground }
  | { kind: 'tree'; tree: Tree }
  | { kind: 'tileset'; found: FoundTileset }

export interface Step {
  phase: Words
  done: number
  /** Unknown: nobody can say how much there is. */
  total?: number
  unit: 'bytes' | 'files' | 'buildings'
}

export interface Work {
  source: Source
  head: Head
  options: Options
  report: Report
  /** Where files may be put until all is well. */
  folder: string
  signal: AbortSignal
  progress(step: Step): void
}

/** A format. A new one is a file and a line in the list (formats.ts). */
export interface Importer {
  id: string
  name: Words
  /** By what a source holds, whatever it is called. */
  recognises(head: Head): boolean
  /** Its objects one by one. What cannot be taken goes to the report; throws `Refused` when nothing of it can. */
  read(work: Work): AsyncGenerator<Found[]>
}
