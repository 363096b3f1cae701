import { expect, test } from 'vitest'
import { toLocal } from '#shared/place/local.ts'
import { contains } from '#shared/place/ring.ts'
import { View } from '#shared/world/view.ts'
import { makeDemo } from './demo.ts'

const { site, devices } = makeDemo(2026)
const cameras = devices.filter(({ kind }) => kind.endsWith('-camera'))
const local = ([lon, lat]: readonly [number, number]) => {
  const { east, north } = toLocal(site.community.center, lon, lat)
  return [east, north] as const
}
const footprints = site.buildings.map(({ name, footprint }) => ({ name, ring: footprint.map(local) }))

/** The first building that a level ray from a camera meets, and how far away that is. */
function meets(position: { lon: number; lat: number }, { heading, range }: View) {
  const [east, north] = local([position.lon, position.lat])
  const turn = (heading * Math.PI) / 180
  for (let far = 0; far < range; far += 0.25) {
    const spot: [number, number] = [east + Math.sin(turn) * far, north + Math.cos(turn) * far]
    const hit = footprints.find(({ ring }) => contains(ring, spot))
    if (hit) return { name: hit.name, far }
  }
  return undefined
}

test('every camera says where it looks, and nothing else does', () => {
  expect(cameras.length).toBeGreaterThan(200)
  for (const { device, view } of cameras) expect(View.safeParse(view).success, device).toBe(true)
  expect(devices.filter(({ kind, view }) => view && !kind.endsWith('-camera'))).toEqual([])
})

test('what watches for falling objects looks up at the house it is named after, from near', () => {
  const upward = cameras.filter(({ kind }) => kind === 'falling-object-camera')
  expect(upward.length).toBeGreaterThan(40)
  for (const { device, name, position, view } of upward) {
    if (!view) throw new Error(`${device} has no view`)
    const met = meets(position, view)
    expect([device, name.startsWith(met?.name ?? 'nothing')]).toEqual([device, true])
    expect(met?.far, device).toBeLessThan(16)
    expect(view.tilt).toBeGreaterThan(30)
  }
})

test('a camera at a gate looks at it, one at a crossing looks into it', () => {
  const watches = (name: string) => cameras.find((one) => one.kind === 'ai-camera' && one.name === `${name}智能摄像机`)
  for (const { name, at } of site.gates.filter(({ kind }) => kind === 'vehicle').slice(0, 4)) {
    const camera = watches(name)
    if (!camera?.view) throw new Error(`no camera at ${name}`)
    const [east, north] = local(at)
    const [x, y] = local([camera.position.lon, camera.position.lat])
    const bearing = ((Math.atan2(east - x, north - y) * 180) / Math.PI + 360) % 360
    expect(Math.abs(((camera.view.heading - bearing + 540) % 360) - 180), name).toBeLessThan(1)
  }
  // From the north-east corner.
  expect(watches('云锦路与新村路路口')?.view?.heading).toBeGreaterThan(190)
  expect(watches('云锦路与新村路路口')?.view?.heading).toBeLessThan(260)
})

test('a camera of a fire lane looks along a lane that is kept free, not at a wall', () => {
  for (const { device, position, view } of cameras.filter(({ kind }) => kind === 'fire-lane-camera')) {
    if (!view) throw new Error(`${device} has no view`)
    expect(meets(position, view)?.far ?? view.range, device).toBeGreaterThan(25)
  }
})
