import { expect, test } from 'vitest'
import { deviceKinds } from '#models/devices/index.ts'
import { isWithin } from '#shared/place/path.ts'
import { contains } from '#shared/place/ring.ts'
import { floorLevel, roomId, storeyHeight } from '../cim/floors.ts'
import { planFrame } from '../cim/plan-frame.ts'
import { makeDemo } from './demo.ts'

const { site, devices, interiors } = makeDemo(2026)
const floorOf = (level: string) => (level.startsWith('b') ? -1 : 1) * Number(level.slice(1))

test('a device of every kind that there is, and of no other', () => {
  expect(new Set(devices.map(({ kind }) => kind))).toEqual(new Set(deviceKinds.all.map(({ kind }) => kind)))
  expect(new Set(devices.map(({ device }) => device)).size).toBe(devices.length)
})

test('a device lies in the room it names, as high as such a device is fixed', () => {
  for (const { device, kind, place, position } of devices) {
    const [, , , level, wanted] = place.split('/')
    if (!level || !wanted) continue
    const building = site.buildings.find((one) => isWithin(place, one.place))
    const interior = interiors.get(building?.place ?? '')
    if (!building || !interior) throw new Error(`no building for ${device}`)
    const floor = floorOf(level)
    const { plan } = interior.floors.find((one) => one.floor === floor) ?? {}
    const room = interior.plans[plan ?? '']?.rooms.find((one) => roomId(floor, one) === wanted)
    expect(contains(room?.outline ?? [], planFrame(interior).plan([position.lon, position.lat])), device).toBe(true)
    const above = position.height - floorLevel(building, floor)
    const high = storeyHeight(building, floor)
    const { mount } = deviceKinds.get(kind) ?? {}
    if (mount === 'ceiling') expect(high - above, device).toBeCloseTo(0.24, 1)
    else if (mount === 'underground') expect(above, device).toBeCloseTo(-0.5, 2)
    else expect(above > -0.01 && above < high, device).toBe(true)
  }
})

test('every device belongs to a grid; those in the open lie in it', () => {
  for (const { device, place, position } of devices) {
    const grid = site.grids.find((one) => isWithin(place, one.place))
    expect(grid, device).toBeDefined()
    if (place === grid?.place) expect(contains(grid.ring, [position.lon, position.lat]), device).toBe(true)
    else
      expect(
        site.buildings.some((building) => isWithin(place, building.place)),
        device,
      ).toBe(true)
  }
})

test('devices that others speak of keep their names', () => {
  const nameOf = (id: string) => devices.find(({ device }) => device === id)?.name
  expect(nameOf('smoke-detector-b19-f03')).toBe('锦绣西里3栋3层感烟探测器')
  expect(nameOf('smoke-detector-b10-f01')).toBe('锦绣新村北区2栋1层感烟探测器')
  expect(nameOf('gas-detector-b12-f02')).toBe('锦绣新村北区4栋2层可燃气体探测器')
  expect(nameOf('water-level-b49-b1')).toBe('云锦苑东区3栋地下1层车库水位')
  expect(nameOf('electric-fire-b24-f01')).toBe('锦绣西里8栋1层电气火灾监控')
  expect(nameOf('sos-button-b19-f01')).toBe('锦绣西里3栋1层紧急求助按钮')
  expect(nameOf('smoke-detector-b44-f09')).toBe('云锦苑2栋9层感烟探测器')
})
