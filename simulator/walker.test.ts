import { expect, test } from 'vitest'
import { toDegrees, toLocal } from '#shared/place/local.ts'
import { seededRandom } from '#shared/random.ts'
import { type RoadEdge, Roads } from '#tiles/cim/roads.ts'
import { Walker } from './walker.ts'
import { Ways } from './ways.ts'

const center = { lon: 114, lat: 22.5, height: 0 }
const community = { id: 'town', name: 'Town', center, datum: 0, radius: 400 }
const BLOCK = 80
const at = (east: number, north: number) => toDegrees(center, { east, north })
const name = (i: number, j: number) => `n${i}-${j}`

/** Five streets each way, a footpath out of the first corner, a dead end out of the last. */
function town() {
  const nodes: { id: string; at: [number, number] }[] = []
  const edges: (Partial<RoadEdge> & { id: string; from: string; to: string })[] = []
  const street = { width: 10, lanes: 2, class: 'local', fireLane: true } as const
  for (let i = 0; i < 5; i++)
    for (let j = 0; j < 5; j++) {
      nodes.push({ id: name(i, j), at: at(i * BLOCK, j * BLOCK) })
      if (i > 0) edges.push({ id: `we${i}-${j}`, from: name(i - 1, j), to: name(i, j), ...street })
      if (j > 0) edges.push({ id: `ns${i}-${j}`, from: name(i, j - 1), to: name(i, j), ...street })
    }
  nodes.push({ id: 'park', at: at(-90, -90) }, { id: 'end', at: at(4 * BLOCK + 50, 4 * BLOCK) })
  edges.push({ id: 'path', from: name(0, 0), to: 'park', width: 2, lanes: 0, class: 'path' })
  edges.push({ id: 'stub', from: name(4, 4), to: 'end', ...street })
  return { community, grids: [], roads: Roads.parse({ nodes, edges, closures: [] }) }
}

/** Metres from the middle of the nearest street or path. */
function offStreets(east: number, north: number): number {
  const street = (a: number) => Math.abs(a - Math.min(4, Math.max(0, Math.round(a / BLOCK))) * BLOCK)
  const onPath = east < 1 && north < 1 ? Math.abs(east - north) / Math.SQRT2 : Number.POSITIVE_INFINITY
  return Math.min(street(east), street(north), onPath)
}

const post = { lon: at(160, 160)[0], lat: at(160, 160)[1], height: 0 }

for (const [as, everyS, paces] of [
  ['person', 2, [1.1, 1.6]],
  ['vehicle', 1, [3, 6]],
] as const)
  test(`a ${as} keeps to the ways for an hour at a believable pace, heads where it goes, and stops now and then`, () => {
    const ways = new Ways(town(), as)
    const walker = new Walker(ways, as, post, seededRandom(5))
    const corners = new Set<string>()
    let [stood, moving, ahead, last] = [0, 0, 0, toLocal(center, post.lon, post.lat)]
    for (let s = 0; s < 3600; s += everyS) {
      const { lon, lat, heading, speed } = walker.step(everyS)
      const spot = toLocal(center, lon, lat)
      const [east, north] = [spot.east - last.east, spot.north - last.north]
      const metres = Math.hypot(east, north)
      // Round a corner the straight line is shorter than the way.
      expect(metres).toBeLessThan(paces[1] * everyS + 1e-3)
      expect(speed).toBeLessThan(paces[1] + 1e-6)
      expect(offStreets(spot.east, spot.north)).toBeLessThan(as === 'person' ? 6.7 : 2.6)
      if (metres < 0.01) stood++
      else {
        moving++
        // But for the moments in which it turns a corner.
        const bearing = ((Math.atan2(east, north) * 180) / Math.PI + 360) % 360
        if (Math.abs(((heading - bearing + 540) % 360) - 180) < 1) ahead++
      }
      corners.add(`${Math.round(spot.east / BLOCK)} ${Math.round(spot.north / BLOCK)}`)
      last = spot
    }
    const steps = 3600 / everyS
    expect(stood / steps).toBeGreaterThan(0.02)
    expect(stood / steps).toBeLessThan(0.6)
    expect(moving / steps).toBeGreaterThan(0.3)
    expect(ahead / moving).toBeGreaterThan(0.8)
    expect(corners.size).toBeGreaterThan(8)
  })

test('a vehicle takes no footpath, and turns round where a road ends', () => {
  const ways = new Ways(town(), 'vehicle')
  const end = ways.nearest(ways.local({ lon: at(370, 320)[0], lat: at(370, 320)[1], height: 0 }))
  expect(ways.from(end as number)).toHaveLength(1)
  const walker = new Walker(ways, 'vehicle', { ...post, lon: at(370, 320)[0], lat: at(370, 320)[1] }, seededRandom(2))
  const visited: number[] = []
  for (let s = 0; s < 4000; s++) {
    const { lon, lat } = walker.step(1)
    const { east, north } = toLocal(center, lon, lat)
    visited.push(east)
    expect(east + north).toBeGreaterThan(-20)
  }
  expect(visited.at(-1)).not.toBe(visited[100])
  expect(Math.min(...visited)).toBeLessThan(200)
})

test('where there are no ways one stays at the post, and a long pause is no journey', () => {
  const alone = new Ways({ community, grids: [], roads: { nodes: [], edges: [], closures: [] } }, 'person')
  const still = new Walker(alone, 'person', post, seededRandom(1)).step(500)
  expect([still.lon, still.lat, still.speed]).toEqual([expect.closeTo(post.lon, 9), expect.closeTo(post.lat, 9), 0])
  const walker = new Walker(new Ways(town(), 'person'), 'person', post, seededRandom(1))
  const { lon, lat } = walker.step(36_000)
  const { east, north } = toLocal(center, lon, lat)
  expect(Math.hypot(east - 160, north - 160)).toBeLessThan(120)
})
