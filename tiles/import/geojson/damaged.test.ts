import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { bring, bringNothing, leftOutOf, remarksOf } from '../testing/bring.ts'
import { collection, feature, lines, square } from '../testing/geojson.ts'

const good = feature('good', { height: 9 }, [square(9)])
const bowTie = [
  [114, 22.5],
  [114.0002, 22.5002],
  [114.0002, 22.5],
  [114, 22.5002],
]

const broken: [string, unknown][] = [
  [
    'ring.short',
    feature('x', { height: 9 }, [
      [
        [114, 22.5],
        [114.001, 22.5],
      ],
    ]),
  ],
  ['ring.short', feature('x', { height: 9 }, [[]])],
  ['ring.crossing', feature('x', { height: 9 }, [bowTie])],
  ['area.small', feature('x', { height: 9 }, [square(0, 0, 0.000005)])],
  [
    'area.small',
    feature('x', { height: 9 }, [
      [
        [114, 22.5],
        [114.001, 22.5],
        [114.002, 22.5],
      ],
    ]),
  ],
  ['area.absurd', feature('x', { height: 9 }, [square(0, 0, 1)])],
  [
    'coordinates.absurd',
    feature('x', { height: 9 }, [
      [
        [114, 22.5],
        [null, 22.5],
        [114, 22.6],
      ],
    ]),
  ],
  [
    'coordinates.absurd',
    feature('x', { height: 9 }, [
      [
        [114, 22.5],
        ['114.001', 22.5],
        [114, 22.6],
      ],
    ]),
  ],
  [
    'coordinates.absurd',
    feature('x', { height: 9 }, [
      [
        [114, 22.5],
        [500, 22.5],
        [114, 22.6],
      ],
    ]),
  ],
  ['geometry.malformed', feature('x', { height: 9 }, [[114, 22.5]])],
  ['geometry.malformed', feature('x', { height: 9 }, 'none')],
  ['geometry.missing', feature('x', { height: 9 }, [], { geometry: null })],
  ['height.invalid', feature('x', { height: 0 })],
  ['height.invalid', feature('x', { height: -3 })],
  ['height.invalid', feature('x', { height: 1501 })],
  ['height.invalid', feature('x', { height: 'NaN' })],
  ['id.duplicate', feature('good', { height: 9 })],
  ['place.far', feature('x', { height: 9 }, [square(0, 0, 0.0002, [120, 30])])],
]
test.for(broken)('left out: %s %#', async ([reason, one]) => {
  const { result, site } = await bring('a.geojson', collection([good, feature('g2', { height: 9 }, [square(8)]), one]))
  const id = (one as { id: string }).id
  expect(leftOutOf(result)).toEqual([`${id}: ${reason}`])
  expect(result.leftOut[0]).toMatchObject({ code: reason, zh: expect.stringMatching(/\p{Script=Han}/u), count: 1 })
  expect(site.buildings.map(({ number }) => number)).toEqual(['good', 'g2'])
})

test('a height that makes no sense does not spoil a building whose storeys are known', async () => {
  const { site, result } = await bring('a.geojson', collection([feature('x', { height: 0, levels: 6 })]))
  expect(site.buildings[0]).toMatchObject({ floors: 6, floorHeight: 3 })
  expect(remarksOf(result)).toContain('x: height.ignored')
})

const holes: [string, unknown][] = [
  ['outside', square(3, 3, 0.0001)],
  ['half outside', square(0, 0, 0.0002, [114.0001, 22.5001])],
  ['around', square(0, 0, 0.001, [113.9995, 22.4995])],
  ['crossing itself', bowTie.map(([x = 0, y = 0]) => [114.0001 + (x - 114) / 4, 22.5001 + (y - 22.5) / 4])],
  [
    'a line',
    [
      [114.0001, 22.5001],
      [114.00015, 22.5001],
    ],
  ],
  ['on the edge', square(0, 0, 0.0001)],
]
test.for(holes)('a hole that is none is dropped, the building is not: %s', async ([, hole]) => {
  const { site, result } = await bring('a.geojson', collection([feature('x', { height: 9 }, [square(), hole])]))
  expect(site.buildings[0]?.holes).toEqual([])
  expect(remarksOf(result)).toContain('x: hole.dropped')
})

test('of holes that overlap, the first stays', async () => {
  const inner = (from: number) => square(0, 0, 0.00005, [114.00002 + from, 22.50002 + from])
  const rings = [square(), inner(0), inner(0.00002), inner(0.0001)]
  const { site } = await bring('a.geojson', collection([feature('x', { height: 9 }, rings)]))
  expect(site.buildings[0]?.holes.map(([first]) => first?.[0])).toEqual([114.00002, 114.00012])
})

test('broken lines are named by their number, the others are taken', async () => {
  const text = [
    JSON.stringify(good),
    '{"type":"Feature","id":"cut","geometry":{"type":"Poly',
    JSON.stringify(feature('n', { height: 9 })).replace('22.5]', 'NaN]'),
    '[1,2]',
    '"text"',
    JSON.stringify(feature('after', { height: 9 })),
  ].join('\n')
  const { result, site } = await bring('a.geojsonl', text)
  expect(leftOutOf(result)).toEqual([
    'line 2: json.broken',
    'line 3: number.nan',
    'line 4: object.malformed',
    'line 5: object.malformed',
  ])
  expect(site.buildings.map(({ number }) => number)).toEqual(['good', 'after'])
})

