import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { distanceBetween } from '#shared/place/distance.ts'
import { radians } from '#shared/place/geodesy.ts'
import { readSite } from '../../cim/read.ts'
import { importInto, type Run } from '../run.ts'
import { leftOutOf, ownFolder } from '../testing/bring.ts'
import {
  type Answer,
  bytesOf,
  composite,
  type FileMap,
  glb,
  inFolder,
  legacy,
  serve,
  subtree,
  tile,
  tileset,
} from '../testing/tileset.ts'

async function bring(source: string, options: Run = {}, out?: string) {
  const folder = out ?? join(await ownFolder(), 'site')
  const result = await importInto(folder, source, { patience: 1, ...options })
  return { result, folder, site: (await readSite(folder)).site }
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
}

/** All ways in which tiles refer to tiles, models and textures. */
const explicit: FileMap = {
  'tileset.json': tileset(
    {
      content: { uri: 'root.glb' },
      children: [
        tile('a/outer.json'),
        { ...tile(''), content: { url: 'old.b3dm' } },
        { ...tile(''), content: undefined, contents: [{ uri: 'c1.glb' }, { uri: 'c2.pnts' }] },
        {
          ...tile(''),
          content: undefined,
          extensions: { '3DTILES_multiple_contents': { content: [{ uri: 'm1.glb' }] } },
        },
        tile('mixed.cmpt', { children: [tile('instances.i3dm')] }),
        tile('loose.gltf'),
        tile('data:application/octet-stream;base64,AAAA'),
      ],
    },
    '1.1',
    { schemaUri: 'schema/schema.json', extras: { url: 'https://elsewhere.example/info' } },
  ),
  'root.glb': glb({ images: [{ uri: 'textures/wall.png' }, { uri: 'data:image/png;base64,AAAA' }] }),
  'textures/wall.png': 'png',
  'a/outer.json': tileset(
    { content: { uri: 'deep/x y.b3dm' }, children: [tile('../root.glb'), tile('楼.glb')] },
    '1.0',
  ),
  'a/deep/x y.b3dm': legacy('b3dm', glb({ images: [{ uri: '../tex.jpg' }] })),
  'a/tex.jpg': 'jpg',
  'a/楼.glb': glb(),
  'old.b3dm': legacy('b3dm', glb()),
  'c1.glb': glb({ extensions: { EXT_structural_metadata: { schemaUri: 'schema/model.json' } } }),
  'c2.pnts': legacy('pnts', Buffer.from('points')),
  'm1.glb': glb(),
  'mixed.cmpt': composite(legacy('b3dm', glb({ buffers: [{ uri: 'inner.bin' }] })), legacy('i3dm', glb())),
  'inner.bin': 'bin',
  'instances.i3dm': legacy('i3dm', Buffer.from('models/tree.glb  '), 0),
  'models/tree.glb': glb(),
  'loose.gltf': { asset: { version: '2.0' }, buffers: [{ uri: 'loose.bin' }], images: [{ uri: 'loose.png' }] },
  'loose.bin': 'bin',
  'loose.png': 'png',
  'schema/schema.json': { classes: {} },
  'schema/model.json': { classes: {} },
}

test('a tileset in a folder is brought along with all that it refers to, and nothing else', async () => {
  const source = await inFolder({ ...explicit, 'notes.txt': 'not of it' })
  const { site, result, folder } = await bring(source)
  expect(leftOutOf(result)).toEqual([])
  expect(result.taken).toMatchObject({ tilesets: 1, files: Object.keys(explicit).length })
  expect(await filesIn(join(folder, 'tilesets/survey'))).toEqual(Object.keys(explicit).sort())
  for (const [name, content] of Object.entries(explicit))
    expect(await readFile(join(folder, 'tilesets/survey', name)), name).toEqual(bytesOf(content))
  expect(site.buildings).toEqual([])
  expect(site.community).toMatchObject({ id: 'survey', name: 'survey' })
  const [entry] = site.tilesets
  expect(entry).toMatchObject({ id: 'survey', file: 'tilesets/survey/tileset.json', lift: 0 })
  expect(distanceBetween(entry?.center ?? { lon: 0, lat: 0 }, { lon: 114, lat: 22.5 })).toBeLessThan(0.01)
  expect(entry?.center.height).toBeCloseTo(20, 2)
  expect(site.community.radius).toBe(Math.ceil(Math.hypot(50, 50, 20)))
})

