import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Building } from '../../cim/buildings.ts'
import { Report } from '../report.ts'
import { archiveOf } from './archive.ts'
import { asNumber, Fields } from './fields.ts'

const keys = [
  ...[
    'height',
    'measuredHeight',
    'building:levels',
    'floors',
    '楼层',
    'storeysBelowGround',
    'name',
    'name:zh',
    'function',
  ],
  ...['building', 'roof:shape', 'roof:height', 'yearOfConstruction', 'start_date', 'address', 'addr:street'],
  ...['addr:housenumber', 'addr:full', 'b3_h_dak_max', 'b3_h_maaiveld', '社区', '街道'],
]
const odd = fc.oneof(
  fc.jsonValue(),
  fc.string({ maxLength: 300 }),
  fc.double(),
  fc.integer({ min: -10, max: 2300 }),
  fc.constantFrom('12 m', '3层', '40\' 6"', '1e9', 'NaN', '', ' ', '住宅', 'apartments', 'hipped', '\u0000\u202e'),
)
const attributes = fc.dictionary(fc.constantFrom(...keys), odd)
const id = fc.option(fc.string({ minLength: 1, maxLength: 120 }), { nil: undefined })
const height = fc.option(fc.oneof(fc.double(), fc.double({ min: 0.01, max: 1500, noNaN: true })), { nil: undefined })

test('whatever a file says of a building, what is taken fits the model', () => {
  let taken = 0
  fc.assert(
    fc.property(attributes, id, height, (properties, own, measured) => {
      const archive = archiveOf(new Fields(properties), { label: own ?? 'x', id: own, measured }, new Report())
      if (!archive) return
      taken++
      const whole = {
        ...archive,
        name: archive.name || 'b1',
        place: 'a/z1/b1',
        footprint: [
          [0, 0],
          [1, 0],
          [0, 1],
        ],
      }
      const { success, error } = Building.safeParse(JSON.parse(JSON.stringify(whole)))
      expect(success, error?.message).toBe(true)
    }),
    { numRuns: 3000, seed: 5 },
  )
  expect(taken).toBeGreaterThan(1500)
})

test('what the geometry measured goes before what somebody wrote', () => {
  const archive = archiveOf(new Fields({ height: 99, floors: 5 }), { label: 'x', id: 'x', measured: 15 }, new Report())
  expect(archive).toMatchObject({ floors: 5, floorHeight: 3 })
})

test('numbers as people write them', () => {
  const written: [unknown, number | undefined][] = [
    ['12', 12],
    [' 12.5 m', 12.5],
    ['12,5', 12.5],
    ['3 层', 3],
    ["10'", 3.048],
    ['unknown', undefined],
    ['12-14', undefined],
    [true, undefined],
    ['-Infinity', Number.NaN],
  ]
  for (const [text, value] of written) expect(asNumber(text), String(text)).toEqual(value)
})
