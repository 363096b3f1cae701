import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSite } from '../cim/read.ts'
import { Refused } from './refused.ts'
import { importInto, NothingUsable } from './run.ts'
import { ownFolder } from './testing/bring.ts'
import { building, CORNER, house, Maker } from './testing/cityjson.ts'
import { collection, feature, square } from './testing/geojson.ts'
import { glb, inFolder, tile, tileset } from './testing/tileset.ts'

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

const odd: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(null, [], {}, '', 0, -1, 1e300, 'Polygon', [[]], [[[]]], { type: 'Building' }, '../../x'),
  fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>,
)

/** Puts something odd somewhere into a document: wherever the numbers lead. */
function spoil(document: Json, way: number[], thing: Json): Json {
  if (way.length === 0 || typeof document !== 'object' || document === null) return thing
  const keys = Object.keys(document)
  if (keys.length === 0) return thing
  const [step = 0, ...rest] = way
  const key = keys[step % keys.length] as string
  const inner = spoil((document as Record<string, Json>)[key] as Json, rest, thing)
  return Array.isArray(document) ? document.with(Number(key), inner) : { ...document, [key]: inner }
}

const ways = fc.array(fc.nat(12), { minLength: 1, maxLength: 9 })

/** Whatever stands in a file: it becomes a sound site, or is refused in words. Nothing else may happen. */
async function survives(document: Json, write: (out: string, document: Json) => Promise<unknown>): Promise<boolean> {
  const out = join(await ownFolder(), 'site')
  try {
    await write(out, document)
  } catch (error) {
    if (error instanceof Refused || error instanceof NothingUsable) return false
    throw error
  }
  await readSite(out)
  return true
}

async function fuzz(document: unknown, write: (out: string, document: Json) => Promise<unknown>) {
  const plain = JSON.parse(JSON.stringify(document)) as Json
  let good = 0
  await fc.assert(
    fc.asyncProperty(ways, odd, async (way, thing) => {
      if (await survives(spoil(plain, way, thing), write)) good++
    }),
    { numRuns: 250, seed: 19 },
  )
  // Most damage is to a part, and the others stay usable.
  expect(good).toBeGreaterThan(50)
}

const asFile = (name: string) => async (out: string, document: Json) => {
  const file = join(await ownFolder(), name)
  await writeFile(file, JSON.stringify(document))
  return importInto(out, file, {})
}

function model() {
  const maker = new Maker()
  const [x, y] = CORNER
  return maker.document({
    a: building([maker.multi(house(), '0'), maker.solid(house(), '2.2')], { measuredHeight: 9 }, { children: ['p'] }),
    p: { type: 'BuildingPart', parents: ['a'], geometry: [maker.solid(house([x + 10, y, 2.5]), '2.2')] },
    b: building([maker.solid(house([x + 50, y, 2.5]), '1.2', false)]),
    w: { type: 'WaterBody', geometry: [maker.multi(house([x + 90, y, 2]), '1')] },
    t: { type: 'SolitaryVegetationObject', geometry: [maker.solid(house([x - 90, y, 2]), '1')] },
  })
}

test('CityJSON that is odd in any place', () => fuzz(model(), asFile('a.city.json')), 60_000)

test('GeoJSON that is odd in any place', () => {
  const properties = { height: 12, name: 'x', 'building:levels': 4, address: [{ street: 'a' }] }
  const features = [
    feature('a', properties),
    feature('b', { height: 9 }, [square(1), square(1, 0, 0.0001)]),
    feature('c', null, [square(2)]),
  ]
  return fuzz(collection(features, { crs: { type: 'name', properties: { name: 'EPSG:4490' } } }), asFile('a.geojson'))
}, 60_000)

test('a tileset that is odd in any place', () => {
  const implicit = {
    subdivisionScheme: 'QUADTREE',
    subtreeLevels: 2,
    availableLevels: 3,
    subtrees: { uri: 's/{level}/{x}/{y}.json' },
  }
  const subtree = {
    tileAvailability: { constant: 1 },
    contentAvailability: [{ constant: 1 }],
    childSubtreeAvailability: { constant: 0 },
  }
  const files = {
    entry: tileset({ children: [tile('a.glb'), tile('b.gltf'), tile('c.json')] }),
    c: tileset({ implicitTiling: implicit, content: { uri: '{level}-{x}-{y}.glb' } }),
    gltf: { asset: { version: '2.0' }, buffers: [{ uri: 'b.bin' }], images: [{ uri: 'b.png' }] },
    subtree,
  }
  return fuzz(files, async (out, document) => {
    const { entry = null, c = null, gltf = null, subtree: tree = null } = (document ?? {}) as Record<string, Json>
    const text = (value: Json) => JSON.stringify(value)
    return importInto(
      out,
      await inFolder({
        'tileset.json': text(entry),
        'c.json': text(c),
        'b.gltf': text(gltf),
        's/0/0/0.json': text(tree),
        'a.glb': glb(),
        'b.bin': 'x',
      }),
      {},
    )
  })
}, 60_000)
