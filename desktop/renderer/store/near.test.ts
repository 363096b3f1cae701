import { expect, test } from 'vitest'
import { frameAt } from '#shared/place/geodesy.ts'
import type { Device } from '#shared/world/devices.ts'
import { World } from '#shared/world/world.ts'
import { nearest, spotOfChosen } from './near.ts'
import { WorldStore } from './world-store.ts'

const position = { lon: 114, lat: 22.5, height: 0 }
const spot = { position, place: 'c/g' }
const frame = frameAt(position)
const camera = (device: string, east: number, north: number, heading: number): Device => {
  const { lon, lat } = frame.fromLocal({ east, north, up: 5 })
  const view = { heading, tilt: -10, angle: 60, range: 50, lens: 0 }
  return { device, kind: 'ai-camera', name: device, place: 'c/g', position: { lon, lat, height: 5 }, view } as Device
}

test('a camera that looks at the spot comes before one that is nearer and looks away', () => {
  const world = new WorldStore()
  const all = [
    camera('near, away', 0, 10, 0),
    camera('far, looking', 0, 40, 180),
    camera('beyond its reach', 0, 60, 180),
    camera('over north', 20, -20, 315),
    { ...camera('nowhere', 0, 0, 0), position: null } as unknown as Device,
  ]
  const found = nearest(spot, all, world, 10)
  expect(found.map(({ device, sees }) => [device.device, sees])).toEqual([
    ['over north', true],
    ['far, looking', true],
    ['near, away', false],
    ['beyond its reach', false],
  ])
  expect(found[1]?.metres).toBeCloseTo(40, 1)
  // From outside nobody looks into a house.
  const inside = nearest({ position, place: 'c/g/b/F3/room' }, all, world, 10)
  expect(inside.some(({ sees }) => sees)).toBe(false)
  expect(nearest(spot, all, world, 10, 30).map(({ device }) => device.device)).toEqual(['over north', 'near, away'])
})

test('what has no position that could be is nowhere', () => {
  const world = new WorldStore()
  const device = camera('cam', 0, 0, 0)
  const rows: [string, unknown][] = [
    ['cam', device],
    ['lost', { ...device, device: 'lost', position: null }],
    ['far', { ...device, device: 'far', position: { lon: 999, lat: 22.5, height: 0 } }],
  ]
  const snapshot = new World().snapshot()
  world.start('log', { world: { ...snapshot, tables: { ...snapshot.tables, devices: rows as never } }, values: {} })
  const spot = (id: string) => spotOfChosen({ alarm: undefined, device: id, place: undefined }, world, undefined)
  expect(spot('cam')?.place).toBe('c/g')
  expect(spot('lost')).toBeUndefined()
  expect(spot('far')).toBeUndefined()
  expect(spot('nobody')).toBeUndefined()
})