test('the same from a real server, with the key of its entry', async () => {
  const server = await serve(
    Object.fromEntries(Object.entries(explicit).map(([name, content]) => [`data/city/${name}`, content])),
  )
  const { site, result, folder } = await bring(`${server.url}data/city/tileset.json?key=k1`, {
    id: 'city',
    name: '市区',
    lift: 12,
    datum: 5,
  })
  expect(leftOutOf(result)).toEqual([])
  expect(await filesIn(join(folder, 'tilesets/city'))).toEqual(Object.keys(explicit).sort())
  for (const [name, content] of Object.entries(explicit))
    expect(await readFile(join(folder, 'tilesets/city', name)), name).toEqual(bytesOf(content))
  expect(site.tilesets).toMatchObject([
    { id: 'city', name: '市区', lift: 12, center: { height: expect.closeTo(15, 2) } },
  ])
  expect(server.asked.every((url) => url.endsWith('?key=k1'))).toBe(true)
  // The entry is asked for once to see where it leads.
  expect(new Set(server.asked).size).toBe(Object.keys(explicit).length)
  expect(server.asked.length).toBe(Object.keys(explicit).length + 1)
})

test('four files are asked for at once, and no more', async () => {
  const names = Array.from({ length: 12 }, (_, i) => `${i}.glb`)
  const files: FileMap = Object.fromEntries(names.map((name) => [name, glb()]))
  files['tileset.json'] = tileset({ children: names.map((name) => tile(name)) })
  // It answers every four, so whoever asks for fewer would wait for ever.
  const server = await serve(files, undefined, 4)
  const { result } = await bring(`${server.url}tileset.json`)
  expect(result.taken.files).toBe(13)
  expect(server.most).toBe(4)
})

test('an address without a file name is that of a folder', async () => {
  const server = await serve({ 'city/tileset.json': tileset(tile('a.glb')), 'city/a.glb': glb() })
  const { site } = await bring(`${server.url}city`)
  expect(site.tilesets).toMatchObject([{ id: 'city', file: 'tilesets/city/tileset.json' }])
})

/** A quadtree of four levels in subtrees of two: by bits, by constants, in a file of their own. */
function quadtree(form: '1.1' | 'extension'): FileMap {
  const described = {
    subdivisionScheme: 'QUADTREE',
    subtreeLevels: 2,
    subtrees: { uri: 'subtrees/{level}/{x}/{y}.subtree' },
  }
  const implicit =
    form === '1.1'
      ? { implicitTiling: { ...described, availableLevels: 4 } }
      : { extensions: { '3DTILES_implicit_tiling': { ...described, maximumLevel: 3 } } }
  const contents = form === '1.1' ? 'contentAvailability' : 'contentAvailability'
  // Contents of the root and of its children 0 and 3; a subtree below 3 alone, at level 2: its Morton number is 12.
  const bits = Buffer.alloc(16)
  bits[0] = 0b10011
  bits[8] = 0
  bits[9] = 0b10000
  const rootTree = {
    buffers: [{ byteLength: 16 }],
    bufferViews: [
      { buffer: 0, byteOffset: 0, byteLength: 1 },
      { buffer: 0, byteOffset: 8, byteLength: 2 },
    ],
    tileAvailability: { constant: 1 },
    [contents]: form === '1.1' ? [{ bitstream: 0 }] : { bufferView: 0 },
    childSubtreeAvailability: form === '1.1' ? { bitstream: 1 } : { bufferView: 1 },
  }
  const outer = {
    buffers: [{ uri: 'bits.bin', byteLength: 1 }],
    bufferViews: [{ buffer: 0, byteOffset: 0, byteLength: 1 }],
    tileAvailability: { constant: 1 },
    contentAvailability: [form === '1.1' ? { bitstream: 0 } : { bufferView: 0 }],
    childSubtreeAvailability: { constant: 1 },
  }
  return {
    'tileset.json': tileset({ ...implicit, content: { uri: 'content/{level}/{x}/{y}.glb' } }),
    'subtrees/0/0/0.subtree': subtree(rootTree, bits),
    'subtrees/2/2/2.subtree': form === '1.1' ? subtree(outer) : JSON.stringify(outer),
    'subtrees/2/2/bits.bin': Buffer.from([0b00101]),
    'content/0/0/0.glb': glb(),
    'content/1/0/0.glb': glb(),
    'content/1/1/1.glb': glb({ images: [{ uri: 'shared.png' }] }),
    'content/1/1/shared.png': 'png',
    'content/2/2/2.glb': glb(),
    'content/3/5/4.glb': glb(),
  }
}

