import type { RoleName } from '#shared/contract/roles.ts'
import type { DeviceEntry } from '#shared/world/devices.ts'
import type { Site } from '#tiles/cim/site.ts'

/** A community of two zones, small enough to be read at a glance in a test. */
export const testSite: Site = {
  community: { id: 'jinxiu', name: '锦绣社区', center: { lon: 114, lat: 22.5, height: 0 }, datum: 0, radius: 400 },
  grids: [],
  grounds: [],
  roads: { nodes: [], edges: [], closures: [] },
  walls: [],
  gates: [],
  trees: [],
  facilities: [],
  buildings: [],
  surroundings: { grounds: [], buildings: [] },
  tilesets: [],
}

function device(id: string, kind: string, place: string): DeviceEntry {
  return { device: id, kind, name: id, place, position: { lon: 114, lat: 22.5, height: 3 } }
}

export const testDevices: DeviceEntry[] = [
  device('smoke-1', 'smoke-detector', 'jinxiu/z1/b01/f01'),
  device('smoke-2', 'smoke-detector', 'jinxiu/z2/b02/f01'),
  device('gas-1', 'gas-detector', 'jinxiu/z1/b01/f02'),
  device('water-2', 'water-level', 'jinxiu/z2/b02/b1'),
]

/** Of the test devices' own credentials. */
export function secretOf(device: string): string {
  return `secret-of-${device}`
}

export const PASSWORD = 'correct horse 7 battery'

export interface TestAccount {
  account: string
  role: RoleName
  duty?: string
}

/** One of each role, and an operator who looks after the first zone alone. */
export const testAccounts: TestAccount[] = [
  { account: 'viewer', role: 'viewer' },
  { account: 'operator', role: 'operator' },
  { account: 'commander', role: 'commander' },
  { account: 'admin', role: 'administrator' },
  { account: 'zone1', role: 'operator', duty: 'jinxiu/z1' },
  { account: 'zone1chief', role: 'commander', duty: 'jinxiu/z1' },
]
