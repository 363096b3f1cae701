/** As far as it is read here: https://www.cityjson.org/specs/. Everything is checked where it is used. */
export interface CityObject {
  type?: unknown
  attributes?: unknown
  geometry?: unknown
  children?: unknown
  parents?: unknown
  address?: unknown
}

export interface Geometry {
  type?: unknown
  lod?: unknown
  boundaries?: unknown
  semantics?: { surfaces?: unknown; values?: unknown } | null
  /** Of an instance of a template. */
  template?: unknown
  transformationMatrix?: unknown
}

/** East, north, up in the units of the file: or whatever its coordinate system has. */
export type Vec = readonly [x: number, y: number, z: number]

/** A surface of a geometry: its outline and holes, and what the file says that it is. */
export interface Polygon {
  rings: Vec[][]
  semantic?: string
}
