import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toDegrees } from '#shared/place/local.ts'
import type { Building } from './buildings.ts'
import type { LonLat, Xy } from './geometry.ts'
import type { Interior } from './interior.ts'
import { planFrame } from './plan-frame.ts'
import { sees, waysThrough } from './walk/room-ways.ts'
import { adjacencyOf, byVehicle, byWheelchair, closing, onFoot, type WalkGraph, walkGraph } from './walk.ts'

const CENTER = { lon: 114, lat: 22.5, height: 0 }
const at = (east: number, north: number): LonLat => toDegrees(CENTER, { east, north })

/** Two floors, a stair and an elevator, and a corridor that goes around a corner. */
const interior: Interior = {
  origin: at(10, 10),
  turn: 30,
  floors: [
    { floor: 1, plan: 'ground' },
    { floor: 2, plan: 'upper' },
  ],
  plans: Object.fromEntries(
    (['ground', 'upper'] as const).map((name) => [
      name,
      {
        rooms: [
          {
            id: 'corridor',
            name: 'corridor',
            use: 'corridor',
            outline: [
              [0, 0],
              [20, 0],
              [20, 20],
              [18, 20],
              [18, 2],
              [0, 2],
            ],
            cells: [],
          },
          { id: 'home-01', number: '01', name: 'home', use: 'home', outline: box(0, 2, 18, 20), cells: [] },
          { id: 'stairs', name: 'stairs', use: 'stairs', outline: box(20, 0, 23, 6), cells: [] },
          { id: 'elevator', name: 'elevator', use: 'elevator', outline: box(20, 6, 23, 9), cells: [] },
        ],
        doors: [
          { id: 'home', at: [9, 2], width: 1, from: 'home-01', to: 'corridor', kind: 'door' },
          { id: 'stairs', at: [20, 3], width: 1.2, from: 'stairs', to: 'corridor', kind: 'fire' },
          { id: 'elevator', at: [20, 7], width: 1.1, from: 'elevator', to: 'corridor', kind: 'door' },
          ...(name === 'ground'
            ? [{ id: 'way-out', at: [19, 20] as Xy, width: 2, from: 'corridor', kind: 'entrance' as const }]
            : []),
        ],
      },
    ]),
  ),
  risers: [
    { id: 'stairs', kind: 'stairs', fromFloor: 1, toFloor: 2 },
    { id: 'elevator', kind: 'elevator', fromFloor: 1, toFloor: 2 },
  ],
}

function box(x0: number, y0: number, x1: number, y1: number): Xy[] {
  return [
    [x0, y0],
    [x1, y0],
    [x1, y1],
    [x0, y1],
  ]
}

const building = (place: string, ring: LonLat[]) =>
  ({ place, footprint: ring, floors: 2, basements: 0, floorHeight: 3 }) as unknown as Building

const site = {
  community: { id: 'c', name: 'c', center: CENTER, datum: 0, radius: 100 },
  grids: [{ place: 'c/z1', name: 'z1', ring: [at(-90, -90), at(90, -90), at(90, 90), at(-90, 90)], inCharge: [] }],
  buildings: [
    building('c/z1/b1', box(0, 0, 23, 20).map(planFrame(interior).lonLat)),
    building('c/z1/b2', [at(-50, 10), at(-40, 10), at(-40, 20), at(-50, 20)]),
  ],
  roads: {
    nodes: [
      { id: 'west', at: at(-80, 0) },
      { id: 'east', at: at(80, 0) },
    ],
    edges: [
      {
        id: 'street',
        from: 'west',
        to: 'east',
        width: 6,
        lanes: 2,
        class: 'local' as const,
        oneWay: true,
        fireLane: true,
      },
    ],
    closures: [{ edge: 'street', reason: 'works', from: 100, to: 200 }],
  },
  gates: [{ id: 'g', name: 'gate', at: at(79, 0), heading: 90, width: 8, kind: 'vehicle' as const }],
}

const graph = walkGraph(site, new Map([['c/z1/b1', interior]]), 0)
const indexOf = (id: string, { nodes }: WalkGraph = graph) => nodes.findIndex((node) => node.id === id)

function reached(of: WalkGraph, from: string, usable = onFoot): Set<string> {
  const { start, node } = adjacencyOf(of, usable)
  const seen = new Set([indexOf(from, of)])
  for (const at of seen)
    for (let i = start[at] as number; i < (start[at + 1] as number); i++) seen.add(node[i] as number)
  return new Set([...seen].map((at) => (of.nodes[at] as { id: string }).id))
}

