import { expect, test } from 'vitest'
import type { DeviceEntry } from '#shared/world/device-entry.ts'
import { entryFrom, fieldRefused, fieldsOf } from './entry.ts'

const entry: DeviceEntry = {
  device: 'cam-1',
  kind: 'ai-camera',
  name: '东门',
  place: 'jinxiu/z1',
  position: { lon: 114, lat: 22.5, height: 3 },
  view: { heading: 1, tilt: 2, angle: 3, range: 4, lens: 5 },
  groups: ['一期'],
  lifeYears: 8,
}

test('what a form shows and gives back is the same entry, with what the form has no field for', () => {
  expect(entryFrom(fieldsOf(entry), entry)).toEqual({ ...entry, assetState: 'in-use' })
})

test('what is emptied is not known any more', () => {
  const fields = { ...fieldsOf(entry), maker: '  ', groups: [], lifeYears: null, name: ' 西门 ', phone: '110' }
  const { groups, lifeYears, maker, ...rest } = entryFrom(fields, entry)
  expect([groups, lifeYears, maker]).toEqual([undefined, undefined, undefined])
  expect(rest).toMatchObject({ name: '西门' })
  expect(rest).not.toHaveProperty('phone')
})

test.each([
  ['place.unknown', {}, ['place']],
  ['device.exists', {}, ['device']],
  [
    'input.invalid',
    { issues: [{ path: 'position.lat' }, { path: 'groups.1' }, { path: 'phone' }] },
    ['lat', 'groups', 'phone'],
  ],
  ['input.invalid', { issues: [{ path: 'seen' }] }, []],
  ['device.changed', {}, []],
])('%s is said at its field', (code, details, fields) => {
  expect(fieldRefused(code, details)).toEqual(fields)
})
