import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, posix } from 'node:path'
import { validateBytes } from 'gltf-validator'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { interiorFile } from '../cim/interiors.ts'
import { objectsOf } from '../cim/objects.ts'
import { readTilesIndex } from '../cim/tiles-index.ts'
import { writeSite } from '../cim/write.ts'
import { buildTiles } from './build.ts'
import { buildingRow } from './rows.ts'
import { readGlb, rowsOfTable } from './testing/read-glb.ts'
import { smallSite } from './testing/small-site.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ankan-tiles-'))
  await writeSite(folder, smallSite())
})
afterEach(() => rm(folder, { recursive: true, force: true }))

interface Tile {
  boundingVolume: { box: number[] }
  geometricError: number
  content?: { uri: string }
  children?: Tile[]
}

async function built(): Promise<{ root: Tile; base: string; files: string[] }> {
  const index = await readTilesIndex(folder)
  const base = join(folder, 'tiles', index?.build ?? 'none')
  const { root } = JSON.parse(await readFile(join(base, 'tileset.json'), 'utf8'))
  const files = (await readdir(base, { recursive: true }))
    .filter((file) => /\.\w+$/.test(file))
    .map((file) => file.replaceAll('\\', '/'))
  return { root, base, files }
}

function* tilesOf(tile: Tile): Generator<Tile> {
  yield tile
  for (const child of tile.children ?? []) yield* tilesOf(child)
}

test.each([{ plain: false }, { plain: true }])(
  'every file passes the Khronos validator ($plain)',
  async ({ plain }) => {
    await buildTiles(folder, { plain })
    const { base, files } = await built()
    const glbs = files.filter((file) => file.endsWith('.glb'))
    expect(glbs.length).toBeGreaterThan(10)
    for (const file of glbs) {
      const externalResourceFunction = async (uri: string) =>
        new Uint8Array(await readFile(join(dirname(join(base, file)), uri)))
      const { issues } = await validateBytes(new Uint8Array(await readFile(join(base, file))), {
        externalResourceFunction,
      })
      expect(
        issues.messages.filter(({ severity }) => severity < 2),
        file,
      ).toEqual([])
    }
  },
)

test('tiles hold one another, get finer downwards, and name every file once', async () => {
  await buildTiles(folder)
  const { root, files } = await built()
  const named: string[] = []
  const check = (tile: Tile, parent?: Tile) => {
    if (tile.content) named.push(tile.content.uri)
    if (parent) {
      expect(tile.geometricError).toBeLessThan(parent.geometricError)
      for (const axis of [0, 1, 2]) {
        const reach = (one: Tile) => one.boundingVolume.box[3 + axis * 4] as number
        const middle = (one: Tile) => one.boundingVolume.box[axis] as number
        const out = Math.abs(middle(tile) - middle(parent)) + reach(tile) - reach(parent)
        expect(out, tile.content?.uri).toBeLessThan(0.06)
      }
    }
    for (const child of tile.children ?? []) check(child, tile)
  }
  check(root)
  const outside = files.filter((file) => file.endsWith('.glb') && !file.startsWith('interiors/'))
  expect(named.toSorted()).toEqual(outside.toSorted())
})

test('every picture that a tile names is there', async () => {
  await buildTiles(folder)
  const { base, files } = await built()
  for (const file of files.filter((one) => one.endsWith('.glb'))) {
    const { json } = readGlb(new Uint8Array(await readFile(join(base, file))))
    for (const { uri } of (json as unknown as { images?: { uri: string }[] }).images ?? [])
      expect(files, file).toContain(posix.join(posix.dirname(file), uri))
  }
})

test('what the model says of a building is what its tiles say, from far and near', async () => {
  await buildTiles(folder)
  const { base, files } = await built()
  const { site } = smallSite()
  for (const file of files.filter((one) => one.startsWith('buildings/'))) {
    const bytes = new Uint8Array(await readFile(join(base, file)))
    const rows = rowsOfTable(bytes, 'building')
    expect(rows.map(({ id }) => id).toSorted()).toEqual(site.buildings.map(({ place }) => place).toSorted())
    for (const row of rows)
      expect(row).toEqual(buildingRow(site.buildings.find(({ place }) => place === row.id) as never))
    const { json } = readGlb(bytes)
    for (const { attributes, extensions } of json.meshes.flatMap(({ primitives }) => primitives)) {
      expect(attributes._FEATURE_ID_0).toBeTypeOf('number')
      expect(extensions?.EXT_mesh_features?.featureIds[0]).toMatchObject({ featureCount: 7, propertyTable: 0 })
    }
  }
  const facilities = files.filter((one) => one.startsWith('facilities/'))
  expect(rowsOfTable(new Uint8Array(await readFile(join(base, facilities[0] as string))), 'facility')).toMatchObject([
    { id: 'bench-1', kind: 'bench', name: '长椅', place: 'small/z1' },
  ])
  expect(rowsOfTable(new Uint8Array(await readFile(join(base, 'ground/community.glb'))), 'ground')).toContainEqual({
    kind: 'water',
    name: '小湖',
  })
})