test('from a home upstairs one reaches the gate and the other building', () => {
  const all = reached(graph, 'c/z1/b1/f02/201')
  expect(all).toContain('gate:g')
  expect(all).toContain('c/z1/b2')
  expect(all.size).toBe(graph.nodes.length)
  expect(graph.nodes.find(({ id }) => id === 'c/z1/b1/f02/201')).toMatchObject({ floor: 2, height: 3 })
  expect(graph.nodes.find(({ id }) => id === 'gate:g')).toMatchObject({ place: 'c/z1', height: 0 })
})

test('what is closed is out: the entrance, both risers, a street while its closure holds', () => {
  const shut = closing(graph, new Set(['c/z1/b1/f01#way-out']))
  expect(reached(shut, 'c/z1/b1/f02/201')).not.toContain('gate:g')
  const stairs = closing(graph, new Set(['c/z1/b1#stairs']))
  expect(reached(stairs, 'c/z1/b1/f02/201')).toContain('gate:g')
  const both = closing(graph, new Set(['c/z1/b1#stairs', 'c/z1/b1#elevator']))
  expect(reached(both, 'c/z1/b1/f02/201')).not.toContain('c/z1/b1/f01/corridor')
  const interiors = new Map([['c/z1/b1', interior]])
  expect(reached(walkGraph(site, interiors, 150), 'c/z1/b1/f01/101')).not.toContain('gate:g')
  expect(reached(walkGraph(site, interiors, 250), 'c/z1/b1/f01/101')).toContain('gate:g')
  // The first graph was not touched.
  expect(graph.edges.some(({ closed }) => closed)).toBe(false)
})

test('a wheelchair takes the elevator, a vehicle stays outside and goes one way', () => {
  const { edges } = graph
  expect(edges.filter(({ kind }) => kind === 'stairs').every(({ wheelchair }) => !wheelchair)).toBe(true)
  expect(reached(graph, 'c/z1/b1/f02/201', byWheelchair)).toContain('gate:g')
  const noElevator = closing(graph, new Set(['c/z1/b1#elevator']))
  expect(reached(noElevator, 'c/z1/b1/f02/201', byWheelchair)).not.toContain('gate:g')
  expect(reached(graph, 'road:west', byVehicle)).toContain('road:east')
  expect(reached(graph, 'road:east', byVehicle)).not.toContain('road:west')
  expect(reached(graph, 'road:west', byVehicle)).not.toContain('c/z1/b1/f01/corridor')
})

test('stairs are as long as their slope, elevators as the storey is high', () => {
  const of = (kind: string) => graph.edges.find((edge) => edge.kind === kind)?.length ?? 0
  expect(of('elevator')).toBe(3)
  expect(of('stairs')).toBeGreaterThan(6)
  expect(of('stairs')).toBeLessThan(10)
})

test('around a corner one walks by way of the corner', () => {
  const outline = interior.plans.ground?.rooms[0]?.outline ?? []
  const { points, ways } = waysThrough(outline, [
    [1, 0],
    [19, 20],
  ])
  expect(ways).not.toContainEqual([0, 1])
  for (const [a, b] of ways) expect(sees(outline, points[a] as Xy, points[b] as Xy)).toBe(true)
  expect(points.length).toBeGreaterThan(3)
})

test('every way is as long in both directions, and never shorter than the straight line', () => {
  const straight = (from: number, to: number): number => {
    const [a, b] = [graph.nodes[from], graph.nodes[to]]
    if (!a || !b) return Number.NaN
    return Math.hypot((a.lon - b.lon) * 102_900, (a.lat - b.lat) * 110_800, a.height - b.height)
  }
  for (const usable of [onFoot, byWheelchair]) {
    const { start, edge, node } = adjacencyOf(graph, usable)
    fc.assert(
      fc.property(fc.nat(graph.nodes.length - 1), (from) => {
        for (let i = start[from] as number; i < (start[from + 1] as number); i++) {
          const [to, by] = [node[i] as number, edge[i] as number]
          const back = [...edge.slice(start[to], start[to + 1])]
          expect(back).toContain(by)
          expect(graph.edges[by]?.length ?? 0).toBeGreaterThan(straight(from, to) * 0.98 - 0.35)
        }
      }),
    )
  }
})
