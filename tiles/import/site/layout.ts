import { metresPerDegree } from '#shared/place/geodesy.ts'
import type { Grid } from '../../cim/community.ts'
import type { Ring } from '../../cim/geometry.ts'
import { GrowingHull } from '../shape/hull.ts'
import { toEight } from '../shape/planar.ts'
import type { Extents } from './extents.ts'

/** What lies farther from the middle than this belongs to another city, or to a mistake. */
const FAR = 100_000
/** Up to so many buildings one grid unit will do. */
const FEW = 300
const CELL = 500

export interface Layout {
  center: { lon: number; lat: number }
  radius: number
  boundary: Ring
  grids: Grid[]
  /** The grid of a building by its number; undefined: it lies too far away. */
  gridOf(i: number): string | undefined
}

/** How a community lies, out of its buildings. */
export function layOut(extents: Extents, id: string, name: string): Layout {
  const middle = { lon: extents.lon.percentile(0.5) ?? 0, lat: extents.lat.percentile(0.5) ?? 0 }
  const metres = metresPerDegree(middle.lat)
  const isNear = (i: number) =>
    Math.hypot((extents.lon.at(i) - middle.lon) * metres.lon, (extents.lat.at(i) - middle.lat) * metres.lat) < FAR
  const hull = new GrowingHull()
  let near = 0
  for (let i = 0; i < extents.count; i++) {
    if (!isNear(i)) continue
    near++
    for (const corner of extents.corners(i)) hull.add(corner)
  }
  const boundary = hull.ring.map(([lon, lat]): [number, number] => [toEight(lon), toEight(lat)])
  const box = boxOf(boundary)
  const center = { lon: toEight((box.west + box.east) / 2), lat: toEight((box.south + box.north) / 2) }
  const away = ([lon, lat]: readonly [number, number]) =>
    Math.hypot((lon - center.lon) * metres.lon, (lat - center.lat) * metres.lat)
  const radius = Math.ceil(Math.max(50, ...boundary.map(away)))
  const cells = near > FEW ? cellsOf(extents, isNear, box, metres, id) : undefined
  const one: Grid = { place: `${id}/z1`, name, ring: boundary, inCharge: [] }
  return {
    center,
    radius,
    boundary,
    grids: cells?.grids ?? [one],
    gridOf: (i) => (isNear(i) ? (cells?.gridOf(i) ?? one.place) : undefined),
  }
}

type Box = { west: number; east: number; south: number; north: number }

function boxOf(ring: Ring): Box {
  const [lons, lats] = [ring.map(([lon]) => lon), ring.map(([, lat]) => lat)]
  return { west: Math.min(...lons), east: Math.max(...lons), south: Math.min(...lats), north: Math.max(...lats) }
}

/** Squares of about 500 m, those alone that hold a building, counted from the south-west. */
function cellsOf(
  extents: Extents,
  isNear: (i: number) => boolean,
  box: Box,
  metres: { lon: number; lat: number },
  id: string,
) {
  const columns = Math.max(1, Math.round(((box.east - box.west) * metres.lon) / CELL))
  const rows = Math.max(1, Math.round(((box.north - box.south) * metres.lat) / CELL))
  const [width, height] = [(box.east - box.west) / columns, (box.north - box.south) / rows]
  const cellOf = (i: number) => {
    const column = Math.min(columns - 1, Math.floor((extents.lon.at(i) - box.west) / width))
    const row = Math.min(rows - 1, Math.floor((extents.lat.at(i) - box.south) / height))
    return row * columns + column
  }
  const used = new Set<number>()
  for (let i = 0; i < extents.count; i++) if (isNear(i)) used.add(cellOf(i))
  const sorted = [...used].sort((a, b) => a - b)
  const places = new Map(sorted.map((cell, n) => [cell, `${id}/z${n + 1}`]))
  const grids = sorted.map((cell, n): Grid => {
    const [west, south] = [box.west + (cell % columns) * width, box.south + Math.floor(cell / columns) * height]
    const ring = [
      [west, south],
      [west + width, south],
      [west + width, south + height],
      [west, south + height],
    ] as const
    const name = `第 ${n + 1} 网格`
    return {
      place: `${id}/z${n + 1}`,
      name,
      ring: ring.map(([lon, lat]) => [toEight(lon), toEight(lat)]),
      inCharge: [],
    }
  })
  return { grids, gridOf: (i: number) => places.get(cellOf(i)) }
}
