import { deviceKinds } from '#models/devices/index.ts'
import type { DeviceKind } from '#models/kind.ts'
import { whereNow } from '#models/moving.ts'
import type { Device } from '#shared/world/devices.ts'
import type { Condition, Mark } from '../scene/content/marks.ts'
import type { PointLook, PointShape } from '../scene/content/points.ts'
import { selection } from '../store/selection.ts'
import type { LayerContext, LegendRow, ShownLayer } from './layer.ts'
import { kindMark } from './pictures.ts'
import { ranks } from './ranks.ts'
import { alarmedDevices, conditionOf, stateNames, stateOf } from './states.ts'

export interface MoversWish {
  as: NonNullable<DeviceKind['moves']>['as']
  color: PointLook['color']
  shape: PointShape
}

const AWAY = [122, 131, 141] as const
/** Metres from the eye within which a mover is a mark with its kind, not only a point. */
const MARK_REACH = 420
/** It takes as long to its new place as it took to say so: it glides, and is never ahead of what is known. */
const LONGEST_GLIDE_MS = 4000
const LOOK_AGAIN_MS = 5000

/** People or vehicles: a mass of points that glide, with marks for those near by. */
export function showMovers(context: LayerContext, { as, color, shape }: MoversWish): ShownLayer {
  const { world, sheet, local, now, isHidden } = context
  const conditions = new Map<string, Condition>()
  const heardAt = new Map<string, number>()
  let alarms = alarmedDevices(world)

  const put = (device: Device, glide: boolean) => {
    const { device: id, kind: name } = device
    const kind = deviceKinds.get(name)
    const latest = world.latest(id)
    const condition = conditionOf(device, world, alarms, now())
    conditions.set(id, condition)
    if (isHidden(`kind:${name}`) || isHidden(`state:${stateOf(condition)}`)) {
      sheet.points.take(id)
      return sheet.marks.take(id)
    }
    const at = local(whereNow(kind, device.position, latest?.[1]).position)
    const page = performance.now()
    const ms = glide ? Math.min(LONGEST_GLIDE_MS, page - (heardAt.get(id) ?? page)) : 0
    heardAt.set(id, page)
    const away = condition === 'away' || condition === 'unknown'
    const look: PointLook = { color: away ? AWAY : color, shape: away ? 'ring' : shape, size: 11 }
    const picked = { kind: 'device' as const, id }
    sheet.points.put(id, picked, at, look, page, ms)
    mark(device, kind, condition)
  }
  const mark = (device: Device, kind: DeviceKind | undefined, condition: Condition) => {
    const { device: id } = device
    const chosen = selection.getState().device === id
    const before = sheet.marks.get(id)
    const image = kindMark(kind?.glyph ?? '?', 'house', condition, chosen)
    // A mark follows its point by itself: it is made anew only when it looks otherwise.
    if (before?.image === image) return
    sheet.marks.put(id, {
      at: local(device.position),
      place: device.place,
      picked: { kind: 'device', id },
      image,
      size: chosen ? 32 : 25,
      condition,
      rank: chosen ? ranks.chosen : ranks.mover,
      name: device.name,
      moves: (at) => sheet.points.where(id, at),
      ...(chosen ? { named: true } : { reach: MARK_REACH }),
    } satisfies Mark)
  }
  const isOne = (device: Device | undefined): device is Device =>
    device !== undefined && deviceKinds.get(device.kind)?.moves?.as === as
  const draw = (id: string, glide = false) => {
    const device = world.get('devices', id)
    if (isOne(device)) put(device, glide)
    else if (conditions.delete(id)) {
      sheet.points.take(id)
      sheet.marks.take(id)
    }
  }
  const redraw = () => {
    alarms = alarmedDevices(world)
    for (const id of new Set([...conditions.keys(), ...world.world.devices.ids()])) draw(id)
    context.counted()
  }
  const timer = setInterval(() => {
    for (const id of conditions.keys()) {
      const device = world.get('devices', id)
      if (device && conditionOf(device, world, alarms, now()) !== conditions.get(id)) draw(id)
    }
    context.counted()
  }, LOOK_AGAIN_MS)
  const stops = [
    world.subscribe('devices', (ids) => {
      if (!ids) return redraw()
      for (const id of ids) draw(id)
      context.counted()
    }),
    world.subscribe('values', (ids) => {
      for (const id of ids ?? conditions.keys()) if (conditions.has(id)) draw(id, true)
    }),
    world.subscribe('alarms', () => {
      const before = alarms
      alarms = alarmedDevices(world)
      for (const id of new Set([...before.keys(), ...alarms.keys()])) if (conditions.has(id)) draw(id)
    }),
    selection.subscribe((is, was) => {
      if (is.device === was.device) return
      for (const id of [was.device, is.device]) if (id !== undefined && conditions.has(id)) draw(id)
    }),
  ]
  redraw()
  return {
    legend: () => legendOf(conditions, (id) => world.get('devices', id)?.kind),
    count: () => conditions.size,
    filtered: redraw,
    stop() {
      clearInterval(timer)
      for (const stop of stops) stop()
    },
  }
}

function legendOf(conditions: ReadonlyMap<string, Condition>, kindOf: (id: string) => string | undefined): LegendRow[] {
  const kinds = new Map<string, number>()
  const states = new Map<string, number>()
  for (const [id, condition] of conditions) {
    const kind = kindOf(id)
    if (kind !== undefined) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
    states.set(stateOf(condition), (states.get(stateOf(condition)) ?? 0) + 1)
  }
  const stateRows = (['calm', 'away', 'unknown'] as const).map((state) => ({
    key: `state:${state}`,
    name: stateNames[state],
    image: kindMark('', 'house', state, false),
    count: states.get(state) ?? 0,
  }))
  const kindRows = [...kinds].map(([name, count]) => {
    const kind = deviceKinds.get(name)
    const image = kindMark(kind?.glyph ?? '?', 'house', 'calm', false)
    return { key: `kind:${name}`, name: kind?.name ?? { zh: name, en: name }, image, count }
  })
  return [...stateRows, ...kindRows]
}
