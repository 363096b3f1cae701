import { appendFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { SiteContent } from '../../cim/write.ts'
import { writeSite } from '../../cim/write.ts'
import { checkSite } from './site.ts'

type Content = { [K in keyof SiteContent['site']]: SiteContent['site'][K] } & Omit<SiteContent, 'site'>

const ring = (lon: number, lat: number, size = 0.0002): [number, number][] => [
  [lon, lat],
  [lon + size, lat],
  [lon + size, lat + size],
  [lon, lat + size],
]
const room = (x: number, y: number): [number, number][] => [
  [x, y],
  [x + 5, y],
  [x + 5, y + 5],
  [x, y + 5],
]

/** A site of one building with two floors and a cellar, in which nothing is wrong. */
function sound(): Content {
  const at = { lon: 114, lat: 22.5, height: 0 }
  const rooms = [
    { id: 'home', number: '01', name: '101', use: 'home' as const, outline: room(0, 0), cells: [] },
    { id: 'stairs-1', name: '楼梯', use: 'stairs' as const, outline: room(5, 0), cells: [] },
  ]
  return {
    community: { id: 'town', name: '城', center: at, datum: 0, radius: 200 },
    grids: [
      { place: 'town/z1', name: '一', ring: ring(113.999, 22.499, 0.002), inCharge: [{ duty: '网格员', name: '乙' }] },
    ],
    grounds: [],
    roads: {
      nodes: [
        { id: 'n1', at: [114, 22.5] },
        { id: 'n2', at: [114.001, 22.5] },
      ],
      edges: [{ id: 'e1', from: 'n1', to: 'n2', width: 6, lanes: 2, class: 'local', oneWay: false, fireLane: false }],
      closures: [{ edge: 'e1', reason: '施工' }],
    },
    walls: [],
    gates: [{ id: 'g1', name: '门', at: [114, 22.5], heading: 0, width: 4, kind: 'vehicle' }],
    trees: [],
    facilities: [{ id: 'f1', kind: 'bench', place: 'town/z1', position: at, heading: 0 }],
    buildings: [
      {
        place: 'town/z1/b1',
        name: '一号楼',
        position: at,
        status: 'in-use',
        use: 'residential',
        footprint: ring(114, 22.5),
        holes: [],
        floors: 2,
        basements: 1,
        floorHeight: 3,
        drawings: [],
        units: 1,
        parts: [],
      },
    ],
    surroundings: { grounds: [], buildings: [] },
    tilesets: [{ id: 'survey', name: '航测', file: 'tilesets/survey/tileset.json', center: at, lift: 0 }],
    devices: [{ device: 'd1', kind: 'smoke-detector', name: '烟感', place: 'town/z1/b1/f02/201', position: at }],
    households: [
      {
        home: 'town/z1/b1/f01/101',
        tenure: 'owner',
        residents: [{ name: '甲', sex: 'female', birthYear: 1990, needs: [] }],
      },
    ],
    interiors: new Map([
      [
        'town/z1/b1',
        {
          origin: [114, 22.5],
          turn: 0,
          plans: {
            one: {
              rooms,
              doors: [
                { id: 'd1', at: [5, 2], width: 1, from: 'home', to: 'stairs-1', kind: 'door' },
                { id: 'e1', at: [7, 0], width: 1, from: 'stairs-1', kind: 'entrance' },
              ],
            },
            low: { rooms: rooms.slice(1), doors: [] },
          },
          floors: [
            { floor: -1, plan: 'low' },
            { floor: 1, plan: 'one' },
            { floor: 2, plan: 'one' },
          ],
          risers: [{ id: 'stairs-1', kind: 'stairs', fromFloor: -1, toFloor: 2 }],
        },
      ],
    ]),
  }
}

async function written(change: (content: Content) => void = () => undefined): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ankan-check-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const { devices, households, interiors, ...site } = sound()
  const content = { ...site, devices, households, interiors }
  change(content)
  await writeSite(folder, { ...content, site: content })
  await mkdir(join(folder, 'tilesets/survey'), { recursive: true })
  await writeFile(join(folder, 'tilesets/survey/tileset.json'), '{"root":{}}')
  return folder
}

