import { randomUUID } from 'node:crypto'
import { type Shift, shiftAt } from '#models/shifts.ts'
import type { AlarmFigures } from '#shared/contract/alarm-figures.ts'
import { handOverShift, readHandOver, takeOverShift } from '#shared/contract/hand-overs.ts'
import { refuse } from '#shared/errors.ts'
import { isWithin } from '#shared/place/path.ts'
import type { Clock } from '#shared/time.ts'
import { isCalling } from '#shared/world/alarm-life.ts'
import type { Alarm } from '#shared/world/alarm-record.ts'
import { type HandOverSheet, MOST_WRITTEN, shiftHandedOver, shiftTakenOver } from '#shared/world/hand-overs.ts'
import { isUnderWay } from '#shared/world/orders.ts'
import type { World } from '#shared/world/world.ts'
import { answer, decide, type Served } from '../../gateway/serve.ts'
import { aboutHandOver } from '../../log/about.ts'
import type { EventLog } from '../../log/log.ts'
import type { Storage } from '../../log/storage.ts'
import { handlerOf } from './handlers.ts'

interface Deps {
  log: EventLog
  storage: Storage
  clock: Clock
  root: string
  shifts(): readonly Shift[]
  /** Undefined: they cannot be had now. */
  figures(from: number, to: number, duty: string): Promise<AlarmFigures | undefined>
}

export function handOverCalls({ log, storage, clock, root, shifts, figures }: Deps): Served[] {
  const sheetNow = async (duty: string) => {
    const to = clock.now()
    const { shift, from } = shiftAt(to, shifts())
    const { id, name, begins } = shift
    const known = await figures(from, Math.max(from + 1, to), duty).catch(() => undefined)
    return (world: World) => sheetOf(world, duty, { shift: { id, name, begins }, from, to, zone: zoneHere() }, known)
  }
  return [
    answer(handOverShift, async ({ to, note }, { by, duty }) => {
      if (to === by.id) refuse('hand-over.to-oneself', {}, 'a shift is handed over to somebody else')
      const sheet = await sheetNow(duty)
      const handOver = `hand-over-${randomUUID()}`
      const place = duty || root
      await log.append(
        (world) => [
          shiftHandedOver(place, {
            handOver,
            to: handlerOf(world, to, place),
            sheet: sheet(world),
            ...(note ? { note } : {}),
          }),
        ],
        by,
      )
      return { handOver }
    }),
    decide(takeOverShift, (world, { handOver: id, note }, { by, duty }) => {
      const known = world.handOvers.get(id)
      if (!known || !isWithin(known.place, duty)) return refuse('hand-over.unknown', { handOver: id }, 'no such one')
      if (known.to.account !== by.id)
        refuse('hand-over.not-yours', { to: known.to.name }, 'only whom it was handed to takes it over')
      if (known.takenAt !== undefined) refuse('hand-over.taken', { at: known.takenAt }, 'it is taken over already')
      return [shiftTakenOver(known.place, { handOver: id, ...(note ? { note } : {}) })]
    }),
    answer(readHandOver, async ({ handOver }, { duty }) => {
      if (handOver === undefined) return { sheet: (await sheetNow(duty))(log.told) }
      const events = await storage.eventsAbout(log.stream, aboutHandOver(handOver), { limit: 2, within: duty })
      const handed = events.find(({ type }) => type === shiftHandedOver.type)
      if (!handed) return refuse('hand-over.unknown', { handOver }, 'no such one')
      const { sheet, to, note } = shiftHandedOver.data.parse(handed.data)
      const taken = events.find(({ type }) => type === shiftTakenOver.type)
      const said = taken && shiftTakenOver.data.parse(taken.data).note
      return {
        sheet,
        handed: { at: handed.at, by: handed.by, to, ...(note ? { note } : {}) },
        ...(taken && { taken: { at: taken.at, ...(said ? { note: said } : {}) } }),
      }
    }),
  ]
}

/** Shifts begin by the clock on the wall of the server. */
const zoneHere = () => Intl.DateTimeFormat().resolvedOptions().timeZone

/** What is open now, the gravest and oldest first; and how the shift went. */
function sheetOf(
  world: World,
  duty: string,
  span: Pick<HandOverSheet, 'shift' | 'from' | 'to' | 'zone'>,
  figures: AlarmFigures | undefined,
): HandOverSheet {
  const alarms = [...world.alarms.values()]
    .filter(({ place }) => isWithin(place, duty))
    .sort((a, b) => a.grade - b.grade || a.raisedAt - b.raisedAt)
  const asides = [...world.asides.values()].filter(
    ({ how, place }) => how === 'out-of-service' && isWithin(place, duty),
  )
  const orders = [...world.orders.values()].filter((order) => isUnderWay(order) && isWithin(order.place, duty))
  const written = (alarm: Alarm) => openAlarm(world, alarm)
  return {
    ...span,
    open: listed(alarms.filter(isCalling), written),
    waiting: listed(
      alarms.filter(({ state }) => state === 'settled'),
      written,
    ),
    shelved: listed(
      alarms.filter(({ state }) => state === 'shelved'),
      written,
    ),
    outOfService: listed(asides, ({ place, device, kind, rule, reason, begunBy, until }) => ({
      place,
      ...(device && { device }),
      ...(kind && { kind }),
      ...(rule && { rule }),
      reason,
      by: begunBy.name ?? begunBy.id,
      ...(until !== undefined && { until }),
    })),
    orders: listed(orders, ({ device, command, state, askedAt, askedBy }) => ({
      device,
      command,
      state,
      askedAt,
      askedBy: askedBy.name ?? askedBy.id,
    })),
    figures: figures
      ? {
          alarms: figures.alarms,
          most: figures.perTenMinutes.most,
          floods: figures.floods.count,
          inFlood: figures.floods.share,
          acknowledge: figures.acknowledge.median,
          close: figures.close.median,
          chattering: figures.chattering.length,
          stale: figures.stale.length,
        }
      : null,
  }
}

function listed<T, R>(all: readonly T[], write: (one: T) => R): { count: number; list: R[] } {
  return { count: all.length, list: all.slice(0, MOST_WRITTEN).map(write) }
}

function openAlarm(world: World, alarm: Alarm): HandOverSheet['open']['list'][number] {
  const { device, rule, place, grade, state, raisedAt, words, assignee, comments, aside } = alarm
  const note = aside?.reason ?? comments?.at(-1)?.text ?? alarm.note
  return {
    alarm: alarm.alarm,
    device,
    rule,
    kind: alarm.kind ?? world.devices.get(device)?.kind ?? '',
    place,
    ...(words && { name: words.name }),
    grade,
    state,
    raisedAt,
    ...(assignee && { assignee: assignee.name }),
    ...(note && { note }),
  }
}
