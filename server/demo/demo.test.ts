import { expect, test } from 'vitest'
import { deviceKinds } from '#models/devices/index.ts'
import { makeDemo } from '#tiles/demo/demo.ts'

test('every device of the demonstration is of a kind that there is', () => {
  const { devices } = makeDemo(2026)
  expect(devices.length).toBeGreaterThan(400)
  expect(devices.filter(({ kind }) => !deviceKinds.has(kind))).toEqual([])
})
