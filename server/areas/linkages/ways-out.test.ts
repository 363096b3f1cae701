import { expect, test } from 'vitest'
import { WaysOut } from './ways-out.ts'

test('rooms of passage are ways out, homes are not; what nobody has drawn is, and so is every door on the ground', async () => {
  const ways = new WaysOut()
  expect(ways.has('jinxiu/z1/b01/f02/201')).toBe(true)
  await ways.read(
    Promise.resolve({
      'jinxiu/z1/b01': {
        'stairs-1': { name: '楼梯', use: 'stairs' },
        'office-1': { name: '办公室', use: 'office' },
      },
    }),
  )
  const seen = ['stairs-1', 'office-1', '201'].map((room) => ways.has(`jinxiu/z1/b01/f02/${room}`))
  expect(seen).toEqual([true, false, false])
  expect(ways.has('jinxiu/z1/b01/f01/office-1')).toBe(true)
  expect(ways.has('jinxiu/z1/b01/f01/101')).toBe(false)
  expect(ways.has('jinxiu/z1/b01/f02')).toBe(true)
  expect(ways.has('jinxiu/z1/b02/f02/201')).toBe(true)
})
