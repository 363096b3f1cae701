import { seededRandom } from '#shared/random.ts'
import type { Grade, Sign } from '#shared/world/alarm-record.ts'
import type { Device } from '#shared/world/devices.ts'

/** Something that a device finds, so many milliseconds after the fire began. */
export interface Found {
  at: number
  device: Device
  rule: string
  sign: Sign | undefined
  grade: Grade
  /** Of the fire, or nothing to do with it. */
  isOfFire: boolean
}

export interface Fire {
  found: Found[]
  /** Where it began, as far as any detector that works can say: the room of the nearest. */
  root: string
}

const FLOORS = 18
const ROOMS = 14
const STOREY_M = 3.2
const WING_M = 56
const ROUND_MS = 10_000
const LENGTH_MS = 120_000
const METRES_PER_DEGREE = 111_320

/**
 * A fire in a tower of 500 devices, told second by second as its devices would. Smoke finds its way along the corridor and
 * by the stairs, each stretch at a pace of its own; detectors are slow or quick, some are dead, and all report in rounds.
 * What follows comes on its own time: pumps, doors, lifts, power, calls for help, devices that burn.
 */
export function fireOf(seed: number): Fire {
  const random = seededRandom(seed)
  const between = (low: number, high: number) => low + random() * (high - low)
  const devices = tower(random)
  const smoke = devices.filter(({ kind }) => kind === 'smoke-detector')
  const start = smoke[Math.floor(random() * smoke.length * 0.7)] as Device
  const startFloor = floorOf(start)
  const found: Found[] = []
  const say = (device: Device, at: number, rule: string, sign: Sign, grade: Grade) => {
    // Each device reports in rounds of its own.
    const told = Math.ceil((at + between(0, ROUND_MS)) / 1000) * 1000
    if (told <= LENGTH_MS) found.push({ at: told, device, rule, sign, grade, isOfFire: true })
  }
  const along = between(0.6, 1.4)
  const upEach = Array.from({ length: FLOORS }, () => between(2, 9))
  const arrival = (device: Device): number => {
    const metres = Math.abs(eastOf(device) - eastOf(start))
    const rise = floorOf(device) - startFloor
    // To other floors by the stairs in the middle of the wing.
    const viaStairs = Math.abs(eastOf(start) - WING_M / 2) + Math.abs(eastOf(device) - WING_M / 2)
    const storeys = upEach.slice(Math.min(startFloor, floorOf(device)), Math.max(startFloor, floorOf(device)))
    const climb = storeys.reduce((sum, seconds) => sum + seconds, 0) * (rise < 0 ? 4 : 1)
    return 1000 * ((rise === 0 ? metres : viaStairs) / along + climb + between(0, 6))
  }
  let nearest: { device: Device; metres: number } | undefined
  for (const device of devices) {
    if (random() < 0.08) continue
    const at = arrival(device)
    if (device.kind === 'smoke-detector') {
      const metres = Math.abs(eastOf(device) - eastOf(start))
      if (floorOf(device) === startFloor && (!nearest || metres < nearest.metres)) nearest = { device, metres }
      say(device, at, 'smoke-high', 'fire', 1)
    } else if (device.kind === 'heat-detector') say(device, at + 1000 * between(20, 50), 'heat-high', 'fire', 1)
    else if (device.kind === 'manual-call-point' && random() < 0.4)
      say(device, at + 1000 * between(15, 60), 'pressed', 'fire', 1)
    else if (device.kind === 'fire-door') say(device, at + 1000 * between(10, 60), 'held-open', 'evacuation', 4)
    else if (device.kind === 'sprinkler-pressure')
      say(device, at + 1000 * between(30, 70), 'pressure-low', 'suppression', 3)
    else if (device.kind === 'elevator') say(device, 1000 * between(30, 110), 'trapped', 'stoppage', 2)
    else if (device.kind === 'electricity-meter') say(device, 1000 * between(40, 110), 'voltage-high', 'power', 3)
    else if (device.kind === 'sos-button' && random() < 0.3)
      say(device, at + 1000 * between(10, 80), 'pressed', 'distress', 2)
    if (floorOf(device) === startFloor && random() < 0.3)
      say(device, at + 1000 * between(50, 110), 'lost', 'silence', 3)
  }
  for (const one of unrelated(random)) found.push(one)
  found.sort((a, b) => a.at - b.at)
  return { found, root: (nearest?.device ?? start).place }
}

function tower(random: () => number): Device[] {
  const kinds = ['smoke-detector', 'smoke-detector', 'heat-detector', 'fire-door', 'sos-button', 'electricity-meter']
  const devices: Device[] = []
  for (let floor = 1; floor <= FLOORS; floor++) {
    for (let room = 0; room < ROOMS; room++) {
      const east = (room + 0.5) * (WING_M / ROOMS)
      devices.push(nth('smoke-detector', floor, `r${room}`, east))
      const kind = kinds[Math.floor(random() * kinds.length)] as string
      devices.push(nth(kind, floor, `r${room}`, east + 1))
    }
    devices.push(
      nth('manual-call-point', floor, 'stairs', WING_M / 2),
      nth('sprinkler-pressure', floor, 'stairs', WING_M / 2),
    )
  }
  for (let lift = 0; lift < 4; lift++) devices.push(nth('elevator', 1, `lift${lift}`, WING_M / 2 + lift))
  return devices
}

/** What runs all the same, here and elsewhere, and must not be swallowed. */
function unrelated(random: () => number): Found[] {
  const at = () => Math.floor(random() * 100) * 1000
  const elsewhere = (kind: string, place: string, east: number) => ({
    ...nth(kind, 1, 'x', east),
    place,
    device: `${kind}-${place}`,
  })
  const other = (device: Device, rule: string, sign: Sign | undefined, grade: Grade): Found => {
    return { at: at(), device, rule, sign, grade, isOfFire: false }
  }
  return [
    other(elsewhere('water-meter', 'jx/z1/b1/f02/r3', 10), 'leak', 'water', 4),
    other(elsewhere('ebike-elevator-detector', 'jx/z1/b1/f01/lift1', 29), 'detected', undefined, 3),
    other(elsewhere('sos-button', 'jx/z1/b2/f03/r1', 190), 'pressed', 'distress', 2),
    other(elsewhere('gas-detector', 'jx/z1/b3/f05/r2', 260), 'gas-high', 'gas', 1),
    other(elsewhere('perimeter-beam', 'jx/z1', 400), 'intrusion', 'intrusion', 2),
  ]
}

function nth(kind: string, floor: number, room: string, east: number): Device {
  const place = `jx/z1/b1/f${String(floor).padStart(2, '0')}/${room}`
  const device = `${kind}-${floor}-${room}-${Math.round(east * 10)}`
  const position = {
    lon: 114 + east / METRES_PER_DEGREE / Math.cos((22.5 * Math.PI) / 180),
    lat: 22.5,
    height: floor * STOREY_M,
  }
  return { device, kind, name: device, place, position } as Device
}

const floorOf = ({ position }: Device) => Math.round(position.height / STOREY_M)
const eastOf = ({ position }: Device) => (position.lon - 114) * METRES_PER_DEGREE * Math.cos((22.5 * Math.PI) / 180)
