import { PerspectiveCamera, Vector3 } from 'three'
import { expect, test } from 'vitest'
import { frameAt, toEcef } from '#shared/place/geodesy.ts'
import { Lens } from '../camera/lens.ts'
import { fromEarth, fromThree, standAt, toThree } from './frame.ts'

const middle = { lon: 114.0579, lat: 22.5431 }

test('what lies on the earth comes to lie where geodesy says, to a tenth of a millimetre', () => {
  const matrix = fromEarth(middle)
  const frame = frameAt({ ...middle, height: 0 })
  for (const place of [
    { lon: 114.0579, lat: 22.5431, height: 0 },
    { lon: 114.0547, lat: 22.5462, height: 78 },
    { lon: 114.0612, lat: 22.5399, height: -7.2 },
  ]) {
    const { x, y, z } = toEcef(place)
    const found = fromThree(new Vector3(x, y, z).applyMatrix4(matrix))
    const wanted = frame.toLocal(place)
    for (const axis of ['east', 'north', 'up'] as const) expect(found[axis]).toBeCloseTo(wanted[axis], 4)
  }
})

test('a point is on the same pixel as the overlay has it', () => {
  const pose = { target: { east: 30, north: -20, up: 12 }, heading: 37, pitch: -33, range: 120 }
  const [width, height] = [1280, 720]
  const camera = new PerspectiveCamera()
  standAt(camera, pose, width / height)
  const point = { east: 41, north: -8, up: 21 }
  const seen = new Lens(pose, width, height).seen(point)
  const projected = toThree(point).project(camera)
  expect(((projected.x + 1) / 2) * width).toBeCloseTo(seen?.x ?? Number.NaN, 4)
  expect(((1 - projected.y) / 2) * height).toBeCloseTo(seen?.y ?? Number.NaN, 4)
})
