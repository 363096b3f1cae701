import { expect, test } from 'vitest'
import type { Position } from '#shared/place/position.ts'
import type { Device } from '#shared/world/devices.ts'
import { countOdd } from './odd-devices.ts'

const center = { lon: 114, lat: 22, height: 0 }
const community = { id: 'c', name: 'C', center, datum: 0, radius: 700 }

function device(position: unknown, kind = 'smoke-detector'): Device {
  return {
    device: 'd',
    kind,
    name: 'D',
    place: 'c',
    position: position as Position,
    link: 'online',
    linkSince: 0,
    registeredAt: 0,
    source: 'test',
  }
}

test('what stands elsewhere, nowhere or is of no known kind is counted, what is as it should be is not', () => {
  expect(countOdd([device(center), device({ ...center, lat: 22.01 })], community)).toEqual({
    outside: 0,
    nowhere: 0,
    unknownKind: 0,
  })
  const odd = [
    device({ lon: 0, lat: 0, height: 0 }),
    device({ ...center, height: 9000 }),
    device({ ...center, height: 1e6 }),
    device({ ...center, lon: Number.NaN }),
    device(null),
    device(undefined),
    device(center, 'seismograph'),
  ]
  expect(countOdd(odd, community)).toEqual({ outside: 2, nowhere: 4, unknownKind: 1 })
})
