import { expect, test } from 'vitest'
import { type Entry, find, indexed } from './find.ts'

const entry = (kind: Entry['kind'], name: string, beside = '', ...known: string[]): Entry => ({
  kind,
  id: name,
  name,
  beside,
  known,
})
const index = [
  entry('building', '锦绣西里3栋', '锦绣西里', '锦绣路18号', 'jinxiu/z2/b19'),
  entry('building', '锦绣西里13栋', '锦绣西里'),
  entry('room', '锦绣西里3栋 301', '锦绣西里'),
  entry('device', '3层走道烟感', '锦绣西里3栋 3 层', 'smoke-detector-b19-f03', '感烟探测器'),
  entry('device', '1层烟感', '锦绣西里13栋 1 层', 'smoke-detector-b29-f01', '感烟探测器'),
  entry('alarm', '烟雾浓度过高', '锦绣西里3栋 3 层', 'smoke-detector-b19-f03'),
].map(indexed)
const names = (query: string) => find(index, query, 50).entries.map(({ name }) => name)

test('by name, what begins so first; the alarm before the device it comes from', () => {
  expect(names('锦绣')).toEqual([
    '锦绣西里3栋',
    '锦绣西里13栋',
    '锦绣西里3栋 301',
    '烟雾浓度过高',
    '1层烟感',
    '3层走道烟感',
  ])
  expect(names('烟')[0]).toBe('烟雾浓度过高')
})

test('by the initials of pinyin, with numbers among them', () => {
  expect(names('jxxl3d')).toEqual(['锦绣西里3栋', '锦绣西里3栋 301', '烟雾浓度过高', '3层走道烟感'])
  expect(names('yg').slice(0, 2)).toEqual(['1层烟感', '3层走道烟感'])
})

test('words are parted by spaces, and all of them must fit', () => {
  expect(names('3栋 烟感')).toEqual(['1层烟感', '3层走道烟感'])
  expect(names('西里3栋 烟感')).toEqual(['3层走道烟感'])
  expect(names('烟感 水压')).toEqual([])
})

test('by address, place and code', () => {
  expect(names('锦绣路18')).toEqual(['锦绣西里3栋'])
  expect(names('b19-f03')).toEqual(['烟雾浓度过高', '3层走道烟感'])
  expect(names('JINXIU/z2')).toEqual(['锦绣西里3栋'])
})

test('nothing typed finds nothing; what is too much to show is told', () => {
  expect(find(index, '  ', 50)).toEqual({ entries: [], more: false })
  expect(find(index, '锦绣', 2)).toMatchObject({ entries: { length: 2 }, more: true })
})