async function check(folder: string) {
  const { findings, counts } = await checkSite(folder, () => undefined)
  const list = (groups: typeof findings.wrong.all) =>
    groups.flatMap(({ code, entries }) => entries.map(({ object }) => `${object}: ${code}`))
  return { wrong: list(findings.wrong.all), remarks: list(findings.remarks.all), counts }
}

test('in a sound site nothing is wrong', async () => {
  const { wrong, remarks, counts } = await check(await written())
  expect(wrong).toEqual([])
  expect(remarks).toEqual(['tiles: tiles.none'])
  expect(counts).toEqual({ buildings: 1, interiors: 1, devices: 1, households: 1 })
})

const inside = (content: Content) =>
  content.interiors.get('town/z1/b1') as NonNullable<ReturnType<Content['interiors']['get']>>
const plan = (content: Content) => inside(content).plans.one as NonNullable<ReturnType<typeof inside>['plans'][string]>
const first = <T>([one]: T[]) => one as T

const mistakes: [string, (content: Content) => void][] = [
  ['town/z1/b1: id.duplicate', (c) => c.buildings.push(first(c.buildings))],
  ['other/z1/b2: place.outside', (c) => c.buildings.push({ ...first(c.buildings), place: 'other/z1/b2' })],
  ['town/z1/b2/x: place.outside', (c) => c.buildings.push({ ...first(c.buildings), place: 'town/z1/b2/x' })],
  ['town/z9/b2: grid.unknown', (c) => c.buildings.push({ ...first(c.buildings), place: 'town/z9/b2' })],
  ['other/z2: place.outside', (c) => c.grids.push({ ...first(c.grids), place: 'other/z2' })],
  ['d2: building.unknown', (c) => c.devices.push({ ...first(c.devices), device: 'd2', place: 'town/z1/b7' })],
  ['d2: floor.unknown', (c) => c.devices.push({ ...first(c.devices), device: 'd2', place: 'town/z1/b1/f03' })],
  ['d2: floor.unknown', (c) => c.devices.push({ ...first(c.devices), device: 'd2', place: 'town/z1/b1/b2' })],
  ['d2: room.unknown', (c) => c.devices.push({ ...first(c.devices), device: 'd2', place: 'town/z1/b1/f01/102' })],
  ['d2: place.outside', (c) => c.devices.push({ ...first(c.devices), device: 'd2', place: 'elsewhere' })],
  ['d1: id.duplicate', (c) => c.devices.push(first(c.devices))],
  ['d1: code.impossible', (c) => Object.assign(first(c.devices).position, { lat: 89 })],
  ['f1: grid.unknown', (c) => Object.assign(first(c.facilities), { place: 'town/z3' })],
  ['g1: id.duplicate', (c) => c.gates.push(first(c.gates))],
  ['roads.json e2: road.node', (c) => c.roads.edges.push({ ...first(c.roads.edges), id: 'e2', to: 'n9' })],
  ['roads.json e1: id.duplicate', (c) => c.roads.edges.push(first(c.roads.edges))],
  ['roads.json: closure.edge', (c) => c.roads.closures.push({ edge: 'e7', reason: 'x' })],
  ['town/z1/b1 one: rooms.overlap', (c) => Object.assign(first(plan(c).rooms), { outline: room(4, 0.5) })],
  ['town/z1/b1 one: door.room', (c) => Object.assign(first(plan(c).doors), { to: 'nowhere' })],
  [
    'town/z1/b1/f01: riser.room',
    (c) => Object.assign(inside(c), { risers: [{ id: 'lift', kind: 'elevator', fromFloor: 1, toFloor: 1 }] }),
  ],
  ['town/z1/b1/f02: plan.unknown', (c) => inside(c).floors.splice(2, 1, { floor: 2, plan: 'gone' })],
  ['town/z1/b1/f03: floor.unknown', (c) => inside(c).floors.push({ floor: 3, plan: 'one' })],
  ['interiors/town-z1-b9.json: interior.orphan', (c) => c.interiors.set('town/z1/b9', inside(c))],
  ['town/z1/b1/f01/102: home.unknown', (c) => Object.assign(first(c.households), { home: 'town/z1/b1/f01/102' })],
  ['town/z1/b8/f01/101: building.unknown', (c) => Object.assign(first(c.households), { home: 'town/z1/b8/f01/101' })],
  ['d1: kind.unknown', (c) => Object.assign(first(c.devices), { kind: 'smoke' })],
  ['f1: kind.unknown', (c) => Object.assign(first(c.facilities), { kind: 'flying-saucer' })],
  ['town/z1/b1: position.away', (c) => Object.assign(first(c.buildings).position ?? {}, { lon: 114.003 })],
  ['devices.json d1: entry.schema', (c) => Object.assign(first(c.devices), { name: '' })],
  [
    'tilesets/none/tileset.json: tileset.broken',
    (c) => Object.assign(first(c.tilesets), { file: 'tilesets/none/tileset.json' }),
  ],
]
test.for(mistakes)('%s', async ([wanted, change]) => {
  expect((await check(await written(change))).wrong).toContain(wanted)
})