test('the inside is a tileset of its own with a tile for each floor', async () => {
  const result = await buildTiles(folder)
  expect(result.interiors).toBe(1)
  const { base } = await built()
  const index = await readTilesIndex(folder)
  const uri = index?.interiors['small/z1/b01'] as string
  const tileset = JSON.parse(await readFile(join(base, uri), 'utf8'))
  expect(
    tileset.root.children.map(
      (tile: { metadata: { properties: { floor: number } } }) => tile.metadata.properties.floor,
    ),
  ).toEqual([-1, 1, 2, 3, 4])
  const tower = new Uint8Array(await readFile(join(base, dirname(uri), 'f02.glb')))
  // Whoever finds a place by its code and whoever clicks on it must read the same one.
  const { site, interiors } = smallSite()
  const codes = new Map([...objectsOf(site, interiors)].map(({ id, spatial }) => [id, spatial]))
  for (const { id, code } of rowsOfTable(tower, 'room')) expect(code, `${id}`).toBe(codes.get(`${id}`))
  expect(rowsOfTable(tower, 'room')).toMatchObject([
    { id: 'small/z1/b01/f02/201', name: '201', use: 'home', floor: 2, area: 156 },
    { id: 'small/z1/b01/f02/stairs-1', name: '楼梯', use: 'stairs', area: 48 },
    { id: 'small/z1/b01/f02/202', use: 'home' },
    { id: 'small/z1/b01/f02', name: '2F', use: 'storey', floor: 2 },
  ])
  // One table a tile: Cesium picks from no second one.
  expect(readGlb(tower).json.extensions?.EXT_structural_metadata?.propertyTables).toHaveLength(1)
})

test('the same site is not built twice; a changed one is, and the build before stays readable', async () => {
  const first = await buildTiles(folder)
  expect(first.upToDate).toBe(false)
  expect((await buildTiles(folder)).upToDate).toBe(true)
  const before = (await readTilesIndex(folder))?.build as string
  const change = async (name: string) => {
    const { site } = smallSite()
    await writeFile(join(folder, 'community.json'), JSON.stringify({ ...site.community, name }))
    await buildTiles(folder)
    return (await readTilesIndex(folder))?.build as string
  }
  const second = await change('二')
  expect((await readdir(join(folder, 'tiles'))).toSorted()).toEqual(
    [before, 'index.json', second, 'tileset.json'].toSorted(),
  )
  const third = await change('三')
  expect((await readdir(join(folder, 'tiles'))).toSorted()).toEqual(
    [second, third, 'index.json', 'tileset.json'].toSorted(),
  )
  expect(JSON.parse(await readFile(join(folder, 'tiles', 'tileset.json'), 'utf8')).root.content.uri).toBe(
    `${third}/tileset.json`,
  )
})

test('the same site gives the same bytes', async () => {
  await buildTiles(folder, { force: true })
  const read = async () => {
    const { base, files } = await built()
    return Promise.all(
      files.toSorted().map(async (file) => [file, (await readFile(join(base, file))).toString('base64')]),
    )
  }
  const once = await read()
  await buildTiles(folder, { force: true })
  expect(await read()).toEqual(once)
})

test('a build that fails leaves the tiles before as they were, and nothing half made', async () => {
  await buildTiles(folder)
  const before = await readTilesIndex(folder)
  await writeFile(join(folder, interiorFile('small/z1/b01')), '{"plans": 7}')
  await expect(buildTiles(folder)).rejects.toMatchObject({
    code: 'site.damaged',
    message: expect.stringContaining('small-z1-b01.json'),
  })
  expect(await readTilesIndex(folder)).toEqual(before)
  expect((await readdir(join(folder, 'tiles'))).filter((name) => name.includes('.part'))).toEqual([])
})

test('what is not right is named and left out; the rest is built', async () => {
  const { site } = smallSite()
  const [one, two] = site.buildings
  const wrong = [
    one,
    { ...two, floors: 0 },
    { ...one, name: 'again' },
    { ...two, place: 'small/z1/b90', footprint: [] },
    {
      ...two,
      place: 'small/z1/b91',
      footprint: [
        [null, 1],
        [2, 3],
        [4, 5],
      ],
      position: undefined,
    },
  ]
  await writeFile(join(folder, 'buildings.json'), JSON.stringify(wrong))
  await writeFile(join(folder, 'facilities.json'), JSON.stringify([{ ...site.facilities[0], kind: 'spaceship' }]))
  const { problems, buildings } = await buildTiles(folder)
  expect(problems.map(({ object }) => object).toSorted()).toEqual(
    ['bench-1', 'small/z1/b01', 'small/z1/b02', 'small/z1/b90', 'small/z1/b91'].toSorted(),
  )
  expect(buildings).toBe(1)
})

test('a file that ends in the middle is an error', async () => {
  await writeFile(join(folder, 'buildings.json'), '[{"place":"small/z1/b01"')
  await expect(buildTiles(folder)).rejects.toMatchObject({ code: 'site.damaged' })
  await appendFile(join(folder, 'buildings.json'), '}]')
  expect((await buildTiles(folder)).problems).toHaveLength(1)
})

test('a site with nothing in it has tiles too', async () => {
  const empty = smallSite()
  const nothing = {
    buildings: [],
    grounds: [],
    trees: [],
    walls: [],
    gates: [],
    facilities: [],
    roads: { nodes: [], edges: [], closures: [] },
  }
  await writeSite(folder, {
    ...empty,
    site: { ...empty.site, ...nothing, surroundings: { grounds: [], buildings: [] } },
  })
  await buildTiles(folder)
  const { root } = await built()
  expect([...tilesOf(root)].length).toBeGreaterThan(0)
})
