import { truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { groundArea } from '#shared/place/ring.ts'
import { importInto } from '../run.ts'
import { bring, bringNothing, leftOutOf, noteOf, ownFolder, remarksOf } from '../testing/bring.ts'
import { block, building, CORNER, house, Maker, type Vec } from '../testing/cityjson.ts'

const [X, Y] = CORNER

/** A sound house beside one that is not. */
function withOne(make: (maker: Maker) => unknown, more: object = {}) {
  const maker = new Maker()
  const good = building([maker.solid(house([X + 50, Y, 2.5]), '2')])
  return maker.document({ good, bad: building([make(maker)], {}, more) })
}

const flat = (maker: Maker, points: Vec[]) => {
  const first = maker.points.length
  maker.points.push(...points)
  return { type: 'MultiSurface', lod: '0', boundaries: [[points.map((_, i) => first + i)]] }
}

const broken: [string, (maker: Maker) => unknown][] = [
  ['vertex.missing', (maker) => ({ ...maker.solid(house(), '2'), boundaries: [[[[0, 1, 9999]]]] })],
  ['vertex.missing', (maker) => ({ ...maker.solid(house(), '2'), boundaries: [[[[0, 1, -1]]]] })],
  ['vertex.missing', (maker) => ({ ...maker.solid(house(), '2'), boundaries: [[[[0, 1, 1.5]]]] })],
  ['vertex.missing', (maker) => ({ ...maker.solid(house(), '2'), boundaries: [[[[0, 1, '2']]]] })],
  ['geometry.malformed', (maker) => ({ ...maker.solid(house(), '2'), boundaries: [[[0, 1, 2]]] })],
  ['geometry.malformed', (maker) => ({ ...maker.solid(house(), '2'), boundaries: 'none' })],
  ['geometry.malformed', () => ({ type: 'Sphere', lod: '2', boundaries: [] })],
  ['geometry.missing', () => ({ type: 'MultiPoint', lod: '2', boundaries: [0] })],
  ['geometry.missing', () => null],
  ['template.missing', () => ({ type: 'GeometryInstance', template: 3, boundaries: [0], transformationMatrix: [] })],
  [
    'ring.crossing',
    (maker) =>
      flat(maker, [
        [X, Y, 2],
        [X + 9, Y + 9, 2],
        [X + 9, Y, 2],
        [X, Y + 9, 2],
      ]),
  ],
  [
    'area.small',
    (maker) =>
      flat(maker, [
        [X, Y, 2],
        [X + 0.5, Y, 2],
        [X + 0.5, Y + 0.5, 2],
        [X, Y + 0.5, 2],
      ]),
  ],
  [
    'coordinates.absurd',
    (maker) =>
      flat(maker, [
        [X, Y, 9999],
        [X + 9, Y, 9999],
        [X + 9, Y + 9, 9999],
      ]),
  ],
  ['height.invalid', (maker) => maker.solid(block(CORNER, 0), '1')],
  ['height.invalid', (maker) => maker.solid(block(CORNER, 2000), '2')],
]
test.for(broken)('left out: %s %#', async ([reason, make]) => {
  const { result, site } = await bring('a.json', withOne(make))
  expect(leftOutOf(result)).toEqual([`bad: ${reason}`])
  expect(site.buildings.map(({ number }) => number)).toEqual(['good'])
})

test('the report says which vertex it was', async () => {
  const { result } = await bring(
    'a.json',
    withOne((maker) => ({ ...maker.solid(house(), '2'), boundaries: [[[[0, 1, 9999]]]] })),
  )
  expect(result.leftOut[0]?.entries).toEqual([{ object: 'bad', detail: '9999 / 20' }])
})

test('vertices without valid coordinates', async () => {
  const maker = new Maker()
  const objects = {
    good: building([maker.solid(house(), '2')]),
    bad: building([maker.solid(house([X + 50, Y, 2.5]), '2')]),
  }
  const file = maker.document(objects)
  const vertices: unknown[] = file.vertices
  vertices[12] = [1, null, 3]
  const nulls = await bring('a.json', file)
  expect(leftOutOf(nulls.result)).toEqual(['bad: vertex.broken'])
  const text = JSON.stringify(file).replace('[1,null,3]', '[1,NaN,3]')
  expect(leftOutOf((await bring('a.json', text)).result)).toEqual(['bad: vertex.broken'])
})

test('a file without vertices leaves everything out, and nothing is written', async () => {
  const maker = new Maker()
  const file = { ...maker.document({ a: building([maker.solid(house(), '2')]) }), vertices: undefined }
  expect(leftOutOf(await bringNothing('a.json', file))).toEqual(['a: vertex.missing'])
  expect(leftOutOf(await bringNothing('a.json', maker.document({})))).toEqual([])
})

test('no coordinate system: refused, with what would help', async () => {
  const maker = new Maker()
  const file = { ...maker.document({ a: building([maker.solid(house(), '2')]) }), metadata: {} }
  await expect(bringNothing('a.json', file)).rejects.toThrow('names no coordinate system')
  expect((await bring('a.json', file, { epsg: 28992 })).site.buildings).toHaveLength(1)
})

test('the same id twice: the first counts', async () => {
  const maker = new Maker()
  const text = JSON.stringify(
    maker.document({
      a: building([maker.solid(house(), '2')]),
      b: building([maker.solid(house([X + 50, Y, 2.5]), '2')]),
    }),
  )
  const { result, site } = await bring('a.json', text.replace('"b":{', '"a":{'))
  expect(leftOutOf(result)).toEqual(['a: id.duplicate'])
  expect(site.buildings).toHaveLength(1)
})

test('the same part twice, and a part that its building does not name', async () => {
  const maker = new Maker()
  const part = { type: 'BuildingPart', parents: ['a'], geometry: [maker.solid(house(), '2')] }
  const other = { type: 'BuildingPart', parents: ['a'], geometry: [maker.solid(house([X + 50, Y, 2.5]), '2')] }
  const text = JSON.stringify(maker.document({ a: building([], {}, { children: ['p'] }), p: part, q: part, r: other }))
  const { result, site } = await bring('a.json', text.replace('"q":{', '"p":{'))
  expect(leftOutOf(result)).toEqual(['p: id.duplicate'])
  expect(remarksOf(result)).toContain('r: parent.missing')
  expect(site.buildings.map(({ number }) => number)).toEqual(['a', 'r'])
})

test('an object that is broken JSON does not spoil the others', async () => {
  const maker = new Maker()
  const objects = { a: building([maker.solid(house(), '2')]), b: building([maker.solid(house([X + 50, Y, 2.5]), '2')]) }
  const text = JSON.stringify(maker.document(objects)).replace('"b":{', '"c":{"type":nope},"d":7,"b":{')
  const { result, site } = await bring('a.json', text)
  expect(leftOutOf(result)).toEqual(['c: json.broken', 'd: object.malformed'])
  expect(site.buildings.map(({ number }) => number)).toEqual(['a', 'b'])
})

test('a file that ends in the middle says so', async () => {
  const maker = new Maker()
  const file = maker.document({
    a: building([maker.solid(house(), '2')]),
    b: building([maker.solid(house([X + 50, Y, 2.5]), '2')]),
  })
  const text = JSON.stringify(file)
  const { result, site } = await bring('a.json', text.slice(0, -40))
  expect(leftOutOf(result)).toEqual(['a.json: file.cut', 'b: vertex.missing'])
  expect(site.buildings.map(({ number }) => number)).toEqual(['a'])
})

test('lines of a sequence fail one by one', async () => {
  const maker = new Maker()
  const { CityObjects, vertices, ...first } = maker.document({ a: building([maker.solid(house(), '2')]) })
  const feature = JSON.stringify({ type: 'CityJSONFeature', id: 'a', CityObjects, vertices })
  const lines = [
    JSON.stringify({ ...first, CityObjects: {}, vertices: [] }),
    feature,
    feature.slice(0, 50),
    '{"type":"Feature"}',
    feature.replace('"a":{', '"b":{'),
  ]
  const { result, site } = await bring('a.jsonl', lines.join('\n'))
  expect(leftOutOf(result)).toEqual(['line 3: json.broken', 'line 4: object.malformed'])
  expect(site.buildings.map(({ number }) => number)).toEqual(['a', 'b'])
})

test('ground in several pieces, none at all, or none but a roof: the footprint is the best there is', async () => {
  const maker = new Maker()
  const multi = (shape: ReturnType<typeof house>, only: number[]) => {
    const { boundaries, semantics, ...rest } = maker.multi(shape, '2')
    return {
      ...rest,
      boundaries: only.map((i) => boundaries[i]),
      semantics: { ...semantics, values: only.map((i) => shape.values[i]) },
    }
  }
  const apart = maker.solid(block([X, Y + 40, 2.5]), '2')
  const objects = {
    roof: building([multi(house(), [1, 2, 3, 4, 5, 6])]),
    hull: building([multi(house([X + 30, Y, 2.5]), [1, 2, 3, 4])]),
    apart: building([
      {
        ...apart,
        type: 'MultiSolid',
        boundaries: [apart.boundaries, maker.solid(block([X + 30, Y + 40, 2.5], 9, [4, 4]), '2').boundaries],
        semantics: undefined,
      },
    ]),
    flat: building(
      [maker.solid(block([X + 60, Y, 2.5], 12), '2')].map((solid) => ({
        ...solid,
        boundaries: [[...(solid.boundaries[0] ?? []), [[0, 0, 0]]]],
      })),
    ),
  }
  const { site, result } = await bring('a.json', maker.document(objects))
  const said = remarksOf(result).filter((one) => !one.endsWith('use.assumed'))
  expect(said).toEqual([
    'apart: footprint.largest',
    'flat: surface.dropped',
    'hull: footprint.hull',
    'roof: footprint.roof',
  ])
  for (const { footprint } of site.buildings) expect(groundArea(footprint)).toBeCloseTo(80, 1)
})

test('an old version is refused, an unknown one is read and said', async () => {
  const maker = new Maker()
  const file = maker.document({ a: building([maker.solid(house(), '2')]) })
  await expect(bringNothing('a.json', { ...file, version: '0.9' })).rejects.toThrow('too old')
  const { result } = await bring('a.json', { ...file, version: '3.0' })
  expect(noteOf(result, 'version')).toContain('3.0')
})

test('more than a gigabyte is refused with a better format', async () => {
  const folder = await ownFolder()
  const file = join(folder, 'huge.city.json')
  await writeFile(file, '{"type":"CityJSON","CityObjects":{')
  // A hole in the disk: nothing of it is really there.
  await truncate(file, 1024 ** 3 + 1)
  await expect(importInto(join(folder, 'site'), file, {})).rejects.toThrow('export jsonl')
})

test('a sequence without its header is told so, not asked for a coordinate system', async () => {
  const maker = new Maker()
  const CityObjects = { a: building([maker.solid(house(), '2')]) }
  const one = JSON.stringify({ type: 'CityJSONFeature', id: 'a', CityObjects, vertices: maker.packed() })
  for (const text of [`${one}\n`, `{"type":"CityJ\n${one}\n`])
    await expect(bringNothing('a.city.jsonl', text)).rejects.toThrow('the first line is no CityJSON header')
  await expect(bringNothing('a.city.jsonl', `${one}\n`, { epsg: 28992 })).rejects.toThrow('no CityJSON header')
})
