export type Vec = [x: number, y: number, z: number]

/** In the middle of the Dutch grid, where it points to the north. */
export const CORNER: Vec = [155_000, 463_000, 2.5]

const moved = (points: Vec[], [x, y, z]: Vec): Vec[] =>
  points.map((point) => [point[0] + x, point[1] + y, point[2] + z])

export const MEANINGS = ['GroundSurface', 'WallSurface', 'RoofSurface'].map((type) => ({ type }))

export interface Shape {
  points: Vec[]
  /** Surfaces by the numbers of their points, each a list of rings; seen from outside counter-clockwise. */
  surfaces: number[][][]
  /** Of each surface, which of MEANINGS it has. */
  values: number[]
}

/** 10 m wide, 8 m deep, its eaves at 6 m and its ridge at 9 m. */
export function house(at: Vec = CORNER): Shape {
  const ground: Vec[] = [
    [0, 0, 0],
    [10, 0, 0],
    [10, 8, 0],
    [0, 8, 0],
  ]
  const eaves = ground.map(([x, y]): Vec => [x, y, 6])
  const points = moved([...ground, ...eaves, [0, 4, 9], [10, 4, 9]], at)
  const rings = [
    [0, 3, 2, 1],
    [0, 1, 5, 4],
    [2, 3, 7, 6],
    [3, 0, 4, 8, 7],
    [1, 2, 6, 9, 5],
    [4, 5, 9, 8],
    [6, 7, 8, 9],
  ]
  return { points, surfaces: rings.map((ring) => [ring]), values: [0, 1, 1, 1, 1, 2, 2] }
}

/** A block of 10 m by 8 m. */
export function block(at: Vec = CORNER, height = 12, [width, depth] = [10, 8]): Shape {
  const base: Vec[] = [
    [0, 0, 0],
    [width, 0, 0],
    [width, depth, 0],
    [0, depth, 0],
  ]
  const points = moved([...base, ...base.map(([x, y]): Vec => [x, y, height])], at)
  const rings = [
    [0, 3, 2, 1],
    [0, 1, 5, 4],
    [1, 2, 6, 5],
    [2, 3, 7, 6],
    [3, 0, 4, 7],
    [4, 5, 6, 7],
  ]
  return { points, surfaces: rings.map((ring) => [ring]), values: [0, 1, 1, 1, 1, 2] }
}

/** Collects the vertices that the geometries of a file share. */
export class Maker {
  readonly points: Vec[] = []

  /** As a solid, with semantics unless they are not wanted. */
  solid(shape: Shape, lod: unknown, semantics = true) {
    const values = [shape.values]
    return {
      type: 'Solid',
      lod,
      boundaries: [this.#surfaces(shape)],
      ...(semantics ? { semantics: { surfaces: MEANINGS, values } } : {}),
    }
  }

  multi(shape: Shape, lod: unknown, semantics = true) {
    const { values } = shape
    return {
      type: 'MultiSurface',
      lod,
      boundaries: this.#surfaces(shape),
      ...(semantics ? { semantics: { surfaces: MEANINGS, values } } : {}),
    }
  }

  #surfaces({ points, surfaces }: Shape): number[][][] {
    const first = this.points.length
    this.points.push(...points)
    return surfaces.map((rings) => rings.map((ring) => ring.map((index) => index + first)))
  }

  /** A file of version 1.1 or 2.0: whole numbers to be scaled and moved. */
  document(objects: object, version: '1.1' | '2.0' = '2.0', more: object = {}) {
    const transform = { scale: [0.001, 0.001, 0.001], translate: CORNER }
    return {
      type: 'CityJSON',
      version,
      metadata: { referenceSystem: 'https://www.opengis.net/def/crs/EPSG/0/7415' },
      transform,
      CityObjects: objects,
      vertices: this.packed(),
      ...more,
    }
  }

  packed(): Vec[] {
    return this.points.map((point) => point.map((value, i) => Math.round((value - (CORNER[i] ?? 0)) * 1000)) as Vec)
  }
}

export function building(geometry: unknown[], attributes: object = {}, more: object = {}) {
  return { type: 'Building', attributes, geometry, ...more }
}
