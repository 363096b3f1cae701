import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { distanceBetween } from '#shared/place/distance.ts'
import { toLocal } from '#shared/place/local.ts'
import { groundArea } from '#shared/place/ring.ts'
import { fromEpsg } from '#shared/place/systems.ts'
import type { Building } from '../../cim/buildings.ts'
import { bring, leftOutOf, noteOf, remarksOf } from '../testing/bring.ts'
import { block, building, CORNER, house, Maker, MEANINGS, type Shape, type Vec } from '../testing/cityjson.ts'
import { volumeOf } from './surfaces.ts'

const [X, Y] = CORNER
const kindsOf = ({ shell = [] }: Building) => shell.map(({ kind }) => kind)
const volume = ({ shell = [] }: Building) => volumeOf(shell.flatMap(({ rings }) => rings)) / 6
const placeOf = (x: number, y: number) => fromEpsg(28992).toLonLat(x, y)

function documents(): [string, object | string][] {
  const maker = new Maker()
  const attributes = { yearOfConstruction: 1965, storeysAboveGround: 2, function: 'residential', roofType: '1030' }
  const one = { h1: building([maker.solid(house(), '2.2')], attributes) }
  const old = {
    ...maker.document({ h1: building([{ ...maker.solid(house(), 2) }], attributes) }, '1.1', { version: '1.0' }),
    metadata: { referenceSystem: 'urn:ogc:def:crs:EPSG::7415' },
    transform: undefined,
    vertices: maker.points,
  }
  const { CityObjects, vertices, ...first } = maker.document(one, '2.0')
  const seq = [
    { ...first, CityObjects: {}, vertices: [] },
    { type: 'CityJSONFeature', id: 'h1', CityObjects, vertices },
  ]
  const lines = seq.map((line) => JSON.stringify(line)).join('\n')
  return [
    ['1.0, with real coordinates', old],
    ['1.1', maker.document(one, '1.1')],
    ['2.0', maker.document(one, '2.0')],
    ['2.0 on many lines', JSON.stringify(maker.document(one, '2.0'), null, 1)],
    ['a sequence', lines],
    ['a sequence with separators', seq.map((line) => `\u001e${JSON.stringify(line, null, 1)}\n`).join('')],
  ]
}

test.for(documents())('a house of CityJSON %s stands where it stands, with its roof', async ([, content]) => {
  const { site, result } = await bring('a.json', content)
  expect(leftOutOf(result)).toEqual([])
  const [made] = site.buildings as [Building]
  expect(made).toMatchObject({
    place: 'a/z1/h1',
    number: 'h1',
    builtYear: 1965,
    floors: 2,
    use: 'residential',
    roof: { kind: 'gable' },
  })
  expect(kindsOf(made).sort()).toEqual(['ground', 'roof', 'roof', 'wall', 'wall', 'wall', 'wall'])
  expect(volume(made)).toBeCloseTo(10 * 8 * 6 + (10 * 8 * 3) / 2, 0)
  expect(groundArea(made.footprint)).toBeCloseTo(80, 1)
  const { lon = 0, lat = 0, height } = made.position ?? {}
  expect(distanceBetween({ lon, lat }, placeOf(X + 5, Y + 4))).toBeLessThan(0.002)
  expect(height).toBe(0)
  expect(site.community.datum).toBe(2.5)
  expect(noteOf(result, 'datum')).toContain('2.5 m')
  const points = made.shell?.flatMap(({ rings }) => rings.flat()) ?? []
  expect([Math.min(...points.map(([, , z]) => z)), Math.max(...points.map(([, , z]) => z))]).toEqual([0, 9])
  const corner = placeOf(X, Y)
  const { east, north } = toLocal({ lon, lat }, corner.lon, corner.lat)
  expect(points.some(([x, y, z]) => Math.hypot(x - east, y - north) < 0.002 && z === 0)).toBe(true)
})

test('packed with gzip, and a datum that somebody names', async () => {
  const maker = new Maker()
  const text = JSON.stringify(maker.document({ h1: building([maker.solid(house(), '2.2')]) }))
  const { site } = await bring('a.city.json.gz', gzipSync(text), { datum: 1 })
  expect(site.community).toMatchObject({ id: 'a', datum: 1 })
  expect(site.buildings[0]?.position?.height).toBe(1.5)
})

test('the ground of the community is low among its buildings; who stands higher, stands higher', async () => {
  const maker = new Maker()
  const objects: Record<string, object> = {}
  for (let i = 0; i < 40; i++)
    objects[`h${i}`] = building([maker.solid(block([X + i * 20, Y, i === 0 ? -8 : 3 + i / 10]), '2')])
  const { site } = await bring('a.json', maker.document(objects))
  expect(site.community.datum).toBeCloseTo(3.2, 5)
  expect(site.buildings[0]?.position?.height).toBeCloseTo(-11.2, 5)
  expect(site.buildings[39]?.position?.height).toBeCloseTo(3.7, 5)
})

