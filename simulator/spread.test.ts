import { expect, test } from 'vitest'
import { deviceKinds } from '#models/devices/index.ts'
import type { DeviceKind } from '#models/kind.ts'
import { toDegrees } from '#shared/place/local.ts'
import { spreadFrom } from './spread.ts'

const origin = { lon: 114, lat: 22.5, height: 10 }

function standing(kind: string, place: string, east: number, height = 10) {
  const [lon, lat] = toDegrees(origin, { east, north: 0 })
  return { id: `${kind}@${east}`, kind: deviceKinds.get(kind) as DeviceKind, place, position: { lon, lat, height } }
}

const floor = 'jx/z1/b1/f3'
const source = standing('smoke-detector', `${floor}/301`, 0)

test('smoke comes to the next detector later, thinner from afar, and to nobody who does not feel it', () => {
  const near = standing('smoke-detector', `${floor}/302`, 7)
  const far = standing('smoke-detector', `${floor}/309`, 20)
  const others = [
    standing('smoke-detector', `${floor}/320`, 40),
    standing('door-access', floor, 2),
    standing('gas-detector', `${floor}/301`, 3),
    standing('smoke-detector', 'jx/z1/b2/f3/301', 5),
  ]
  const reached = spreadFrom(source, [source, far, ...others, near])
  expect(reached.map(({ device }) => device.id).sort()).toEqual([far.id, near.id].sort())
  const of = (id: string) => reached.find(({ device }) => device.id === id)
  expect(of(near.id)?.share).toBe(1)
  expect(of(far.id)?.share).toBeLessThan(1)
  expect(of(near.id)?.after).toBeLessThan(of(far.id)?.after ?? 0)
})

test('heat is noticed after smoke at the same spot, and a hand comes to the button after that', () => {
  const after = (kind: string) => spreadFrom(source, [standing(kind, floor, 5)])[0]?.after ?? Number.NaN
  expect(after('smoke-detector')).toBeLessThan(after('heat-detector'))
  expect(after('heat-detector')).toBeLessThan(after('manual-call-point'))
})

test('it goes up to the next floor, not down; gas stays on its floor', () => {
  const above = standing('smoke-detector', 'jx/z1/b1/f4/401', 3, 13)
  const below = standing('smoke-detector', 'jx/z1/b1/f2/201', 3, 7)
  expect(spreadFrom(source, [above, below]).map(({ device }) => device)).toEqual([above])
  const gas = standing('gas-detector', `${floor}/301`, 0)
  expect(spreadFrom(gas, [standing('gas-detector', 'jx/z1/b1/f4/401', 1, 13)])).toEqual([])
  expect(spreadFrom(standing('elevator', floor, 0), [above])).toEqual([])
})
