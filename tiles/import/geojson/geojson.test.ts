import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { bring, leftOutOf, remarksOf } from '../testing/bring.ts'
import { collection, feature, lines, square } from '../testing/geojson.ts'

const two = [feature('a1', { height: 30, name: '一号楼' }), feature('a2', { 'building:levels': 6 }, [square(1)])]
const names = ({ site }: Awaited<ReturnType<typeof bring>>) => site.buildings.map(({ place }) => place)
const expected = ['town/z1/a1', 'town/z1/a2']

test('a collection becomes a site that the server reads', async () => {
  const { site, result } = await bring('town.geojson', collection(two))
  expect(site.community).toMatchObject({ id: 'town', name: 'town', datum: 0 })
  expect(site.grids).toMatchObject([{ place: 'town/z1' }])
  expect(result.taken.buildings).toBe(2)
  expect(site.buildings[0]).toMatchObject({
    place: 'town/z1/a1',
    number: 'a1',
    name: '一号楼',
    floors: 10,
    floorHeight: 3,
    use: 'residential',
    source: 'town.geojson',
    recordedAt: '2026-01-01',
    position: { lon: 114.0001, lat: 22.5001, height: 0 },
  })
  expect(site.buildings[1]).toMatchObject({ name: 'a2', floors: 6, floorHeight: 3 })
  expect(site.community.radius).toBeGreaterThan(55)
  expect(site.community.radius).toBeLessThan(80)
})

const pretty = JSON.stringify(collection(two), null, 2)
const asGdal = `{\n"type": "FeatureCollection",\n"name": "town",\n"crs": { "type": "name", "properties": { "name": "urn:ogc:def:crs:OGC:1.3:CRS84" } },\n"features": [\n${two.map((one) => JSON.stringify(one)).join(',\n')}\n]\n}\n`
const ways: [string, string | Buffer][] = [
  ['town.json', pretty],
  ['town.geojson', asGdal],
  ['town.geojsonl', lines(two)],
  ['town.ndjson', lines(two).replaceAll('\n', '\r\n')],
  ['town.txt', lines(two).trimEnd()],
  ['town.geojsons', two.map((one) => `\u001e${JSON.stringify(one, null, 1)}\n`).join('')],
  ['town.geojson', `\ufeff${pretty}`],
  ['town.geojsonl', `\ufeff${lines(two)}`],
  ['town.geojson.gz', gzipSync(pretty)],
  ['town.geojsonl.gz', gzipSync(lines(two))],
]
test.for(ways)('whatever a file is called, it is known by what it holds: %s %#', async ([name, content]) => {
  const brought = await bring(name, content, { id: 'town' })
  expect(names(brought)).toEqual(expected)
  expect(leftOutOf(brought.result)).toEqual([])
})

test('a single feature, and a bare geometry', async () => {
  const one = await bring('one.json', JSON.stringify(two[0], null, 2))
  expect(names(one)).toEqual(['one/z1/a1'])
  const bare = await bring('bare.json', { type: 'MultiPolygon', coordinates: [[square()], [square(1)]] })
  expect(names(bare)).toEqual(['bare/z1/b00001', 'bare/z1/b00002'])
  expect(bare.site.buildings.map(({ name }) => name)).toEqual(['b00001', 'b00002'])
})

test('footprints run counter-clockwise, without the point that closes them, and keep their courtyards', async () => {
  const clockwise = square().toReversed()
  const yard = square(0, 0, 0.00005, [114.00005, 22.50005])
  const { site } = await bring('a.geojson', collection([feature('x', { height: 9 }, [clockwise, yard])]))
  const [building] = site.buildings
  expect(building?.footprint).toHaveLength(4)
  expect(building?.holes).toHaveLength(1)
  expect(building?.holes[0]).toHaveLength(4)
  const [a = [0, 0], b = [0, 0], c = [0, 0]] = building?.footprint ?? []
  expect((b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0])).toBeGreaterThan(0)
})

test('every polygon of several is a building of its own', async () => {
  const many = {
    ...feature('m', { height: 9 }),
    geometry: { type: 'MultiPolygon', coordinates: [[square()], [square(1)]] },
  }
  const brought = await bring('a.geojson', collection([many]))
  expect(names(brought)).toEqual(['a/z1/m', 'a/z1/m-2'])
  expect(brought.site.buildings.map(({ number }) => number)).toEqual(['m', 'm-2'])
})

