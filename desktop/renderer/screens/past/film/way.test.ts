import { expect, test } from 'vitest'
import { dueTimes } from './in-time.ts'
import { abilityHere, chooseWay } from './way.ts'

test('picture by picture where that can be, else as they pass, else not at all', async () => {
  const types = ['video/webm;codecs=vp8', 'video/webm']
  expect(chooseWay({ codecs: ['vp8', 'vp9'], types })).toEqual({ kind: 'codecs', codec: 'vp9' })
  expect(chooseWay({ codecs: ['vp8'], types: [] })).toEqual({ kind: 'codecs', codec: 'vp8' })
  expect(chooseWay({ codecs: [], types })).toEqual({ kind: 'recorder', type: 'video/webm;codecs=vp8' })
  expect(chooseWay({ codecs: ['av1'], types: ['video/mp4'] })).toBeUndefined()
  // Here there is no browser at all.
  expect(await abilityHere(1280, 720)).toEqual({ codecs: [], types: [] })
})

test('recorded pictures are put in their time: one by one when all are there, else as evenly as they came', () => {
  expect(dueTimes([3, 3.4, 3.5, 9], 4, 2)).toEqual([0, 0.5, 1, 1.5])
  // One of five was dropped; the last is still where the last belongs.
  expect(dueTimes([1, 2, 4, 5], 5, 1)).toEqual([0, 1, 3, 4])
  expect(dueTimes([7], 3, 1)).toEqual([0])
  expect(dueTimes([], 3, 1)).toEqual([])
})
