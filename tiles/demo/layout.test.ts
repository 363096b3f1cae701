import { expect, test } from 'vitest'
import { models } from '#models/models.ts'
import { toLocal } from '#shared/place/local.ts'
import { isWithin } from '#shared/place/path.ts'
import { contains } from '#shared/place/ring.ts'
import type { LonLat } from '../cim/geometry.ts'
import { distanceTo } from './claims.ts'
import { makeDemo } from './demo.ts'
import { isAcross } from './doorsteps.ts'
import type { Spot } from './frame.ts'
import { onStreet } from './streets.ts'

const { site } = makeDemo(2026)
const { center } = site.community
const spotOf = ([lon, lat]: LonLat): Spot => toLocal(center, lon, lat)
const sides = (line: readonly Spot[]) => line.slice(1).map((to, i) => [line[i] as Spot, to] as const)
const farFrom = (line: readonly Spot[], spot: Spot) => Math.min(...sides(line).map(([a, b]) => distanceTo(a, b, spot)))

interface Box {
  west: number
  east: number
  south: number
  north: number
}

function boxOf(spots: readonly Spot[], margin = 0): Box {
  const [easts, norths] = [spots.map(({ east }) => east), spots.map(({ north }) => north)]
  return {
    west: Math.min(...easts) - margin,
    east: Math.max(...easts) + margin,
    south: Math.min(...norths) - margin,
    north: Math.max(...norths) + margin,
  }
}

/** Nothing far away can touch: most pairs are done with by this. */
const touch = (a: Box, b: Box) => a.west <= b.east && b.west <= a.east && a.south <= b.north && b.south <= a.north

const houses = site.buildings.map(({ name, footprint }) => {
  const corners = footprint.map(spotOf)
  return { name, ring: footprint, corners, walls: [...corners, corners[0] as Spot], box: boxOf(corners) }
})
const ends = new Map(site.roads.nodes.map(({ id, at }) => [id, at]))
const roads = site.roads.edges.map((edge) => {
  const line = [ends.get(edge.from), ...(edge.via ?? []), ends.get(edge.to)].map((at) => spotOf(at as LonLat))
  return { ...edge, line, box: boxOf(line), kerb: boxOf(line, edge.width / 2 + 1) }
})
const water = site.grounds
  .filter(({ kind }) => kind === 'water')
  .map(({ ring }) => ({ ring, box: boxOf(ring.map(spotOf)) }))
const housesAt = (box: Box) => houses.filter((house) => touch(house.box, box))

test('no building stands on another, on a street or in water', () => {
  const wrong: string[] = []
  for (const house of houses) {
    if (house.corners.some(onStreet)) wrong.push(`${house.name} on a street`)
    for (const { ring } of water)
      if (house.ring.some((corner) => contains(ring, corner))) wrong.push(`${house.name} in water`)
    for (const other of housesAt(house.box)) {
      if (other === house) continue
      const within = other.ring.some((corner) => contains(house.ring, corner))
      if (within || sides(other.walls).some(([a, b]) => isAcross(house.corners, a, b)))
        wrong.push(`${house.name} on ${other.name}`)
    }
  }
  expect(wrong).toEqual([])
})

test('no lane or path runs through a building', () => {
  const wrong = roads.flatMap(({ line, box, id }) =>
    housesAt(box)
      .filter(({ corners }) => sides(line).some(([a, b]) => isAcross(corners, a, b)))
      .map(({ name }) => `${id} through ${name}`),
  )
  expect(wrong).toEqual([])
})

test('a fire engine comes within fifteen metres of every building', () => {
  const lanes = roads.filter(({ fireLane, width }) => fireLane && width >= 4)
  const far = houses.filter(({ corners, walls }) => {
    const near = boxOf(corners, 30)
    return !lanes.some(({ line, width, box }) => {
      if (!touch(box, near)) return false
      const fromLane = Math.min(...sides(walls).flatMap(([a, b]) => line.map((spot) => distanceTo(a, b, spot))))
      return Math.min(fromLane, ...corners.map((corner) => farFrom(line, corner))) - width / 2 <= 15
    })
  })
  expect(far.map(({ name }) => name)).toEqual([])
})

test('trees stand clear of houses, carriageways and water', () => {
  const wrong: string[] = []
  for (const { at } of site.trees) {
    const spot = spotOf(at)
    const here = boxOf([spot], 3)
    for (const { name, ring, walls } of housesAt(here))
      if (contains(ring, at) || farFrom(walls, spot) < 2) wrong.push(`a tree at ${name}`)
    for (const { line, width, id, kerb } of roads)
      if (touch(kerb, here) && farFrom(line, spot) < width / 2 + 0.3) wrong.push(`a tree on ${id}`)
    for (const { ring, box } of water) if (touch(box, here) && contains(ring, at)) wrong.push('a tree in water')
  }
  expect(wrong).toEqual([])
})

test('what stands about has a model and a place, and stands in nobody’s way', () => {
  expect(site.facilities.filter(({ kind }) => !models.has(kind))).toEqual([])
  expect(new Set(site.facilities.map(({ id }) => id)).size).toBe(site.facilities.length)
  const kinds = new Set(site.facilities.map(({ kind }) => kind))
  for (const kind of ['bench', 'bin', 'bollard', 'bus-stop', 'charging-shed', 'fire-cabinet', 'garden-lamp', 'hydrant'])
    expect(kinds).toContain(kind)
  const wrong: string[] = []
  for (const { id, place, position } of site.facilities) {
    const at: LonLat = [position.lon, position.lat]
    const grid = site.grids.find((one) => isWithin(place, one.place))
    if (!grid || !contains(grid.ring, at)) wrong.push(`${id} in no grid`)
    const spot = spotOf(at)
    const here = boxOf([spot])
    for (const { name, ring } of housesAt(here)) if (contains(ring, at)) wrong.push(`${id} in ${name}`)
    for (const { line, width, id: road, kerb } of roads)
      if (touch(kerb, here) && farFrom(line, spot) < width / 2 - 0.8) wrong.push(`${id} on ${road}`)
  }
  expect(wrong).toEqual([])
})

test('a quarter is entered through its gates', () => {
  expect(site.gates.length).toBeGreaterThan(20)
  expect(new Set(site.gates.map(({ id }) => id)).size).toBe(site.gates.length)
  const walls = site.walls.map(({ line }) => line.map(spotOf))
  const wrong = roads.filter(({ line, box }) =>
    walls.some(
      (wall) => touch(boxOf(wall), box) && sides(line).some(([a, b]) => isAcross([...wall, wall[0] as Spot], a, b)),
    ),
  )
  expect(wrong.map(({ id }) => id)).toEqual([])
})
