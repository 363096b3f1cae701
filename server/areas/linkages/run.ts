import { causeOf, mayTell } from '#models/linkage/guard.ts'
import type { KnownLinkage } from '#models/linkage/in-force.ts'
import { type PlanDeps, type PlannedStep, planFor } from '#models/linkage/plan.ts'
import { toAnkanError } from '#shared/errors.ts'
import { commonPlace, isWithin } from '#shared/place/path.ts'
import type { Alarm } from '#shared/world/alarm-record.ts'
import { type Device, isItsOwn } from '#shared/world/devices.ts'
import type { Draft } from '#shared/world/event.ts'
import { linkageRan, type RunStep } from '#shared/world/linkage-runs.ts'
import { linkageTold, tellKey } from '#shared/world/linkage-tells.ts'
import type { World } from '#shared/world/world.ts'
import { askOrder, newOrder, type OrderDeps } from '../orders/ask-order.ts'

export interface RunDeps extends OrderDeps {
  plan: PlanDeps
  /** When the newest reading of a device was measured. */
  newestAt(device: string): number | undefined
}

/** More steps than one linkage can mean. */
const MOST_STEPS = 500

export function runKey(linkage: string, alarm: string): string {
  return `${linkage}@${alarm}`
}

/** What a linkage does for an alarm: orders that are real ones, and the record of who was told what. Once, and never again. */
export function decideRun(world: World, alarm: Alarm, linkage: KnownLinkage, deps: RunDeps): Draft[] {
  const run = runKey(linkage.linkage, alarm.alarm)
  if (world.linkageRuns.has(run)) return []
  const now = deps.clock.now()
  const played = isPlayed(world, alarm, deps.newestAt)
  const mode = played && linkage.mode === 'armed' ? 'dry' : linkage.mode
  const { steps: planned, cameras } = planFor(linkage, alarm, deps.plan)
  const cause = causeOf(alarm.cluster ?? alarm.alarm, tellsOf(world, alarm.device), now)
  const orders: Draft[] = []
  const told: { told: string; command: string }[] = []

  const take = (step: PlannedStep): RunStep => {
    const { action, device: id, kind, command, input } = step
    const about = {
      action,
      command,
      ...(kind !== undefined && { kind }),
      ...(Object.keys(input).length > 0 && { input }),
    }
    if (id === undefined) return { ...about, state: mode === 'dry' ? 'would-do' : 'refused', why: 'linkage.nobody' }
    if (mode === 'dry') return { ...about, device: id, state: 'would-do' }
    const device = world.devices.get(id)
    if (!device) return { ...about, state: 'refused', why: 'device.unknown' }
    const key = tellKey(linkage.linkage, id, command)
    const before = world.linkageTells.get(key)
    if (before && !mayTell(before, cause, now, wasToldOtherwise(world, id, command, before.at)))
      return { ...about, device: id, state: 'refused', why: 'linkage.loop' }
    // A cut cable leaves hundreds away: nothing is thrown for each.
    const heard = deps.listens(id)
    if (heard !== 'listens')
      return { ...about, device: id, state: 'refused', why: heard === 'away' ? 'device.away' : 'device.deaf' }
    const order = newOrder()
    try {
      const { draft, needsAnother } = askOrder(world, { ...step, order, device }, deps)
      orders.push(draft)
      told.push({ told: id, command })
      return { ...about, device: id, order, state: needsAnother ? 'asked' : 'given' }
    } catch (error) {
      return { ...about, device: id, state: 'refused', why: toAnkanError(error).code }
    }
  }

  const steps = planned.slice(0, MOST_STEPS).map(take)
  const { name, armedBy } = linkage
  const said = {
    run,
    linkage: linkage.linkage,
    name,
    count: steps.filter(({ device }) => device !== undefined).length,
    ...(cameras.length > 0 && { called: cameras.length }),
    mode,
    ...(mode === 'armed' && armedBy && { armedBy }),
    ...(played && { played }),
  }
  const placeOf = (device: string | undefined) =>
    commonPlace(alarm.place, world.devices.get(device ?? '')?.place ?? alarm.place)
  const parts = new Map<string, { steps: RunStep[]; cameras: typeof cameras }>([
    [alarm.place, { steps: [], cameras: [] }],
  ])
  const partAt = (place: string) => {
    const part = parts.get(place) ?? { steps: [], cameras: [] }
    parts.set(place, part)
    return part
  }
  for (const step of steps) partAt(placeOf(step.device)).steps.push(step)
  for (const camera of cameras) partAt(placeOf(camera.device)).cameras.push(camera)
  return [
    ...[...parts].map(([place, part]) => {
      const isHead = place === alarm.place
      const about = isHead && mode === 'armed' ? { alarm: alarm.alarm } : { of: alarm.alarm }
      return linkageRan(place, { ...said, ...about, ...part, part: isHead ? run : `${run}#${place.split('/').length}` })
    }),
    ...orders,
    ...(told.length > 0 ? [linkageTold(alarm.place, { linkage: linkage.linkage, cause, orders: told })] : []),
  ]
}

function* tellsOf(world: World, device: string) {
  for (const id of world.linkageTells.where('device', device)) {
    const tell = world.linkageTells.get(id)
    if (tell) yield tell
  }
}

/** Since then a person has told the device something else: set back, or by hand. */
function wasToldOtherwise(world: World, device: string, command: string, since: number): boolean {
  for (const id of world.orders.where('device', device)) {
    const order = world.orders.get(id)
    if (order && order.askedBy.kind === 'user' && order.command !== command && order.askedAt > since) return true
  }
  return false
}

/** Its values come from a recording, or those of one that is taken together with it: nothing real may be moved. */
function isPlayed(world: World, { device, group, is }: Alarm, newestAt: RunDeps['newestAt']): boolean {
  const isPlayedFor = (one: Device) => {
    const { recorded, link } = one
    if (recorded?.playing || !recorded) return recorded !== undefined
    // A delay may outlast the recording. Who is there, or tells of an event, speaks for itself.
    return link !== 'online' && is !== 'event' && !isItsOwn(one, newestAt(one.device) ?? 0)
  }
  const own = world.devices.get(device)
  if (own && isPlayedFor(own)) return true
  if (group === undefined) return false
  for (const one of world.devices.values()) if (isWithin(one.place, group) && isPlayedFor(one)) return true
  return false
}
