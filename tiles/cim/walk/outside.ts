import { type Local, toDegrees, toLocal } from '#shared/place/local.ts'
import { contains } from '#shared/place/ring.ts'
import type { LonLat } from '../geometry.ts'
import type { RoadEdge } from '../roads.ts'
import type { Site } from '../site.ts'
import type { GraphMaker, WayOfEdge } from './graph.ts'
import { CAR, type WayOut } from './inside.ts'
import { isBetween, length, nearest, type Piece, wallsOf } from './reach.ts'

export type OutsideSite = Pick<Site, 'community' | 'grids' | 'buildings' | 'roads' | 'gates'>

/** Roads, gates, and the ways from them to the entrances of buildings. `now` tells which closures hold. */
export function addOutside(maker: GraphMaker, site: OutsideSite, entrances: readonly WayOut[], now?: number): void {
  const { community, roads, gates } = site
  const local = ([lon, lat]: LonLat) => toLocal(community.center, lon, lat)
  const placeAt = (lonLat: LonLat) => site.grids.find(({ ring }) => contains(ring, lonLat))?.place ?? community.id
  const nodeAt = (id: string, lonLat: LonLat) => {
    const [lon, lat] = lonLat
    return maker.node({ id, place: placeAt(lonLat), lon, lat, height: 0 })
  }
  const pieces = roads.edges.flatMap((road) => piecesOf(road, site, local, nodeAt))
  const walls = site.buildings.map(({ place, footprint }) => wallsOf(place, footprint.map(local)))
  const joinTo = (id: string, from: number, at: Local, way: WayOfEdge, own?: string) => {
    const found = nearest(
      pieces,
      at,
      (target) => !walls.some((wall) => wall.place !== own && isBetween(wall, at, target)),
    )
    if (!found) return
    const { piece, along, point } = found
    const node = maker.node({
      id,
      place: placeAt(toDegrees(community.center, point)),
      ...degrees(site, point),
      height: 0,
    })
    if (!piece.breaks.some((one) => one.node === node)) piece.breaks.push({ along, node })
    maker.join(from, node, Math.max(0.01, length(at, point)), way)
  }
  for (const { id, at, width, kind } of gates)
    joinTo(`gate:${id}:road`, nodeAt(`gate:${id}`, at), local(at), {
      kind: 'road',
      width,
      vehicle: kind !== 'pedestrian',
    })
  for (const { node, building, width } of entrances) {
    const { id, lon, lat } = maker.nodes[node] as { id: string; lon: number; lat: number }
    joinTo(`${id}:road`, node, local([lon, lat]), { kind: 'path', width, vehicle: width >= CAR }, building)
  }
  const closed = new Set(roads.closures.filter((one) => holds(one, now)).map(({ edge }) => edge))
  for (const piece of pieces) addPiece(maker, piece, closed.has(piece.road.id))
}

function holds({ from, to }: { from?: number | undefined; to?: number | undefined }, now?: number): boolean {
  return now === undefined || ((from ?? now) <= now && now <= (to ?? now))
}

function degrees(site: OutsideSite, point: Local): { lon: number; lat: number } {
  const [lon, lat] = toDegrees(site.community.center, point)
  return { lon, lat }
}

function piecesOf(
  road: RoadEdge,
  { roads }: OutsideSite,
  local: (at: LonLat) => Local,
  nodeAt: (id: string, at: LonLat) => number,
): Piece[] {
  const end = (id: string) => roads.nodes.find((node) => node.id === id)
  const [from, to] = [end(road.from), end(road.to)]
  if (!from || !to) return []
  const points = [from.at, ...(road.via ?? []), to.at]
  const ids = points.map((_, i) => {
    if (i === 0) return `road:${road.from}`
    return i === points.length - 1 ? `road:${road.to}` : `road:${road.id}#${i}`
  })
  const nodes = points.map((at, i) => nodeAt(ids[i] as string, at))
  return points.slice(1).map((at, i) => ({
    road,
    a: local(points[i] as LonLat),
    b: local(at),
    nodes: [nodes[i] as number, nodes[i + 1] as number],
    breaks: [],
  }))
}

function addPiece(maker: GraphMaker, { road, a, b, nodes, breaks }: Piece, closed: boolean): void {
  const path = road.class === 'path'
  const way: WayOfEdge = {
    kind: path ? 'path' : 'road',
    width: road.width,
    // An engine takes a path that is wide enough for it and kept free.
    vehicle: !path || road.fireLane,
    oneWay: road.oneWay,
    fireLane: road.fireLane,
    of: road.id,
    closed,
  }
  const whole = length(a, b)
  let before = { along: 0, node: nodes[0] }
  for (const next of [...breaks.sort((one, other) => one.along - other.along), { along: 1, node: nodes[1] }]) {
    maker.join(before.node, next.node, (next.along - before.along) * whole, way)
    before = next
  }
}