test('the best geometry below level 3 counts; level 3 when there is nothing else', async () => {
  const maker = new Maker()
  const objects = {
    all: building([
      maker.multi(block(), '0'),
      maker.solid(block(), '1.2'),
      maker.solid(house(), '2.2'),
      maker.solid(block(CORNER, 30), '3'),
    ]),
    three: building([maker.solid(house([X + 30, Y, 2.5]), '3.1')]),
    one: building([maker.solid(block([X + 60, Y, 2.5], 15), '1.3')]),
    zero: building(
      [{ type: 'MultiSurface', lod: 0, boundaries: maker.multi(block([X + 90, Y, 2.5]), '0').boundaries.slice(0, 1) }],
      { measuredHeight: 21 },
    ),
  }
  const { site } = await bring('a.json', maker.document(objects))
  const [all, three, one, zero] = site.buildings as [Building, Building, Building, Building]
  expect(all.shell).toHaveLength(7)
  expect(three.shell).toHaveLength(7)
  expect([one.shell, one.floors, one.floorHeight]).toEqual([undefined, 5, 3])
  expect([zero.shell, zero.floors, zero.floorHeight]).toEqual([undefined, 7, 3])
})

test('a block of several heights is more than a footprint', async () => {
  const maker = new Maker()
  const parts = [block(CORNER, 12), block([X + 10, Y, 2.5], 24)].map((shape) => maker.solid(shape, '1.3'))
  const objects = {
    b: building([], {}, { children: ['p1', 'p2'] }),
    p1: { type: 'BuildingPart', parents: ['b'], geometry: [parts[0]] },
    p2: { type: 'BuildingPart', parents: ['b'], geometry: [parts[1]] },
  }
  const { site } = await bring('a.json', maker.document(objects))
  const [made] = site.buildings as [Building]
  expect(made.shell).toHaveLength(12)
  expect(groundArea(made.footprint)).toBeCloseTo(160, 1)
  expect(made.footprint).toHaveLength(4)
  expect(made.floors * made.floorHeight).toBeCloseTo(24, 2)
})

test.for([['before'], ['after'], ['around']])('parts that stand %s their building belong to it', async ([order]) => {
  const maker = new Maker()
  const attributes = { storeysAboveGround: 4 }
  const parent: [string, object] = [
    'b',
    building([maker.multi(block(), '0')], attributes, { children: ['p1', 'x', 'p2'] }),
  ]
  const first: [string, object] = [
    'p1',
    { type: 'BuildingPart', parents: ['b'], geometry: [maker.solid(house(), '2.2')] },
  ]
  const second: [string, object] = [
    'p2',
    { type: 'BuildingPart', parents: ['b'], geometry: [maker.solid(house([X + 10, Y, 2.5]), '2.2')] },
  ]
  const other: [string, object] = ['x', { type: 'BuildingInstallation', parents: ['b'], geometry: [] }]
  const orders = {
    before: [first, other, second, parent],
    after: [parent, first, other, second],
    around: [second, parent, other, first],
  }
  const entries = orders[order as keyof typeof orders]
  const { site, result } = await bring('a.json', maker.document(Object.fromEntries(entries)))
  expect(site.buildings).toHaveLength(1)
  expect(site.buildings[0]).toMatchObject({ number: 'b', floors: 4 })
  expect(site.buildings[0]?.shell).toHaveLength(14)
  expect(remarksOf(result).filter((one) => !one.endsWith('use.assumed'))).toEqual([])
  expect(result.notTaken).toEqual({ BuildingInstallation: 1 })
})

test('children that are missing, and parts without a building, are taken as they are and said', async () => {
  const maker = new Maker()
  const objects = {
    b: building([maker.solid(house(), '2')], {}, { children: ['gone'] }),
    p: { type: 'BuildingPart', parents: ['nobody'], geometry: [maker.solid(house([X + 30, Y, 2.5]), '2')] },
  }
  const { site, result } = await bring('a.json', maker.document(objects))
  expect(site.buildings.map(({ number }) => number)).toEqual(['b', 'p'])
  expect(remarksOf(result)).toEqual(expect.arrayContaining(['b: child.missing', 'p: parent.missing']))
})