test('ids that may be a place are one, others are numbered; none comes twice', async () => {
  const ids = ['Way/1', 'b00001', 12, 'x y', undefined, 'a'.repeat(80)]
  const features = ids.map((id, i) => feature(id, { height: 9 }, [square(i)]))
  const { site, result } = await bring('a.geojson', collection(features))
  expect(site.buildings.map(({ place, number }) => [place.split('/')[2], number])).toEqual([
    ['b00001', 'Way/1'],
    ['b00002', 'b00001'],
    ['b12', '12'],
    ['b00003', 'x y'],
    ['b00004', undefined],
    ['b00005', 'a'.repeat(64)],
  ])
  expect(remarksOf(result)).toContain(`${'a'.repeat(80)}: id.shortened`)
})

const spelled: [object, object][] = [
  [{ measuredHeight: 12 }, { floors: 4, floorHeight: 3 }],
  [{ 'building:height': '12 m' }, { floors: 4, floorHeight: 3 }],
  [
    { b3_h_dak_max: 15, b3_h_maaiveld: 3 },
    { floors: 4, floorHeight: 3 },
  ],
  [{ height: "40'" }, { floors: 4, floorHeight: 3.048 }],
  [{ 楼层: '7层' }, { floors: 7, floorHeight: 3 }],
  [
    { storeysAboveGround: 5, height: 16, storeysBelowGround: 2 },
    { floors: 5, floorHeight: 3.2, basements: 2 },
  ],
  [{ height: 9, yearOfConstruction: 1987 }, { builtYear: 1987 }],
  [{ height: 9, start_date: '1998-05-01' }, { builtYear: 1998 }],
  [{ height: 9, building: 'apartments' }, { use: 'residential' }],
  [{ height: 9, building: 'yes', amenity: 'kindergarten' }, { use: 'kindergarten' }],
  [{ height: 9, 用途: '农贸市场' }, { use: 'market' }],
  [{ height: 9, function: '31001_2020' }, { use: 'commercial' }],
  [
    { height: 9, 'addr:street': '人民路', 'addr:housenumber': '8号' },
    { address: { door: '人民路8号' }, name: '人民路8号' },
  ],
  [{ height: 9, name: 'B', 'name:zh': '乙楼' }, { name: '乙楼' }],
  [
    { height: 12, 'roof:shape': 'gabled', 'roof:height': 3 },
    { floors: 3, floorHeight: 3, roof: { kind: 'gable', height: 3 } },
  ],
  [
    { levels: 1, height: 60 },
    { floors: 20, floorHeight: 3 },
  ],
]
test.for(spelled)('attributes however they are spelled: %o', async ([properties, wanted]) => {
  const { site } = await bring('a.geojson', collection([feature('x', properties)]))
  expect(site.buildings[0]).toMatchObject(wanted)
})

test('what has neither height nor storeys stands on a list', async () => {
  const { site, result } = await bring(
    'a.geojson',
    collection([feature('x', null), feature('y', { height: 9 }, [square(1)])]),
  )
  expect(site.buildings[0]).toMatchObject({ floors: 3, floorHeight: 3 })
  expect(remarksOf(result)).toContain('x: height.assumed')
  expect(remarksOf(result)).not.toContain('y: height.assumed')
})

test('parks and lakes become ground; roads, points and lines are counted', async () => {
  const others = [
    feature('p', { leisure: 'park', name: '中心公园' }, [square(2)]),
    feature('w', { natural: 'water' }, [square(3)]),
    feature('i', { landuse: 'industrial' }, [square(4)]),
    { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [114, 22.5] } },
    { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [114, 22.5] } },
  ]
  const { site, result } = await bring('a.geojson', collection([...two, ...others]))
  expect(site.grounds).toMatchObject([{ kind: 'grass', name: '中心公园' }, { kind: 'water' }])
  expect(result.notTaken).toEqual({ 'landuse=industrial': 1, Point: 2 })
  expect(site.buildings).toHaveLength(2)
})

test('many buildings get grid units of about 500 m, each around its own', async () => {
  const features = Array.from({ length: 400 }, (_, i) =>
    feature(`x${i}`, { height: 9 }, [square(i % 20, Math.floor(i / 20))]),
  )
  const { site } = await bring('a.geojson', collection(features))
  expect(site.grids).toHaveLength(16)
  for (const { place, position } of site.buildings) {
    const [west, south] = site.grids.find((grid) => place.startsWith(`${grid.place}/`))?.ring[0] ?? [0, 0]
    const [east, north] = site.grids.find((grid) => place.startsWith(`${grid.place}/`))?.ring[2] ?? [0, 0]
    expect((position?.lon ?? 0) >= west && (position?.lon ?? 0) <= east).toBe(true)
    expect((position?.lat ?? 0) >= south && (position?.lat ?? 0) <= north).toBe(true)
  }
})

test('a file of a Chinese name', async () => {
  const { site } = await bring('锦绣社区.geojson', collection(two))
  expect(site.community).toMatchObject({ id: 'site', name: '锦绣社区' })
})
