import { expect, test } from 'vitest'
import { objectsOf } from '../cim/objects.ts'
import { adjacencyOf, byVehicle, byWheelchair, closing, walkGraph } from '../cim/walk.ts'
import { makeDemo } from './demo.ts'

const { site, interiors, devices } = makeDemo(2026)
const graph = walkGraph(site, interiors)

function reached(usable: Parameters<typeof adjacencyOf>[1], from: number, of = graph): Uint8Array {
  const { start, node } = adjacencyOf(of, usable)
  const seen = new Uint8Array(of.nodes.length)
  const waiting = [from]
  seen[from] = 1
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop())
    for (let i = start[at] as number; i < (start[at + 1] as number); i++) {
      const next = node[i] as number
      if (seen[next]) continue
      seen[next] = 1
      waiting.push(next)
    }
  return seen
}

test('from any room one reaches any gate and any other building', () => {
  const seen = reached(undefined, 0)
  expect(graph.nodes.filter((_, i) => !seen[i]).map(({ id }) => id)).toEqual([])
  expect(graph.nodes.filter(({ id }) => /^gate:[^:]*$/.test(id)).length).toBe(site.gates.length)
})

test('the graph of the whole community takes less than a second', () => {
  const times = [1, 2].map(() => {
    // As they are read from files: no two buildings share a plan.
    const read = new Map([...interiors].map(([place, interior]) => [place, structuredClone(interior)]))
    const before = process.cpuUsage()
    walkGraph(site, read)
    const { user } = process.cpuUsage(before)
    return user / 1000
  })
  expect(Math.min(...times)).toBeLessThan(1000)
})

test('the elevators bring a wheelchair to every home of a house that has them', () => {
  const gate = graph.nodes.findIndex(({ id }) => id === 'gate:gate-south')
  const seen = reached(byWheelchair, gate)
  for (const [i, { id, place }] of graph.nodes.entries())
    if (id === place && /\/b(25|44|68)\/f\d+\/\d+$/.test(place)) expect(seen[i], id).toBe(1)
})

test('an engine drives from the fire post to every quarter, and into the garages', () => {
  const post = graph.nodes.findIndex(({ id }) => id === 'gate:gate-fire')
  const seen = reached(byVehicle, post)
  const vehicles = new Set(site.gates.filter(({ kind }) => kind !== 'pedestrian').map(({ id }) => `gate:${id}`))
  for (const [i, { id }] of graph.nodes.entries()) if (vehicles.has(id)) expect(seen[i], id).toBe(1)
  const garages = graph.nodes.filter(({ place }, i) => seen[i] && place.endsWith('/b1/garage'))
  expect(new Set(garages.map(({ place }) => place)).size).toBeGreaterThan(12)
})

test('a closed stair leaves the other one', () => {
  const home = graph.nodes.findIndex(({ id }) => id === 'jinxiu/z5/b44/f09/901')
  const gate = graph.nodes.findIndex(({ id }) => id === 'gate:gate-south')
  const risers = (...ids: string[]) => closing(graph, new Set(ids.map((id) => `jinxiu/z5/b44#${id}`)))
  expect(reached(undefined, home, risers('stairs-1', 'elevator-1', 'elevator-2'))[gate]).toBe(1)
  expect(reached(undefined, home, risers('stairs-1', 'stairs-2', 'elevator-1', 'elevator-2'))[gate]).toBe(0)
})

test('everything located has a code', () => {
  let count = 0
  for (const { code, spatial } of objectsOf(site, interiors, devices)) {
    if (!/^N\d\d[A-V]/.test(code) || spatial.length <= code.length) expect.fail(code)
    count++
  }
  expect(count).toBeGreaterThan(20_000)
})
