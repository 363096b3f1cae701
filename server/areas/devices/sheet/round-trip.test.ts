import fc from 'fast-check'
import { expect, test } from 'vitest'
import { columnsFor, rowOf, titleOf, type Written } from '#models/registry/table.ts'
import { BYTE_ORDER_MARK, csvLine } from '#shared/csv.ts'
import { writeWorkbook } from '#shared/workbook.ts'
import { keeperPhoneSet } from '#shared/world/archive.ts'
import { deviceRegistered } from '#shared/world/devices.ts'
import { SYSTEM } from '#shared/world/event.ts'
import { World } from '#shared/world/world.ts'
import { testSite } from '../../../testing/site.ts'
import { KnownPlaces } from '../known-places.ts'
import { takenIds } from '../taken.ts'
import { holdAgainst } from './against-world.ts'
import { readCells } from './file.ts'
import { readRows, type SheetRead } from './rows.ts'

const word = (most: number) => fc.string({ unit: 'grapheme', minLength: 1, maxLength: most }).map(tidy).filter(Boolean)
/** As a person types it: a spreadsheet gives back neither spaces around nor characters that cannot be typed. */
function tidy(said: string): string {
  return said
    .replace(/[\p{Cc}\p{Z}\ufeff\ufffe\uffff]/gu, ' ')
    .trim()
    .slice(0, 40)
    .trim()
}
const day = fc.integer({ min: 0, max: 20_000 }).map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10))
const entries = fc.uniqueArray(
  fc.record(
    {
      device: fc.stringMatching(/^[a-zA-Z0-9][a-zA-Z0-9._-]{0,20}$/),
      kind: fc.constantFrom('smoke-detector', 'ai-camera', 'elevator'),
      name: word(40),
      place: fc.constantFrom('jinxiu', 'jinxiu/z1', 'jinxiu/z1/b01/f01/101'),
      position: fc.record({
        lon: fc.double({ min: 113.99, max: 114.01, noNaN: true }),
        lat: fc.double({ min: 22.49, max: 22.51, noNaN: true }),
        height: fc.integer({ min: -10, max: 90 }),
      }),
      view: fc.constant({ heading: 90, tilt: -15.5, angle: 60, range: 30, lens: 2 }),
      ...Object.fromEntries(
        ['maker', 'model', 'serial', 'plate', 'owner', 'user', 'maintainer', 'keeper', 'note'].map((name) => [
          name,
          word(40),
        ]),
      ),
      ...Object.fromEntries(['installedAt', 'warrantyUntil', 'servicedAt', 'nextServiceAt'].map((name) => [name, day])),
      assetState: fc.constantFrom('spare' as const, 'repair' as const),
      lifeYears: fc.integer({ min: 1, max: 100 }),
      upkeepDays: fc.integer({ min: 1, max: 3650 }),
      groups: fc.constantFrom(['一期'], ['一期', '消防']),
      phone: fc.constantFrom('110', '+86 138-0000-0000'),
    },
    { requiredKeys: ['device', 'kind', 'name', 'place', 'position'] },
  ),
  { minLength: 1, maxLength: 8, selector: ({ device }) => device.toLowerCase() },
)

const places = new KnownPlaces(testSite, undefined)

/** What a file says, held against a world. */
async function taken(bytes: Uint8Array, world: World) {
  const { rows, problems } = readRows((await readCells(bytes)) as never) as SheetRead
  const rowOf = new Map(
    rows.map(({ row, given }) => [String(given.device).toLowerCase(), { row, id: String(given.device) }]),
  )
  const wished = rows.map((row) =>
    holdAgainst(row, { world, places, duty: '', rowOf, taken: takenIds(world) }, problems),
  )
  expect(problems).toEqual([])
  return wished
}

test.each(['xlsx', 'csv'] as const)(
  'what is exported and imported elsewhere is the same archive: %s',
  async (format) => {
    await fc.assert(
      fc.asyncProperty(entries, async (made) => {
        const known = made as unknown as Written[]
        const written = columnsFor(true)
        const table = [written.map(titleOf), ...known.map((entry) => rowOf(entry, written).map((cell) => cell ?? ''))]
        const bytes = format === 'xlsx' ? writeWorkbook([{ name: '设备', rows: table }]) : sheetText(table)
        const elsewhere = await taken(bytes, new World())
        expect(elsewhere.map((wish) => ({ ...wish?.entry, phone: wish?.phone }))).toEqual(
          known.map((entry) => ({ ...entry, assetState: entry.assetState ?? 'in-use', phone: entry.phone ?? '' })),
        )
        // Where it comes from it is no news.
        expect((await taken(bytes, worldOf(known))).map((wish) => wish?.what)).toEqual(known.map(() => 'unchanged'))
      }),
      { numRuns: 60 },
    )
  },
)

function worldOf(known: Written[]): World {
  const world = new World()
  const say = (draft: { type: string; place: string; data: unknown }) =>
    world.apply({ ...draft, seq: world.seq + 1, at: 1, by: SYSTEM })
  for (const { phone, ...entry } of known) {
    say(deviceRegistered(entry.place, { ...entry, source: 'test' }))
    if (phone) say(keeperPhoneSet(entry.place, { device: entry.device, phone }))
  }
  return world
}

/** As the screen writes it. */
function sheetText(table: (string | number)[][]): Uint8Array {
  return new TextEncoder().encode(BYTE_ORDER_MARK + table.map(csvLine).join(''))
}
