import { metresPerDegree } from '#shared/place/geodesy.ts'
import { contains, edges, type Ring } from '#shared/place/ring.ts'
import type { Where } from '../../tracks.ts'

/** Asked of millions of positions: most of them are told apart by a box alone. */
export function isThere(where: Where): (lon: number, lat: number) => boolean {
  const tests = where.map((one) => ('ring' in one ? within(one.ring, one.around) : around(one)))
  return (lon, lat) => tests.some((test) => test(lon, lat))
}

function around({ lon: x, lat: y, radius }: { lon: number; lat: number; radius: number }) {
  const metres = metresPerDegree(y)
  return (lon: number, lat: number) => Math.hypot((lon - x) * metres.lon, (lat - y) * metres.lat) <= radius
}

function within(ring: Ring, reach: number) {
  let [west, south, east, north] = [180, 90, -180, -90]
  for (const [lon, lat] of ring) {
    west = Math.min(west, lon)
    east = Math.max(east, lon)
    south = Math.min(south, lat)
    north = Math.max(north, lat)
  }
  const metres = metresPerDegree((south + north) / 2)
  const [beside, above] = [reach / metres.lon, reach / metres.lat]
  return (lon: number, lat: number) => {
    if (lon < west - beside || lon > east + beside || lat < south - above || lat > north + above) return false
    return contains(ring, [lon, lat]) || (reach > 0 && offEdge(ring, lon, lat, metres) <= reach)
  }
}

/** Metres to the nearest edge. */
function offEdge(ring: Ring, lon: number, lat: number, metres: { lon: number; lat: number }): number {
  let least = Number.POSITIVE_INFINITY
  for (const [a, b] of edges(ring)) {
    const [ax, ay] = [(a[0] - lon) * metres.lon, (a[1] - lat) * metres.lat]
    const [dx, dy] = [(b[0] - a[0]) * metres.lon, (b[1] - a[1]) * metres.lat]
    const long = dx * dx + dy * dy
    const share = long > 0 ? Math.min(1, Math.max(0, -(ax * dx + ay * dy) / long)) : 0
    least = Math.min(least, Math.hypot(ax + dx * share, ay + dy * share))
  }
  return least
}