test('without semantics, surfaces are known by where they look; inverted solids are turned', async () => {
  const maker = new Maker()
  const inside = house([X + 30, Y, 2.5])
  const turned: Shape = { ...inside, surfaces: inside.surfaces.map((rings) => rings.map((ring) => ring.toReversed())) }
  const { site } = await bring(
    'a.json',
    maker.document({
      a: building([maker.solid(house(), '2', false)]),
      b: building([maker.solid(turned, '2', false)]),
      c: building([maker.solid(turned, '2')]),
    }),
  )
  for (const made of site.buildings) {
    expect(kindsOf(made).sort()).toEqual(['ground', 'roof', 'roof', 'wall', 'wall', 'wall', 'wall'])
    expect(volume(made)).toBeGreaterThan(500)
  }
})

test('semantics lie as deep as the geometry: multi-solids, holes of nothing, inner shells', async () => {
  const maker = new Maker()
  const [a, b] = [maker.solid(house(), '2'), maker.solid(house([X + 10, Y, 2.5]), '2')]
  const multi = {
    type: 'MultiSolid',
    lod: '2',
    boundaries: [[...a.boundaries, a.boundaries[0]], b.boundaries],
    semantics: { surfaces: MEANINGS, values: [[house().values, null], null] },
  }
  const composite = { ...maker.multi(house([X + 40, Y, 2.5]), '2'), type: 'CompositeSurface' }
  const { site } = await bring('a.json', maker.document({ m: building([multi]), c: building([composite]) }))
  expect(site.buildings.map((made) => kindsOf(made).filter((kind) => kind === 'roof').length)).toEqual([4, 2])
  expect(site.buildings.map(({ shell }) => shell?.length)).toEqual([14, 7])
})

test('what the file says of a surface goes before where it looks, in every nesting', async () => {
  // The left gable is a roof that stands upright, as of a mansard: only the semantics know.
  const steep = (at: Vec): Shape => ({ ...house(at), values: [0, 1, 1, 2, 1, 2, 2] })
  const maker = new Maker()
  const { boundaries, semantics, ...rest } = maker.solid(steep([X + 60, Y, 2.5]), '2')
  const objects = {
    solid: building([maker.solid(steep(CORNER), '2')]),
    surfaces: building([maker.multi(steep([X + 30, Y, 2.5]), '2')]),
    solids: building([
      {
        ...rest,
        type: 'CompositeSolid',
        boundaries: [boundaries],
        semantics: { ...semantics, values: [semantics?.values] },
      },
    ]),
  }
  const { site } = await bring('a.json', maker.document(objects))
  for (const made of site.buildings) expect(kindsOf(made).filter((kind) => kind === 'roof')).toHaveLength(3)
})

test('roofs and grounds of surfaces that were wound the wrong way are turned', async () => {
  const maker = new Maker()
  const { surfaces, ...rest } = house()
  const wrong: Shape = {
    ...rest,
    surfaces: surfaces.map((rings, i) => ([0, 5].includes(i) ? rings.map((ring) => ring.toReversed()) : rings)),
  }
  const { site } = await bring('a.json', maker.document({ a: building([maker.multi(wrong, '2')]) }))
  expect(volume(site.buildings[0] as Building)).toBeGreaterThan(500)
})

test('a courtyard in the ground is one in the footprint', async () => {
  const maker = new Maker()
  const outer = block(CORNER, 9, [30, 30])
  const inner = block([X + 10, Y + 10, 2.5], 9, [10, 10])
  const shape: Shape = {
    points: [...outer.points, ...inner.points],
    surfaces: [
      [
        [0, 3, 2, 1],
        [8, 9, 10, 11],
      ],
      ...outer.surfaces.slice(1, 5),
      ...inner.surfaces.slice(1, 5).map((rings) => rings.map((ring) => ring.map((i) => i + 8).toReversed())),
      [
        [4, 5, 6, 7],
        [15, 14, 13, 12],
      ],
    ],
    values: [0, 1, 1, 1, 1, 1, 1, 1, 1, 2],
  }
  const { site } = await bring('a.json', maker.document({ a: building([maker.solid(shape, '2')]) }))
  const [made] = site.buildings as [Building]
  expect(made.holes).toHaveLength(1)
  expect(groundArea(made.holes[0] ?? [])).toBeCloseTo(100, 1)
  expect(volume(made)).toBeCloseTo(9 * 800, -1)
  expect(made.shell?.filter(({ rings }) => rings.length === 2)).toHaveLength(2)
})

