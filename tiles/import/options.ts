import type { OffsetSystem } from '#shared/place/chinese-offset.ts'

/** What a person says about a source that it does not say itself. */
export interface Options {
  /** Of the community; of a tileset, its own. */
  id?: string
  name?: string
  /** The coordinate system of the file, whatever the file says. */
  epsg?: number
  offset?: OffsetSystem
  /** A GeoJSON file of a few true places by the same ids or names. */
  reference?: string
  /** The first coordinate is the one to the north. */
  swapAxes?: boolean
  /** Metres of the community's ground, as the file counts heights. */
  datum?: number
  /** Put these buildings in the place of those that the folder holds. */
  replace?: boolean
  /** Metres by which a tileset is raised when it is drawn. */
  lift?: number
  /** A tileset that is larger is refused. */
  mostBytes?: number
  /** Milliseconds before a server is asked again; each time twice as long. */
  patience?: number
  /** The day that is noted in every building's archive. */
  today?: string
}
