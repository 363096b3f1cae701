import { deviceKinds } from '#models/devices/index.ts'
import { simulated } from '#models/kind.ts'
import type { LatestValues } from '#shared/contract/wire.ts'
import { alarmAcknowledged, alarmRaised, alarmReturned } from '#shared/world/alarm-events.ts'
import type { AlarmState, Grade } from '#shared/world/alarm-record.ts'
import { deviceConnected, deviceRegistered } from '#shared/world/devices.ts'
import type { Actor, Draft } from '#shared/world/event.ts'
import { World } from '#shared/world/world.ts'
import type { PlayerState } from '../../players/player.ts'
import type { KnownSite } from '../../store/site.ts'
import { WorldStore } from '../../store/world-store.ts'

/** What a panel can be faced with. Each is a world, a time, and how the server answers. */
export const STATES = [
  'waiting',
  'empty',
  'calm',
  'alarms',
  'long',
  'flood',
  'lost',
  'failing',
  'denied',
  'throws',
] as const
export type StateName = (typeof STATES)[number]

export interface Fixture {
  world: WorldStore
  time: PlayerState
  /** The server's answers; `never`: it takes its time. */
  answers: 'well' | 'never' | 'away' | 'refused'
  isDenied: boolean
}

const LONG = '一二三四五六七八九十'.repeat(50)
const HOUR = 3_600_000
const SITE = 'sandbox'
const ZONES = ['g1', 'g2', 'g3']
const OPERATOR: Actor = { kind: 'user', id: 'li', name: '李值班' }

export function fixtureOf(state: StateName, now: number): Fixture {
  const world = new WorldStore()
  const lost = state === 'lost'
  const fixture: Fixture = {
    world,
    time: lost ? { phase: 'lost', since: now - 90_000 } : { phase: state === 'waiting' ? 'connecting' : 'live' },
    answers: state === 'waiting' ? 'never' : lost ? 'away' : state === 'failing' ? 'refused' : 'well',
    isDenied: state === 'denied',
  }
  if (state === 'waiting') return fixture
  const [devices, alarms] = { empty: [0, 0], flood: [10_000, 2000], calm: [90, 0] }[state as string] ?? [90, 14]
  fill(world, { devices: devices as number, alarms: alarms as number, text: state === 'long' ? LONG : undefined, now })
  return fixture
}

interface Filling {
  devices: number
  alarms: number
  /** Instead of every name and note. */
  text: string | undefined
  now: number
}

function fill(store: WorldStore, { devices, alarms, text, now }: Filling): void {
  const world = new World()
  let seq = 0
  const apply = (draft: Draft, at: number, by: Actor = { kind: 'system', id: 'system' }) => {
    seq++
    world.apply({ ...draft, seq, at, by })
  }
  const values: Record<string, LatestValues> = {}
  for (let i = 0; i < devices; i++) {
    const { device, kind, place, position } = nth(i)
    const name = text?.slice(0, 100) ?? `${placeWords(i)}${deviceKinds.get(kind)?.name.zh ?? kind}`
    apply(deviceRegistered(place, { device, kind, name, place, position, source: 'sandbox' }), now - 30 * 24 * HOUR)
    // Some are silent, as some always are.
    if (i % 17 === 3) continue
    apply(deviceConnected(place, { device }), now - 5 * HOUR)
    const kept = deviceKinds.get(kind)
    const hour = new Date(now).getHours()
    if (kept) values[device] = [now - 4000, simulated(kept, { hour, random: () => 0.5, event: 0 })]
  }
  const alarming = Array.from({ length: devices }, (_, i) => i).filter(
    (i) => (deviceKinds.get(nth(i).kind)?.rules.length ?? 0) > 0,
  )
  for (let n = 0; n < Math.min(alarms, alarming.length); n++) {
    const { device, kind, place, position } = nth(alarming[n] ?? 0)
    const [rule] = deviceKinds.get(kind)?.rules ?? []
    if (!rule) continue
    const alarm = `${device}~${rule.rule}~x`
    const grade = ((n % 4) + 1) as Grade
    const at = now - n * 47_000 - 8000
    const state: AlarmState = n % 5 === 2 ? 'acknowledged' : n % 5 === 4 ? 'returned' : 'unacknowledged'
    const { metric, limit } = 'limit' in rule.when ? rule.when : { metric: '', limit: 1 }
    apply(
      alarmRaised(place, { alarm, device, rule: rule.rule, grade, position, metric, limit, value: limit * 1.3 }),
      at,
    )
    if (state === 'acknowledged')
      apply(alarmAcknowledged(place, { alarm, note: text?.slice(0, 500) ?? '已派人查看' }), at + 5000, OPERATOR)
    if (state === 'returned') apply(alarmReturned(place, { alarm, value: 0 }), at + 5000)
  }
  store.start(SITE, { world: world.snapshot(), values })
}

function nth(i: number) {
  const kinds = deviceKinds.all
  const kind = kinds[i % kinds.length]?.kind ?? ''
  const zone = ZONES[i % ZONES.length] ?? ''
  const house = 1 + (i % 12)
  const place = `${SITE}/${zone}/b${house}/f${String(1 + (i % 9)).padStart(2, '0')}/${100 + (i % 80)}`
  const position = { lon: 114 + (i % 40) / 4000, lat: 22.5 + (i % 23) / 4000, height: 3 }
  return { device: `${kind}-${i}`, kind, place, position }
}

const placeWords = (i: number) => `${1 + (i % 12)}栋`

/** A place with houses to stand in. */
export function fixtureSite(state: StateName): KnownSite {
  const around = (lon: number, lat: number): [number, number][] => [
    [lon, lat],
    [lon + 0.0004, lat],
    [lon + 0.0004, lat + 0.0003],
    [lon, lat + 0.0003],
  ]
  const buildings = ZONES.flatMap((zone, z) =>
    Array.from({ length: 12 }, (_, i) => {
      const [lon, lat] = [114 + i / 2000, 22.5 + z / 1000]
      const name = state === 'long' ? LONG.slice(0, 100) : `${i + 1}栋`
      const position = { lon, lat, height: 0 }
      const place = `${SITE}/${zone}/b${i + 1}`
      return {
        place,
        name,
        position,
        use: 'residential',
        footprint: around(lon, lat),
        floors: 9,
        basements: 1,
        floorHeight: 3,
      }
    }),
  )
  const grids = ZONES.map((zone, z) => ({
    place: `${SITE}/${zone}`,
    name: `第${z + 1}网格`,
    ring: around(114, 22.5 + z / 1000),
    inCharge: [{ duty: '网格长', name: '王五', phone: '13800000000' }],
  }))
  const community = { id: SITE, name: '样板社区', center: { lon: 114, lat: 22.5, height: 0 }, datum: 0, radius: 500 }
  const nothing = { grounds: [], walls: [], gates: [], trees: [], facilities: [], tilesets: [], rooms: {} }
  const roads = { nodes: [], edges: [], closures: [] }
  const surroundings = { grounds: [], buildings: [] }
  return { community, grids, buildings, roads, surroundings, ...nothing } as unknown as KnownSite
}