test.for(['1.1', 'extension'] as const)('an implicit tree (%s) is followed by its availability', async (form) => {
  const files = quadtree(form)
  const local = await bring(await inFolder(files))
  expect(leftOutOf(local.result)).toEqual([])
  expect(await filesIn(join(local.folder, 'tilesets/survey'))).toEqual(Object.keys(files).sort())
  const server = await serve(files)
  const remote = await bring(`${server.url}tileset.json`, { id: 'r' })
  expect(leftOutOf(remote.result)).toEqual([])
  expect(await filesIn(join(remote.folder, 'tilesets/r'))).toEqual(Object.keys(files).sort())
})

test('an octree with several contents', async () => {
  const trees = {
    'tileset.json': tileset({
      implicitTiling: {
        subdivisionScheme: 'OCTREE',
        subtreeLevels: 2,
        availableLevels: 2,
        subtrees: { uri: 's/{level}.{x}.{y}.{z}.subtree' },
      },
      contents: [{ uri: 'a/{level}-{x}-{y}-{z}.glb' }, { uri: 'b/{level}-{x}-{y}-{z}.glb' }],
    }),
    's/0.0.0.0.subtree': subtree(
      {
        buffers: [{ byteLength: 2 }],
        bufferViews: [{ buffer: 0, byteOffset: 0, byteLength: 2 }],
        tileAvailability: { constant: 1 },
        contentAvailability: [{ constant: 0 }, { bitstream: 0 }],
        childSubtreeAvailability: { constant: 0 },
      },
      // The root's child 5 stands at x 1, y 0, z 1.
      Buffer.from([0b1000000, 0]),
    ),
    'b/1-1-0-1.glb': glb(),
  }
  const { result, folder } = await bring(await inFolder(trees))
  expect(leftOutOf(result)).toEqual([])
  expect(await filesIn(join(folder, 'tilesets/survey'))).toEqual(Object.keys(trees).sort())
})

test('packed tiles are unpacked: a scene reads them as they lie', async () => {
  const source = await inFolder({ 'tileset.json': tileset(tile('a.b3dm')), 'a.b3dm': gzipSync(legacy('b3dm', glb())) })
  const { folder } = await bring(source)
  expect(await readFile(join(folder, 'tilesets/survey/a.b3dm'))).toEqual(legacy('b3dm', glb()))
})

test('a packed tile that is damaged is named, and the others are taken', async () => {
  const good = gzipSync(legacy('b3dm', glb()))
  const spoiled = Buffer.from(good)
  spoiled.writeUInt32LE(0, spoiled.length - 8)
  const names = ['checksum.b3dm', 'cut.b3dm', 'good.b3dm']
  const files = {
    'tileset.json': tileset({ children: names.map((name) => tile(name)) }),
    'checksum.b3dm': spoiled,
    'cut.b3dm': good.subarray(0, good.length - 12),
    'good.b3dm': good,
  }
  for (const source of [await inFolder(files), (await serve(files)).url]) {
    const { result, folder, site } = await bring(source, { id: 'survey' })
    expect(leftOutOf(result)).toEqual(['checksum.b3dm: content.broken', 'cut.b3dm: content.broken'])
    expect(site.tilesets).toHaveLength(1)
    expect((await readdir(join(folder, 'tilesets/survey'))).sort()).toEqual(['good.b3dm', 'tileset.json'])
  }
})

