import { seededRandom } from '#shared/random.ts'
import { alarmAcknowledged, alarmRaised, alarmReturned } from '#shared/world/alarm-events.ts'
import { deviceConnected, deviceDisconnected, deviceRegistered } from '#shared/world/devices.ts'
import type { Draft, Event } from '#shared/world/event.ts'
import { Follower } from '#shared/world/follower.ts'
import { worldHash } from '#shared/world/hash.ts'
import { World } from '#shared/world/world.ts'
import { defineBench, round } from '../../scripts/bench/bench.ts'

const EVENTS = 1_000_000
const MOMENTS = 100
const DEVICES = 2000
const FRAME = 500

/** The fold of a million events, and whether a client that was sent them as frames holds the same world. */
export default defineBench('fold', async (record) => {
  const events = makeEvents()
  const started = performance.now()
  const plain = new World()
  for (const event of events) plain.apply(event)
  const rate = (EVENTS / (performance.now() - started)) * 1000
  record({ name: 'fold.rate', value: Math.round(rate), unit: 'events/s' })

  const server = new World()
  const client = new Follower()
  let mismatches = 0
  const every = EVENTS / MOMENTS
  for (let i = 0; i < EVENTS; i += FRAME) {
    const part = events.slice(i, i + FRAME)
    for (const event of part) server.apply(event)
    // Over the wire as text, with an overlap now and then as after a reconnection.
    const overlap = i % (FRAME * 7) === 0 ? events.slice(Math.max(0, i - 20), i) : []
    const sent = JSON.parse(JSON.stringify([...overlap, ...part])) as Event[]
    if (!client.follow({ after: Math.max(0, i - overlap.length), to: server.seq, at: 0, events: sent })) mismatches++
    if ((i + FRAME) % every === 0 && worldHash(server) !== worldHash(client.world)) mismatches++
  }
  record({ name: 'fold.hash_mismatches', value: mismatches, unit: 'moments', target: '= 0', met: mismatches === 0 })
  const hashed = performance.now()
  worldHash(World.from(server.snapshot()))
  record({ name: 'fold.hash', value: round(performance.now() - hashed), unit: 'ms' })
})

function makeEvents(): Event[] {
  const random = seededRandom(7)
  const drafts: Draft[] = []
  const position = { lon: 114, lat: 22.5, height: 10 }
  const place = (n: number) => `jinxiu/z${n % 5}/b${n % 50}/f${n % 20}`
  const open: string[] = []
  for (let n = 0; n < DEVICES; n++)
    drafts.push(
      deviceRegistered(place(n), {
        device: `d${n}`,
        kind: 'smoke-detector',
        name: `设备 ${n}`,
        place: place(n),
        position,
        source: 'bench',
      }),
    )
  while (drafts.length < EVENTS) {
    const n = Math.floor(random() * DEVICES)
    const what = random()
    const alarm = open[Math.floor(random() * open.length)]
    if (what < 0.35 || !alarm) {
      const id = `d${n}~smoke-high~${drafts.length}`
      open.push(id)
      const data = { alarm: id, device: `d${n}`, rule: 'smoke-high', grade: 1 as const, position, metric: 'smoke' }
      drafts.push(alarmRaised(place(n), { ...data, limit: 8, value: random() * 20 }))
    } else if (what < 0.55) drafts.push(alarmAcknowledged(place(n), { alarm }))
    else if (what < 0.8) drafts.push(alarmReturned(place(n), { alarm, value: random() }))
    else drafts.push((random() < 0.5 ? deviceConnected : deviceDisconnected)(place(n), { device: `d${n}` }))
    if (open.length > 3000) open.splice(0, 1000)
  }
  return drafts.map((draft, i) => ({ ...draft, seq: i + 1, at: i, by: { kind: 'system', id: 'bench' } }))
}
