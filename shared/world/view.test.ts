import { expect, test } from 'vitest'
import { DeviceEntry } from './devices.ts'
import { View } from './view.ts'

const view = { heading: 270, tilt: -12, angle: 70, range: 40, lens: 3.75 }
const camera = {
  device: 'c-1',
  kind: 'ai-camera',
  name: 'c',
  place: 'town',
  position: { lon: 114, lat: 22, height: 0 },
}

test('a camera may say where it looks; its lens is at its position unless it is said', () => {
  expect(DeviceEntry.parse({ ...camera, view })).toEqual({ ...camera, view })
  expect(DeviceEntry.parse(camera)).toEqual(camera)
  const { lens: _, ...bare } = view
  expect(View.parse(bare)).toEqual({ ...bare, lens: 0 })
})

test('a view that cannot be is refused, with its field', () => {
  const wrong = { heading: [-1, 361, Number.NaN], tilt: [-91, 91], angle: [0, 361], range: [0, 2001], lens: [-1, 101] }
  for (const [field, values] of Object.entries(wrong))
    for (const value of values) {
      const { error } = DeviceEntry.safeParse({ ...camera, view: { ...view, [field]: value } })
      expect(error?.issues[0]?.path, `${field} ${value}`).toEqual(['view', field])
    }
})