test('a packed tile whose line breaks is asked for again', async () => {
  const packed = gzipSync(Buffer.concat([legacy('b3dm', glb()), Buffer.alloc(200_000, 7)]))
  const files = { 'tileset.json': tileset(tile('a.b3dm')), 'a.b3dm': packed }
  const half = (path: string, times: number): Answer | undefined =>
    path === '/a.b3dm' && times < 3
      ? { status: 200, headers: { 'content-length': '99999' }, body: packed.subarray(0, 100) }
      : undefined
  const server = await serve(files, half)
  const { result } = await bring(server.url)
  expect(leftOutOf(result)).toEqual([])
  expect(server.asked.filter((path) => path.endsWith('a.b3dm'))).toHaveLength(3)
})

const outside: [string, string, string][] = [
  ['../secret.glb', 'content.outside', 'up'],
  ['a/../../secret.glb', 'content.outside', 'up'],
  ['a/%2e%2e/%2e%2e/secret.glb', 'content.outside', 'up'],
  ['..%2fsecret.glb', 'content.outside', 'up'],
  ['a%5c..%5csecret.glb', 'content.outside', 'up'],
  ['/etc/passwd', 'content.absolute', 'content.outside'],
  ['file:///etc/passwd', 'content.absolute', 'content.absolute'],
  ['C:\\secret.glb', 'content.absolute', 'content.absolute'],
  ['https://elsewhere.example/x.glb', 'content.outside', 'up'],
  ['//elsewhere.example/x.glb', 'content.absolute', 'content.outside'],
]
test.for(outside)('a reference to %s stays behind', async ([uri, local, remote]) => {
  const files = { 'tileset.json': tileset({ children: [tile('a.glb'), tile(uri)] }), 'a.glb': glb() }
  const source = await inFolder(files)
  await writeFile(join(dirname(source), 'secret.glb'), 'secret')
  const brought = await bring(source)
  expect(leftOutOf(brought.result)).toEqual([`tileset.json: ${local}`])
  const server = await serve({
    'deep/city/tileset.json': files['tileset.json'],
    'deep/city/a.glb': glb(),
    'deep/secret.glb': 'secret',
  })
  const fetched = await bring(`${server.url}deep/city/`)
  expect(leftOutOf(fetched.result)).toEqual([`tileset.json: ${remote === 'up' ? local : remote}`])
  expect(server.asked.some((url) => url.includes('secret') || url.includes('passwd'))).toBe(false)
})

test('a step upward from the root of a server leads nowhere, whatever an address makes of it', async () => {
  const server = await serve({
    'tileset.json': tileset({ children: [tile('../a.glb'), tile('b.glb')] }),
    'a.glb': glb(),
    'b.glb': glb(),
  })
  const { result, folder } = await bring(`${server.url}tileset.json`, { id: 'r' })
  expect(leftOutOf(result)).toEqual(['tileset.json: content.outside'])
  expect(await filesIn(join(folder, 'tilesets/r'))).toEqual(['b.glb', 'tileset.json'])
})

test('within models too', async () => {
  const source = await inFolder({
    'tileset.json': tileset(tile('a.glb')),
    'a.glb': glb({ images: [{ uri: '../../x.png' }, { uri: 'https://e.example/y.png' }] }),
  })
  expect(leftOutOf((await bring(source)).result)).toEqual(['a.glb: content.outside', 'a.glb: content.outside'])
})

test('a link that leads out of the folder is not followed', async () => {
  const source = await inFolder({
    'tileset.json': tileset({ children: [tile('a.glb'), tile('link.glb')] }),
    'a.glb': glb(),
  })
  await writeFile(join(dirname(source), 'secret.glb'), 'secret')
  await symlink('../secret.glb', join(source, 'link.glb'))
  const { result, folder } = await bring(source)
  expect(leftOutOf(result)).toEqual(['link.glb: content.outside'])
  expect(await filesIn(join(folder, 'tilesets/survey'))).toEqual(['a.glb', 'tileset.json'])
})