test('templates are set down where their instances stand, turned as those say', async () => {
  const template = new Maker()
  const model = template.solid(house([0, 0, 0]), '2')
  const maker = new Maker()
  const anchor: Vec = [X + 100, Y + 50, 4]
  maker.points.push(anchor)
  // A quarter turn: what was 10 m wide is 10 m deep.
  const matrix = [0, -1, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]
  const instance = { type: 'GeometryInstance', template: 0, boundaries: [0], transformationMatrix: matrix }
  const more = { 'geometry-templates': { templates: [model], 'vertices-templates': template.points } }
  const { site } = await bring('a.json', maker.document({ t: building([instance]) }, '2.0', more))
  const [made] = site.buildings as [Building]
  expect(made.shell).toHaveLength(7)
  const { lon = 0, lat = 0 } = made.position ?? {}
  expect(distanceBetween({ lon, lat }, placeOf(anchor[0] - 4, anchor[1] + 5))).toBeLessThan(0.002)
  expect(site.community.datum).toBe(4)
})

test('land, water and roads become ground, trees become trees, the rest is counted', async () => {
  const maker = new Maker()
  const flat = (at: Vec, size: [number, number]) => {
    const { boundaries } = maker.multi(block(at, 1, size), '1')
    return { type: 'MultiSurface', lod: '1', boundaries: boundaries.slice(0, 1) }
  }
  const triangles = (() => {
    const first = maker.points.length
    maker.points.push([X, Y + 50, 2], [X + 20, Y + 50, 2.2], [X + 20, Y + 70, 2], [X, Y + 70, 2])
    return {
      type: 'CompositeSurface',
      lod: '1',
      boundaries: [[[first, first + 1, first + 2]], [[first, first + 2, first + 3]]],
    }
  })()
  const objects = {
    h: building([maker.solid(house(), '2')]),
    l: { type: 'LandUse', attributes: { name: 'Park' }, geometry: [triangles] },
    f: { type: 'LandUse', attributes: { class: 'farmland' }, geometry: [flat([X, Y + 80, 2], [20, 20])] },
    w: { type: 'WaterBody', geometry: [flat([X, Y - 50, 2], [40, 30])] },
    r: { type: 'Road', geometry: [flat([X, Y - 15, 2], [60, 6])] },
    t: {
      type: 'SolitaryVegetationObject',
      attributes: { species: 'Ginkgo biloba' },
      geometry: [maker.solid(block([X - 20, Y, 2], 7, [2, 2]), '1')],
    },
    g: { type: 'WaterBody', geometry: [{ type: 'MultiSurface', lod: '1', boundaries: [[[999, 1, 2]]] }] },
    b: { type: 'Bridge', geometry: [] },
    e: { type: '+Shed', geometry: [] },
  }
  const { site, result } = await bring('a.json', maker.document(objects))
  expect(site.grounds.map(({ kind }) => kind)).toEqual(['grass', 'farmland', 'water', 'road'])
  expect(site.grounds[0]).toMatchObject({ name: 'Park' })
  expect(groundArea(site.grounds[0]?.ring ?? [])).toBeCloseTo(400, 0)
  expect(site.trees).toMatchObject([{ species: 'ginkgo', height: 7 }])
  expect(result.notTaken).toEqual({ Bridge: 1, '+Shed': 1 })
  expect(leftOutOf(result)).toEqual(['g: vertex.missing'])
})

test('the address of a building, as CityJSON has it', async () => {
  const maker = new Maker()
  const address = [{ thoroughfareName: 'Kerkstraat', thoroughfareNumber: '5' }]
  const { site } = await bring('a.json', maker.document({ h: building([maker.solid(house(), '2')], {}, { address }) }))
  expect(site.buildings[0]).toMatchObject({ name: 'Kerkstraat 5', address: { door: 'Kerkstraat 5' } })
})

test('a city in the strip of Shenzhen, with the northing first', async () => {
  const [x, y] = fromEpsg(4547).fromLonLat(114.0579, 22.5431)
  const maker = new Maker()
  const { points, ...rest } = house([x, y, 10])
  const turned = points.map(([east, north, up]): Vec => [north, east, up])
  const one = maker.solid({ ...rest, points: turned }, '2')
  const file = {
    ...maker.document({ h: building([one]) }, '1.1'),
    transform: undefined,
    vertices: maker.points,
    version: '1.0',
  }
  const { site, result } = await bring('a.json', {
    ...file,
    metadata: { referenceSystem: 'urn:ogc:def:crs:EPSG::4547' },
  })
  expect(noteOf(result, 'axes.swapped')).toContain('turned')
  const [made] = site.buildings as [Building]
  const { lon = 0, lat = 0 } = made.position ?? {}
  expect(distanceBetween({ lon, lat }, fromEpsg(4547).toLonLat(x + 5, y + 4))).toBeLessThan(0.002)
  // Turning the axes round turns every surface inside out, which must not stay so.
  expect(volume(made)).toBeGreaterThan(500)
})
