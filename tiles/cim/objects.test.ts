import { expect, test } from 'vitest'
import { decodeBeidou, isBeidouCode } from '#shared/place/beidou.ts'
import { splitBeidou } from '#shared/place/beidou-height.ts'
import { CODE_LEVELS } from './code.ts'
import { findByCode, type LocatedObject, objectsOf } from './objects.ts'
import type { Site } from './site.ts'

/** The place of the vector that public descriptions of the standard share: docs/beidou.md. */
const KNOWN = { lon: 116 + 18 / 60 + 45.37 / 3600, lat: 39 + 59 / 60 + 35.38 / 3600 }
const CODE = 'N50J47539B8255346152'
const around = (d: number): [number, number][] => [
  [KNOWN.lon - d, KNOWN.lat - d],
  [KNOWN.lon + d, KNOWN.lat - d],
  [KNOWN.lon + d, KNOWN.lat + d],
  [KNOWN.lon - d, KNOWN.lat + d],
]

const site = {
  community: { id: 'c', name: 'community', center: { ...KNOWN, height: 0 }, datum: 43, radius: 500 },
  grids: [{ place: 'c/z1', name: 'grid', ring: around(0.001), inCharge: [] }],
  grounds: [],
  roads: {
    nodes: [
      { id: 'a', at: [KNOWN.lon, KNOWN.lat] },
      { id: 'b', at: [KNOWN.lon + 0.01, KNOWN.lat] },
    ],
    edges: [{ id: 'road', from: 'a', to: 'b', width: 6, lanes: 2, class: 'local', oneWay: false, fireLane: true }],
    closures: [],
  },
  walls: [],
  gates: [{ id: 'gate', name: 'gate', at: [KNOWN.lon, KNOWN.lat], heading: 0, width: 6, kind: 'vehicle' }],
  trees: [{ at: [KNOWN.lon, KNOWN.lat], species: 'banyan', height: 8 }],
  facilities: [{ id: 'bench-1', kind: 'bench', place: 'c/z1', position: { ...KNOWN, height: 0 }, heading: 0 }],
  buildings: [
    {
      place: 'c/z1/b1',
      name: 'house',
      footprint: around(0.0001),
      floors: 1,
      basements: 1,
      floorHeight: 3,
      units: 1,
      position: { ...KNOWN, height: 0 },
    },
  ],
  surroundings: { grounds: [], buildings: [] },
  tilesets: [],
} as unknown as Site

const interior = {
  origin: [KNOWN.lon, KNOWN.lat] as [number, number],
  turn: 0,
  floors: [
    { floor: -1, plan: 'all' },
    { floor: 1, plan: 'all' },
  ],
  plans: {
    all: {
      rooms: [
        {
          id: 'stairs',
          name: 'stairs',
          use: 'stairs' as const,
          outline: [
            [0, 0],
            [3, 0],
            [3, 5],
            [0, 5],
          ] as [number, number][],
          cells: [],
        },
      ],
      doors: [{ id: 'door', at: [1.5, 0] as [number, number], width: 1, from: 'stairs', kind: 'entrance' as const }],
    },
  },
  risers: [{ id: 'stairs', kind: 'stairs' as const, fromFloor: -1, toFloor: 1 }],
}
const device = {
  device: 'd-1',
  kind: 'smoke-detector',
  name: 'device',
  place: 'c/z1/b1',
  position: { ...KNOWN, height: 2.8 },
}
const objects = [...objectsOf(site, new Map([['c/z1/b1', interior]]), [device])]

test('everything is found, from the community to a device, each by a name of its own', () => {
  const kinds = objects.map(({ kind }) => kind)
  expect(new Set(kinds)).toEqual(
    new Set([
      'community',
      'grid',
      'building',
      'floor',
      'room',
      'door',
      'riser',
      'facility',
      'gate',
      'tree',
      'road',
      'device',
    ]),
  )
  expect(new Set(objects.map(({ id, kind }) => `${kind} ${id}`)).size).toBe(objects.length)
  expect(objects.find(({ kind }) => kind === 'riser')?.position.height).toBe(-3.6)
})

test('the code of the known place is the known code', () => {
  const gate = objects.find(({ kind }) => kind === 'gate')
  expect(gate?.code).toBe(CODE.slice(0, 16))
  expect(objects.find(({ kind }) => kind === 'building')?.code).toBe(CODE.slice(0, 14))
  expect(objects.find(({ kind }) => kind === 'community')?.code).toBe(CODE.slice(0, 11))
})

test('each code is one, and its cell holds the object', () => {
  for (const one of objects) holds(one)
})

function holds({ code, spatial, position }: LocatedObject): void {
  expect(isBeidouCode(code)).toBe(true)
  const { level, west, east, south, north } = decodeBeidou(code)
  expect(Object.values(CODE_LEVELS)).toContain(level)
  expect(position.lon).toBeGreaterThanOrEqual(west - 1e-12)
  expect(position.lon).toBeLessThan(east)
  expect(position.lat).toBeGreaterThanOrEqual(south - 1e-12)
  expect(position.lat).toBeLessThan(north)
  expect(splitBeidou(spatial).code).toBe(code)
}

test('a search begins with a few characters and ends with one cell', () => {
  expect(findByCode(objects, 'n50j')).toHaveLength(objects.length)
  expect(findByCode(objects, 'N51')).toEqual([])
  const near = findByCode(objects, CODE.slice(0, 14))
  expect(near.map(({ kind }) => kind)).toContain('gate')
  expect(near.map(({ kind }) => kind)).not.toContain('road')
})