test('whole addresses and questions are written anew, so that the copy stands for itself', async () => {
  const files: FileMap = { 'city/a/b.glb': glb(), 'city/c.glb': glb(), 'city/d.json': tileset({ children: [] }) }
  const server = await serve(files)
  files['city/tileset.json'] = tileset({
    children: [tile(`${server.url}city/a/b.glb`), tile('/city/c.glb?v=3'), tile('d.json?session=9')],
  })
  const { folder, result } = await bring(`${server.url}city/tileset.json`)
  expect(leftOutOf(result)).toEqual([])
  const copy = JSON.parse(await readFile(join(folder, 'tilesets/city/tileset.json'), 'utf8'))
  expect(copy.root.children.map((child: { content: { uri: string } }) => child.content.uri)).toEqual([
    'a/b.glb',
    'c.glb',
    'd.json',
  ])
  expect(server.asked).toContain('/city/c.glb?v=3')
})

test('what is missing or broken is named, the rest is drawn', async () => {
  const cut = glb({ images: [{ uri: 'never.png' }] }).subarray(0, 24)
  const source = await inFolder({
    'tileset.json': tileset({ children: [tile('a.glb'), tile('gone.glb'), tile('cut.glb')] }),
    'a.glb': glb(),
    'cut.glb': cut,
  })
  const { result, site } = await bring(source)
  expect(leftOutOf(result)).toEqual(['cut.glb: content.broken', 'gone.glb: content.missing'])
  expect(site.tilesets).toHaveLength(1)
})

test('a busy server is asked again, a broken line as well; a dead one is given up', async () => {
  const files = {
    'tileset.json': tileset({ children: [tile('busy.glb'), tile('line.glb'), tile('dead.glb')] }),
    'busy.glb': glb(),
    'line.glb': glb(),
    'dead.glb': glb(),
  }
  const server = await serve(files, (path, times) => {
    if (path === '/busy.glb' && times < 3) return { status: 503 }
    if (path === '/line.glb' && times < 3) return 'break'
    return path === '/dead.glb' ? { status: 500 } : undefined
  })
  const { result, folder } = await bring(`${server.url}tileset.json`, { id: 's' })
  expect(leftOutOf(result)).toEqual(['dead.glb: content.missing'])
  expect(await readFile(join(folder, 'tilesets/s/line.glb'))).toEqual(glb())
  expect(server.asked.filter((url) => url === '/dead.glb')).toHaveLength(4)
  expect(server.asked.filter((url) => url === '/busy.glb')).toHaveLength(3)
})

test('a redirection within the server is followed, one to another is not', async () => {
  const other = await serve({ 'x.glb': 'secret' })
  const files = { 'tileset.json': tileset({ children: [tile('here.glb'), tile('there.glb')] }), 'moved.glb': glb() }
  const server = await serve(files, (path) => {
    if (path === '/here.glb') return { status: 302, headers: { location: '/moved.glb' } }
    return path === '/there.glb' ? { status: 302, headers: { location: `${other.url}x.glb` } } : undefined
  })
  const { result } = await bring(`${server.url}tileset.json`)
  expect(leftOutOf(result)).toEqual(['there.glb: content.outside'])
  expect(other.asked).toEqual([])
})

test('more than was allowed is refused, and nothing of it stays', async () => {
  const folder = await ownFolder()
  const server = await serve({ 'tileset.json': tileset(tile('a.glb')), 'a.glb': Buffer.alloc(300_000) })
  await expect(importInto(join(folder, 'site'), `${server.url}tileset.json`, { mostBytes: 100_000 })).rejects.toThrow(
    '--max-gb',
  )
  expect(await readdir(folder)).toEqual([])
})

const none: [string, FileMap | string][] = [
  ['an empty folder', {}],
  ['a folder whose entry is no JSON', { 'tileset.json': 'hello' }],
  ['an entry without a root', { 'tileset.json': { asset: { version: '1.0' } } }],
  ['a server that is not there', 'http://127.0.0.1:1/tileset.json'],
]
test.for(none)('%s is no tileset', async ([, given]) => {
  const folder = await ownFolder()
  const source = typeof given === 'string' ? given : await inFolder(given)
  if (typeof given !== 'string') await mkdir(source, { recursive: true })
  await expect(importInto(join(folder, 'site'), source, { patience: 1 })).rejects.toThrow('no usable tileset')
  expect(await readdir(folder)).toEqual([])
})

