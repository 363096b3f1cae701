import type { DeviceKind } from '#models/kind.ts'
import { isMeantBy } from '#models/linkage/matching.ts'
import { type Occasion, type PlanDeps, planFor } from '#models/linkage/plan.ts'
import { refuse } from '#shared/errors.ts'
import { isWithin } from '#shared/place/path.ts'
import { isPosition, type Position } from '#shared/place/position.ts'
import type { Registry } from '#shared/registry.ts'
import type { Clock } from '#shared/time.ts'
import { alarmRaised } from '#shared/world/alarm-events.ts'
import type { Device } from '#shared/world/devices.ts'
import type { Linkage } from '#shared/world/linkages.ts'
import type { World } from '#shared/world/world.ts'
import type { EventLog } from '../../log/log.ts'
import type { Storage } from '../../log/storage.ts'
import type { Listening } from '../orders/check-order.ts'

interface Deps {
  plan: PlanDeps
  kinds: Registry<DeviceKind>
  listens(device: string): Listening
}

/** An alarm that there is not: on a device, or in the middle of what stands at a place. */
export function occasionAt(world: World, at: { place: string } | { device: string }): Occasion {
  if ('device' in at) {
    const { device, place, position } = world.devices.get(at.device) ?? refuse('device.unknown', at, 'no such device')
    return { device, place, position }
  }
  const there = [...world.devices.values()].filter(
    ({ place, position }) => isWithin(place, at.place) && isPosition(position),
  )
  if (there.length === 0) refuse('place.unknown', at, 'nothing stands there')
  return { place: at.place, position: middle(there) }
}

function middle(devices: readonly Device[]): Position {
  const sum = { lon: 0, lat: 0, height: 0 }
  for (const { position } of devices) for (const key of ['lon', 'lat', 'height'] as const) sum[key] += position[key]
  const n = devices.length
  return { lon: sum.lon / n, lat: sum.lat / n, height: sum.height / n }
}

/** What it would do, with what each device is called. Nobody is told. */
export function preview(world: World, linkage: Linkage, occasion: Occasion, { plan, kinds, listens }: Deps) {
  const { steps, cameras } = planFor(linkage, occasion, plan)
  return {
    steps: steps.map(({ authorised, ...step }) => {
      const device = world.devices.get(step.device ?? '')
      const isDangerous = device && kinds.get(device.kind)?.commands[step.command]?.dangerous
      const known = device ? { name: device.name, kind: device.kind } : {}
      const away = device !== undefined && listens(device.device) !== 'listens'
      return { ...step, ...known, needsAnother: isDangerous === true && !authorised, away }
    }),
    cameras: cameras.map((camera) => ({ ...camera, name: world.devices.get(camera.device)?.name ?? camera.device })),
  }
}

interface Review {
  log: EventLog
  storage: Storage
  clock: Clock
  linkage: Linkage
  from: number
  to: number
  duty: string
  plan: PlanDeps
}

const PATIENCE_MS = 10_000
const PAGE = 5000
const MOST_SHOWN = 200

/** Past alarms that would have called it. */
export async function review({ log, storage, clock, linkage, from, to, duty, plan }: Review) {
  const began = clock.monotonic()
  const found = []
  for (let after = 0; ; ) {
    const events = await storage.events(log.stream, { after, from, to, limit: PAGE })
    for (const { type, at, place, data } of events) {
      if (type !== alarmRaised.type || !isWithin(place, duty)) continue
      const { alarm, device, rule, sign, grade, position, aside, ...said } = alarmRaised.data.parse(data)
      const kind = said.kind ?? log.told.devices.get(device)?.kind ?? log.told.archive.get(device)?.retired?.device.kind
      if (aside || !isMeantBy(linkage.when, { rule, grade, place, kind: kind ?? '', ...(sign && { sign }) })) continue
      const { steps, cameras } = planFor(linkage, { device, place, position }, plan)
      const told = steps.filter((step) => step.device !== undefined).length
      found.push({ alarm, at, device, rule, grade, place, told, cameras: cameras.length, ...(kind && { kind }) })
    }
    const last = events.at(-1)
    const isLast = events.length < PAGE || !last
    const cut = !isLast && clock.monotonic() - began > PATIENCE_MS
    if (isLast || cut) return { alarms: found.slice(-MOST_SHOWN).reverse(), count: found.length, cut }
    after = last.seq
  }
}