test('rooms that share a wall, or overlap by a hand, are left in peace', async () => {
  const folder = await written((content) => Object.assign(first(plan(content).rooms), { outline: room(0.3, 0) }))
  expect((await check(folder)).wrong).toEqual([])
})

test('remarks: roads apart, a thing far off, floors nobody has drawn, an abandoned import', async () => {
  const folder = await written((content) => {
    content.roads.nodes.push({ id: 'n3', at: [114.002, 22.5] })
    first(content.facilities).position = { lon: 115, lat: 22.5, height: 0 }
    inside(content).floors.pop()
    content.devices.pop()
  })
  await mkdir(join(folder, '.incoming-1'))
  const { wrong, remarks } = await check(folder)
  expect(wrong).toEqual([])
  expect(remarks.sort()).toEqual(
    [
      '.incoming-1: import.abandoned',
      'f1: place.far',
      'roads.json: roads.apart',
      'tiles: tiles.none',
      'town/z1/b1: interior.unreachable',
    ].sort(),
  )
})

test('remarks: nobody in charge, one house twice, things in the air and underground', async () => {
  const folder = await written((content) => {
    Object.assign(first(content.grids), { inCharge: [] })
    const [a, b, ...rest] = first(content.buildings).footprint
    if (a && b) content.buildings.push({ ...first(content.buildings), place: 'town/z1/b2', footprint: [b, ...rest, a] })
    const stands = (id: string, height: number, place = 'town/z1') =>
      content.facilities.push({ ...first(content.facilities), id, place, position: { lon: 114, lat: 22.5, height } })
    stands('high', 51)
    stands('deep', -11)
    stands('mast', 49)
    stands('roof', 55, 'town/z1/b1')
    stands('cellar', -12, 'town/z1/b1/b01')
  })
  const { wrong, remarks } = await check(folder)
  expect(wrong).toEqual([])
  expect(remarks.sort()).toEqual([
    'deep: height.floating',
    'high: height.floating',
    'tiles: tiles.none',
    'town/z1/b2: buildings.same',
    'town/z1: grid.nobody',
  ])
})

test('a position beside its house is well, the farther the larger the house is', async () => {
  const folder = await written((content) => {
    Object.assign(first(content.buildings).position ?? {}, { lon: 113.999 })
    const hall = { ...first(content.buildings), place: 'town/z1/b2', footprint: ring(114, 22.5, 0.001) }
    content.buildings.push({ ...hall, position: { lon: 113.998, lat: 22.5, height: 0 } })
  })
  expect((await check(folder)).wrong).toEqual([])
})

test('files that are missing, cut off or hold one bad entry among good ones', async () => {
  const folder = await written()
  const file = join(folder, 'buildings.json')
  const text = await readFile(file, 'utf8')
  await writeFile(file, text.replace('[\n', '[\n{"place":"town/z1/b0","name":5},\n{"a":nope},\n'))
  const spoiled = await check(folder)
  expect(spoiled.wrong).toEqual(['buildings.json town/z1/b0: entry.schema', 'buildings.json 2: entry.json'])
  expect(spoiled.counts.buildings).toBe(1)
  await writeFile(file, text.slice(0, -4))
  expect((await check(folder)).wrong).toContain('buildings.json: entry.json')
  await rm(file)
  expect((await check(folder)).wrong).toContain('buildings.json: file.missing')
  await appendFile(join(folder, 'community.json'), '}')
  expect((await check(folder)).wrong).toContain('community.json: entry.json')
})
