import { seededRandom } from '#shared/random.ts'
import { alarmAcknowledged } from '#shared/world/alarm-events.ts'
import type { Sign } from '#shared/world/alarm-record.ts'
import { alarmCause } from '#shared/world/alarms.ts'
import type { Device } from '#shared/world/devices.ts'
import type { Draft } from '#shared/world/event.ts'
import { World } from '#shared/world/world.ts'
import { defineBench, median, round } from '../../scripts/bench/bench.ts'
import { judge, openAlarm } from '../areas/alarms/judge.ts'

const SOURCES = 10_000
const ALARMS = 100_000
/** So many are open at a time; then the oldest is acknowledged and goes. */
const OPEN = 2000
const ROUNDS = 3
const SIGNS: readonly (Sign | undefined)[] = ['fire', 'gas', 'power', 'stoppage', 'water', 'intrusion', undefined]
const BEGAN = Date.UTC(2026, 10, 22, 9)

/** A hundred thousand alarms, each judged, put to its kin, acknowledged and gone, against a Map that counts them by place and sign. */
export default defineBench('alarms', async (record) => {
  const course = courseOf(seededRandom(7))
  const rates = { ours: [] as number[], bare: [] as number[] }
  let duplicates = 0
  for (let i = 0; i <= ROUNDS; i++) {
    const began = performance.now()
    duplicates += ours(course)
    const turned = performance.now()
    bare(course)
    const ended = performance.now()
    if (i === 0) continue
    rates.ours.push((ALARMS / (turned - began)) * 1000)
    rates.bare.push((ALARMS / (ended - turned)) * 1000)
  }
  record({
    name: 'alarms.rate',
    value: Math.round(median(rates.ours)),
    unit: `alarms/s through their whole life, of ${SOURCES} sources`,
    against: `a plain Map ${Math.round(median(rates.bare))}`,
    ratio: round(median(rates.ours.map((rate, i) => rate / (rates.bare[i] as number))), 4),
  })
  record({
    name: 'alarms.duplicates',
    value: duplicates,
    unit: 'open alarms of one cause',
    target: '= 0',
    met: duplicates === 0,
  })
})

interface Step {
  device: Device
  sign: Sign | undefined
  at: number
}

function courseOf(random: () => number): Step[] {
  const sources = Array.from({ length: SOURCES }, (_, i) => {
    const place = `jx/z${i % 40}/b${i % 400}/f0${i % 9}/r${i % 13}`
    const position = { lon: 114 + (i % 400) / 1000, lat: 22.5, height: (i % 9) * 3 }
    const device = { device: `d${i}`, kind: 'k', name: '', place, position } as Device
    return { device, sign: SIGNS[i % SIGNS.length] }
  })
  return Array.from({ length: ALARMS }, (_, i) => {
    return { ...(sources[Math.floor(random() * SOURCES)] as (typeof sources)[0]), at: BEGAN + i * 50 }
  })
}

function ours(course: readonly Step[]): number {
  const world = new World()
  const open: Step[] = []
  let duplicates = 0
  const apply = (drafts: readonly Draft[], at: number) => {
    for (const draft of drafts) world.apply({ ...draft, seq: world.seq + 1, at, by: { kind: 'system', id: 's' } })
  }
  const found = (level: 'on' | 'off', { device, sign }: Step, at: number) => {
    const finding = {
      device: device.device,
      rule: 'r',
      level,
      at,
      grade: 3,
      is: 'above',
      metric: 'm',
      limit: 1,
      value: 2,
    } as const
    apply(
      judge(world, [finding], { device, at, where: () => device.position, lifeOf: () => (sign ? { sign } : {}) }),
      at,
    )
  }
  for (const step of course) {
    found('on', step, step.at)
    open.push(step)
    if (world.alarms.where('cause', alarmCause({ device: step.device.device, rule: 'r' })).size > 1) duplicates++
    if (open.length <= OPEN) continue
    const oldest = open.shift() as Step
    const alarm = openAlarm(world, { device: oldest.device.device, rule: 'r' })
    if (alarm && alarm.acknowledgedAt === undefined)
      apply([alarmAcknowledged(alarm.place, { alarm: alarm.alarm })], step.at)
    found('off', oldest, step.at)
  }
  return duplicates
}

/** What it costs at least: how many of each sign in each building, and when the last. */
function bare(course: readonly Step[]): number {
  const counts = new Map<string, { count: number; at: number }>()
  for (const { device, sign, at } of course) {
    const key = `${sign}@${device.place.slice(0, device.place.indexOf('/f'))}`
    const known = counts.get(key)
    if (known) {
      known.count++
      known.at = at
    } else counts.set(key, { count: 1, at })
  }
  return counts.size
}
