import { expect, test } from 'vitest'
import { followLink } from './link.ts'
import { selection, selectNothing } from './selection.ts'

test('a link chooses what it names, and asks the scene to go there', () => {
  const { visit } = selection.getState()
  expect(followLink('#place=jinxiu/z5/b44/f09')).toBe(true)
  expect(selection.getState()).toMatchObject({ place: 'jinxiu/z5/b44/f09', visit: visit + 1 })
  expect(followLink('#device=smoke%2D1')).toBe(true)
  expect(selection.getState()).toMatchObject({ place: undefined, device: 'smoke-1', visit: visit + 2 })
  expect(followLink('#alarm=a~b~c')).toBe(true)
  expect(selection.getState()).toMatchObject({ device: undefined, alarm: 'a~b~c', visit: visit + 3 })
})

test('what is no link changes nothing', () => {
  selectNothing()
  const before = selection.getState()
  for (const hash of ['', '#', '#place=', '#user=x', '#device=%E4%']) expect(followLink(hash)).toBe(false)
  expect(selection.getState()).toEqual(before)
})