test('a first line that is broken hides nothing', async () => {
  const { result } = await bring('a.geojsonl', `{"type":"Feature","geometry":{"type\n${lines([good])}`)
  expect(leftOutOf(result)).toEqual(['line 1: json.broken'])
})

test('Chinese that is not UTF-8 is left out by name', async () => {
  const other = Buffer.from(
    lines([feature('gbk', { height: 9, name: 'NAME' })]).replace('NAME', '\xc2\xa5\xd3\xee'),
    'latin1',
  )
  const { result } = await bring('a.geojsonl', Buffer.concat([Buffer.from(lines([good])), other]))
  expect(leftOutOf(result)).toEqual(['line 2: text.encoding'])
})

test('a collection that ends in the middle keeps what came before', async () => {
  const text = JSON.stringify(collection([good, feature('b', { height: 9 }), feature('c', { height: 9 }, [square(1)])]))
  const { result, site } = await bring('a.geojson', text.slice(0, text.length - 60))
  expect(leftOutOf(result)).toEqual(['a.geojson: file.cut'])
  expect(site.buildings.map(({ number }) => number)).toEqual(['good', 'b'])
})

test('a packed file that was cut off keeps what could be unpacked', async () => {
  const many = Array.from({ length: 3000 }, (_, i) =>
    feature(`x${i}`, { height: 9 + Math.sin(i) }, [square(i % 50, Math.floor(i / 50))]),
  )
  const packed = gzipSync(lines(many))
  const { result, site } = await bring('a.geojsonl.gz', packed.subarray(0, packed.length / 2))
  expect(leftOutOf(result)).toContain('a.geojsonl.gz: file.cut')
  expect(site.buildings.length).toBeGreaterThan(500)
  expect(site.buildings.length).toBeLessThan(3000)
})

test('two collections in one file: the second is not lost without a word', async () => {
  const text = JSON.stringify(collection([good]))
  const { result } = await bring('a.geojson', `${text}\n${text}`)
  expect(leftOutOf(result)).toEqual(['a.geojson: file.trailing'])
})

test('without a single building nothing is written, and the reasons are told', async () => {
  expect(leftOutOf(await bringNothing('a.geojson', collection([feature('x', { height: 0 })])))).toEqual([
    'x: height.invalid',
  ])
  expect((await bringNothing('a.geojson', collection([]))).taken.buildings).toBe(0)
  expect((await bringNothing('a.geojson', collection([feature('p', { leisure: 'park' })]))).taken.grounds).toBe(1)
})

const foreign: [string, string | Buffer, RegExp][] = [
  ['empty.geojson', '', /no known format/],
  ['a.geojson', 'hello', /no known format/],
  ['a.json', '{"a":1}', /no known format/],
  ['a.shp', Buffer.from([0, 0, 0x27, 0x0a, 0, 0]), /Shapefile.*ogr2ogr/],
  ['a.kmz', Buffer.from('PK\u0003\u0004'), /zip/],
  ['a.gml', '<?xml version="1.0"?>', /GML/],
  ['a.geojson', Buffer.from('\ufeff{"type":"FeatureCollection"}', 'utf16le'), /UTF-16/],
]
test.for(foreign)('what is no such file is refused by name: %s %#', async ([name, content, message]) => {
  await expect(bringNothing(name, content)).rejects.toThrow(message)
})

test('a list of ten thousand reasons stays a list of ten thousand', async () => {
  const many = Array.from({ length: 10_050 }, (_, i) => feature(`x${i}`, { height: 0 }))
  const { result } = await bring('a.geojsonl', lines([good, ...many]))
  expect(result.leftOut[0]).toMatchObject({ code: 'height.invalid', count: 10_050 })
  expect(result.leftOut[0]?.entries).toHaveLength(10_000)
})

test('what is said of a building counts only when the building is taken', async () => {
  const said = { height: 9, year: 'x' }
  const far = feature('far', said, [square(0, 0, 0.0002, [120, 30])])
  const features = [feature('a', said), feature('b', said, [square(8)]), feature('a', said, [square(4)]), far]
  const { result } = await bring('a.geojson', collection(features))
  expect(leftOutOf(result)).toEqual(['a: id.duplicate', 'far: place.far'])
  expect([result.taken.buildings, result.remarked]).toEqual([2, 2])
  expect(remarksOf(result)).toEqual([
    'a: attribute.ignored',
    'a: use.assumed',
    'b: attribute.ignored',
    'b: use.assumed',
  ])
})

test('what has no id is named by where it stands, and by its name where it has one', async () => {
  const bad = (properties: object) => feature(undefined, { height: 0, ...properties })
  const features = [good, bad({}), bad({ name: '锦绣苑 3 栋' }), bad({ 名称: '门卫室' })]
  const { result } = await bring('a.geojson', collection(features))
  expect(result.leftOut[0]?.entries.map(({ object }) => object)).toEqual([
    'features[1]',
    'features[2] 锦绣苑 3 栋',
    'features[3] 门卫室',
  ])
})
