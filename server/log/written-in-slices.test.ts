import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writtenInSlices } from './written-in-slices.ts'

test('what is written in slices reads as if it were written at once', async () => {
  const lists = fc.dictionary(fc.string(), fc.array(fc.jsonValue(), { maxLength: 3 }))
  await fc.assert(
    fc.asyncProperty(lists, async (said) => {
      expect(JSON.parse((await writtenInSlices(said)).toString())).toEqual(JSON.parse(JSON.stringify(said)))
    }),
  )
  const long = { a: Array.from({ length: 1234 }, (_, i) => [i, { i }]), b: [] }
  expect(JSON.parse((await writtenInSlices(long)).toString())).toEqual(long)
})
