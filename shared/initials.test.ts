import { expect, test } from 'vitest'
import { indexOfInitials, initialsOf } from './initials.ts'

const initials = (text: string) => [...text].map((character) => initialsOf(character)[0] as string).join('')

test('first letters of pinyin, for every letter that there is', () => {
  expect(initials('锦绣西里3栋')).toBe('jxxl3d')
  expect(initials('阿波次德额佛哥河基科勒摸讷哦坡期热丝特屋希衣资')).toBe('abcdefghjklmnopqrstwxyz')
  // The first of each letter's syllables.
  expect(initials('阿八擦搭婀发嘎哈击咖拉妈拿哦趴七然仨他挖夕丫匝')).toBe('abcdefghjklmnopqrstwxyz')
  // The last of each letter's syllables.
  expect(initials('奥不错对二夫过货军扩路木诺偶普群若所托务勋运作')).toBe('abcdefghjklmnopqrstwxyz')
  expect(initials('社区卫生服务站 B1')).toBe('sqwsfwz b1')
})

test('either reading of a character with two is understood', () => {
  expect(indexOfInitials([...'重庆路'], 'cql')).toBe(0)
  expect(indexOfInitials([...'重点单位'], 'zddw')).toBe(0)
})

test('letters may begin anywhere, but follow one another', () => {
  const text = [...'锦绣西里3栋']
  expect(indexOfInitials(text, 'xl3')).toBe(2)
  expect(indexOfInitials(text, 'jl')).toBe(-1)
  expect(indexOfInitials(text, 'jxxl3dd')).toBe(-1)
})