test('an address that answers 404 is no tileset either', async () => {
  const server = await serve({})
  await expect(
    importInto(join(await ownFolder(), 'site'), `${server.url}tileset.json`, { patience: 1 }),
  ).rejects.toThrow(/no usable tileset.*404/)
})

test('the middle, whatever the volume: region, sphere, box', async () => {
  const around = (lon: number, lat: number) => [
    radians(lon - 0.01),
    radians(lat - 0.01),
    radians(lon + 0.01),
    radians(lat + 0.01),
    10,
    50,
  ]
  const region = await bring(
    await inFolder({ 'tileset.json': tileset({ boundingVolume: { region: around(114, 22.5) } }) }),
  )
  expect(region.site.tilesets[0]?.center).toEqual({ lon: 114, lat: 22.5, height: 30 })
  expect(region.site.community.radius).toBeGreaterThan(1400)
  const edge = [radians(179.99), radians(-0.01), radians(-179.99), radians(0.01), 0, 10]
  const far = await bring(await inFolder({ 'tileset.json': tileset({ boundingVolume: { region: edge } }) }))
  expect(Math.abs(far.site.tilesets[0]?.center.lon ?? 0)).toBeCloseTo(180, 6)
  const sphere = await bring(
    await inFolder({ 'tileset.json': tileset({ boundingVolume: { sphere: [0, 0, 30, 200] } }) }),
  )
  expect(sphere.site.tilesets[0]?.center).toMatchObject({ lon: expect.closeTo(114, 6), height: expect.closeTo(30, 2) })
  expect(sphere.site.community.radius).toBe(200)
  const nowhere = await inFolder({ 'tileset.json': tileset({ transform: undefined }) })
  await expect(bring(nowhere)).rejects.toThrow('does not lie on the earth')
})

test('a tileset takes its place beside what a site has; the same again only when it is meant', async () => {
  const first = await bring(await inFolder({ 'tileset.json': tileset(tile('a.glb')), 'a.glb': glb() }), {
    id: 'one',
    datum: 3,
  })
  const source = await inFolder({ 'tileset.json': tileset(tile('b.glb')), 'b.glb': glb() })
  const second = await bring(source, { id: 'two', name: '第二' }, first.folder)
  expect(second.site.tilesets.map(({ id, center }) => [id, center.height])).toEqual([
    ['one', expect.closeTo(17, 2)],
    ['two', expect.closeTo(17, 2)],
  ])
  expect(second.site.community).toEqual(first.site.community)
  await expect(bring(source, { id: 'two' }, first.folder)).rejects.toThrow('--replace')
  const third = await bring(source, { id: 'two', replace: true, lift: 2 }, first.folder)
  expect(third.site.tilesets.map(({ id, lift }) => [id, lift])).toEqual([
    ['one', 0],
    ['two', 2],
  ])
  expect(await filesIn(join(first.folder, third.result.kept ?? 'none'))).toContain(join('tilesets', 'two', 'b.glb'))
})

test('deep trees of tiles are no danger', async () => {
  const whole = JSON.stringify(tileset({ children: ['HERE'] }))
  const open = [0, 1, 2].map((i) => JSON.stringify(tile(`n${i}.glb`)).replace(/\}$/, ',"children":['))
  const deep = Array.from({ length: 30_000 }, (_, i) => open[i % 3]).join('') + ']}'.repeat(30_000)
  const source = await inFolder({
    'tileset.json': whole.replace('"HERE"', deep),
    'n0.glb': glb(),
    'n1.glb': glb(),
    'n2.glb': glb(),
  })
  expect((await bring(source)).result.taken.files).toBe(4)
})

test('a tileset.json is called as its folder is, not as every other', async () => {
  const source = await inFolder({ 'tileset.json': tileset(tile('a.glb')), 'a.glb': glb() })
  const { site, result } = await bring(join(source, 'tileset.json'))
  expect(site.tilesets).toMatchObject([{ id: 'survey', name: 'survey', file: 'tilesets/survey/tileset.json' }])
  expect([result.community, site.community.name]).toEqual(['survey', 'survey'])
})
